package ridscope.desktop.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.file.ConfigFolder;
import ridscope.file.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the settings as JSON. Unknown fields are ignored; a file that cannot be read is set aside. */
public final class SettingsFile {

    private static final String SCHEMA = "ridscope-settings";
    private static final int VERSION = 1;

    private final Path file;
    private final JsonMapper mapper = JsonMapper.builder().build();

    public SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * The file in the user's configuration directory.
     *
     * @param environment of the process; {@code XDG_CONFIG_HOME} counts when it is absolute, as its specification says
     * @param home the user's home directory
     */
    public static SettingsFile inConfigDirectory(Map<String, String> environment, Path home) {
        return new SettingsFile(ConfigFolder.of(environment, home).resolve("settings.json"));
    }

    /** Where the file is; the user's other files of RIDscope are there too. */
    public Path folder() {
        return file.getParent();
    }

    /**
     * What loading gave.
     *
     * @param settings the file's, or the defaults
     * @param problem what the user should know, such as a file that was set aside
     */
    public record Loaded(Settings settings, Optional<Problem> problem) {}

    /**
     * A file that could not be used.
     *
     * @param file the file
     * @param aside where it is now; empty when it could not be moved
     */
    public record Problem(Path file, Optional<Path> aside) {}

    /** What the file says now; empty when it is missing or of no use, in which case it is left as it is. */
    public Optional<Settings> read() {
        try {
            JsonNode root = mapper.readTree(Files.readString(file));
            boolean ours = root.isObject() && root.path("schema").asString("").equals(SCHEMA);
            return ours ? Optional.of(fromJson(root)) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Reads the file. A missing one gives the defaults. */
    public Loaded load() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        }
        return read().map(settings -> new Loaded(settings, Optional.empty()))
                .orElseGet(() -> new Loaded(Settings.DEFAULT, Optional.of(new Problem(file, setAside()))));
    }

    /**
     * Writes the file: all of it or nothing.
     *
     * @throws IOException if it cannot be written; the old file is left
     */
    public void save(Settings settings) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] text = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(toJson(settings));
        WholeFile.write(file, out -> out.write(text));
    }

    private Optional<Path> setAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            return Optional.of(Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Settings fromJson(JsonNode root) {
        Settings defaults = Settings.DEFAULT;
        JsonNode window = root.path("window");
        return new Settings(
                new Settings.Look(
                        root.path("theme").asString(defaults.theme()),
                        root.path("textSize").asInt(defaults.look().textSize()),
                        root.path("language").asStringOpt().filter(language -> !language.isEmpty()),
                        root.path("reduceMotion").asBoolean(defaults.look().still())),
                new Settings.Recent(
                        texts(root.path("recentFiles")),
                        sshHosts(root.path("sshHosts")),
                        texts(root.path("recentCommands"))),
                new Settings.Frame(
                        window.path("width").asDouble(defaults.width()),
                        window.path("height").asDouble(defaults.height()),
                        window.path("maximized").asBoolean(false)),
                root.path("pciIds").asStringOpt().filter(path -> !path.isEmpty()),
                root.path("findings").asBoolean(defaults.findings()),
                root.path("view").asString(defaults.view()));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> node.asStringOpt().ifPresent(texts::add));
        return texts;
    }

    private static List<Settings.SshHost> sshHosts(JsonNode list) {
        List<Settings.SshHost> hosts = new ArrayList<>();
        list.forEach(node -> node.path("target")
                .asStringOpt()
                .ifPresent(target ->
                        hosts.add(new Settings.SshHost(target, node.path("sudo").asBoolean(false)))));
        return hosts;
    }

    private ObjectNode toJson(Settings settings) {
        ObjectNode root = mapper.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("version", VERSION);
        root.put("theme", settings.theme());
        root.put("textSize", settings.look().textSize());
        settings.look().language().ifPresent(language -> root.put("language", language));
        root.put("reduceMotion", settings.look().still());
        fill(root.putArray("recentFiles"), settings.recentFiles());
        ObjectNode window = root.putObject("window");
        window.put("width", settings.width());
        window.put("height", settings.height());
        window.put("maximized", settings.maximized());
        settings.pciIds().ifPresent(path -> root.put("pciIds", path));
        root.put("findings", settings.findings());
        root.put("view", settings.view());
        ArrayNode hosts = root.putArray("sshHosts");
        settings.sshHosts()
                .forEach(host -> hosts.addObject().put("target", host.target()).put("sudo", host.sudo()));
        fill(root.putArray("recentCommands"), settings.recent().commands());
        return root;
    }

    private static void fill(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
