package ridscope.desktop.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import ridscope.file.WholeFile;
import ridscope.rid.FunctionAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of notes (schema {@code ridscope-notes}, version 1): a list per host, because one opened file may hold several. It is
 * only ever written whole, and never over something that could not be read.
 */
public final class NotesFile {

    private static final String SCHEMA = "ridscope-notes";
    private static final int VERSION = 1;
    /** A person does not write more. */
    private static final long MOST_BYTES = 16L << 20;

    private final Path file;
    private final JsonMapper mapper = JsonMapper.builder().build();

    public NotesFile(Path file) {
        this.file = file;
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /** Whether somebody wrote it. */
    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * The notes on one host; none if there is no file.
     *
     * @throws NotesException if it cannot be read, holds something else, or was written by a newer RIDscope
     */
    public List<Note> read(String host) throws NotesException {
        List<Note> notes = new ArrayList<>();
        for (JsonNode section : root().path("hosts")) {
            if (section.path("host").asString("").equals(host)) {
                section.path("notes").forEach(node -> note(node).ifPresent(notes::add));
            }
        }
        return notes;
    }

    /**
     * Changes the notes on one host into others and writes the file; what is in it of other hosts stays.
     *
     * @throws NotesException as {@link #read}, or if it cannot be written
     */
    public void change(String host, UnaryOperator<List<Note>> change) throws NotesException {
        List<Note> next = change.apply(read(host));
        ObjectNode root = mapper.createObjectNode();
        root.put("schema", SCHEMA);
        root.put("version", VERSION);
        ArrayNode hosts = root.putArray("hosts");
        for (JsonNode section : root().path("hosts")) {
            if (!section.path("host").asString("").equals(host)) {
                hosts.add(section);
            }
        }
        if (!next.isEmpty()) {
            ObjectNode section = hosts.addObject();
            section.put("host", host);
            ArrayNode list = section.putArray("notes");
            next.forEach(note -> toJson(note, list.addObject()));
        }
        write(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    }

    private void write(byte[] text) throws NotesException {
        try {
            Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
            WholeFile.write(file, out -> out.write(text));
        } catch (IOException e) {
            throw new NotesException(e.getMessage(), e);
        }
    }

    private JsonNode root() throws NotesException {
        if (!exists()) {
            return mapper.createObjectNode();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new NotesException(unreadable("it is larger than any notes"));
            }
            JsonNode root = mapper.readTree(Files.readString(file));
            if (!root.isObject() || !root.path("schema").asString("").equals(SCHEMA)) {
                throw new NotesException(unreadable("it holds something else"));
            }
            int version = root.path("version").asInt(VERSION);
            if (version > VERSION) {
                throw new NotesException("The notes in " + file + " have version " + version
                        + ", and this RIDscope knows versions up to " + VERSION + ": open them with a newer one.");
            }
            return root;
        } catch (IOException | JacksonException e) {
            throw new NotesException(unreadable("it is damaged"), e);
        }
    }

    private String unreadable(String why) {
        return "The notes in " + file + " cannot be read, for " + why + "; move it away to write new ones.";
    }

    private static Optional<Note> note(JsonNode node) {
        Optional<FunctionAddress> address = node.path("address").asStringOpt().flatMap(FunctionAddress::parse);
        return address.map(a -> new Note(
                new NotedFunction(
                        a,
                        node.path("vendor").asStringOpt(),
                        node.path("device").asStringOpt(),
                        node.path("class").asStringOpt(),
                        node.path("serial").asStringOpt(),
                        node.path("path").asString("")),
                node.path("text").asString(""),
                node.path("bookmark").asBoolean(false)));
    }

    private static void toJson(Note note, ObjectNode node) {
        NotedFunction function = note.function();
        node.put("address", function.address().toString());
        function.vendor().ifPresent(vendor -> node.put("vendor", vendor));
        function.device().ifPresent(device -> node.put("device", device));
        function.classCode().ifPresent(code -> node.put("class", code));
        function.serial().ifPresent(serial -> node.put("serial", serial));
        node.put("path", function.path());
        node.put("text", note.text());
        node.put("bookmark", note.bookmarked());
    }
}
