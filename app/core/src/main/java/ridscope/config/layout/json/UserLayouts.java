package ridscope.config.layout.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ridscope.config.layout.CustomLayout;
import ridscope.config.layout.RegisterLayouts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names that the user gives to registers of a vendor's own capabilities: every file {@code *.json} of a folder, each holding
 * one capability or an array of them.
 *
 * <pre>{@code
 * {"kind": "vsec", "vendor": "1d9b", "id": "0003", "title": "Mailbox", "source": "data sheet 3.1", "note": "…",
 *  "registers": [{"offset": 12, "width": 32, "name": "Status", "format": "hex", "unit": "…", "values": {"0": "off"},
 *    "fields": [{"bits": "7:0", "name": "State", "format": "decimal", "values": {"0": "off", "0x10": "on"}}]}]}
 * }</pre>
 *
 * <p>{@code kind} is {@code vsec}, {@code dvsec} or {@code vendor}; vendor and id are hex; the id may be left out for
 * {@code vendor}. Offsets count from the start of the capability; numbers and the keys of {@code values} are decimal or, as
 * text, hex with {@code 0x}. {@code format} is one that the README beside the layout files names, without {@code scaled}.
 * Comments and commas at the end are allowed.
 */
public final class UserLayouts {

    private static final int MOST_FILES = 256;
    private static final int LARGEST_FILE = 1 << 20;
    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 24;
    private static final int LONGEST_TEXT = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(LONGEST_TEXT)
                            .maxDocumentLength(LARGEST_FILE)
                            .build())
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Map<String, Path> described = new HashMap<>();
    private final List<CustomLayout> layouts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private UserLayouts() {}

    /**
     * What a folder gave.
     *
     * @param layouts the bundled ones and those that could be read
     * @param problems one sentence for each file that could not; it says which and why
     */
    public record Loaded(RegisterLayouts layouts, List<String> problems) {

        public Loaded {
            problems = List.copyOf(problems);
        }
    }

    /** The bundled layouts and those of a folder, which need not exist. Never throws: what is wrong with a file is told. */
    public static Loaded load(Path folder) {
        UserLayouts user = new UserLayouts();
        user.folder(folder);
        RegisterLayouts bundled = RegisterLayouts.bundled();
        return new Loaded(user.layouts.isEmpty() ? bundled : bundled.with(user.layouts), user.problems);
    }

    private void folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> list = Files.list(folder)) {
            List<Path> files = list.filter(f -> f.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            files.stream().limit(MOST_FILES).forEach(this::file);
            if (files.size() > MOST_FILES) {
                problems.add("'" + folder + "' has more than " + MOST_FILES
                        + " register layouts; those behind the first are left out");
            }
        } catch (IOException e) {
            problems.add("the register layouts in '" + folder + "' cannot be read: " + e.getMessage());
        }
    }

    private void file(Path file) {
        try {
            List<CustomLayout> found = new LayoutJson().layouts(JSON.readTree(bytes(file)));
            for (CustomLayout layout : found) {
                Path before = described.putIfAbsent(layout.name(), file);
                if (before != null) {
                    throw new IllegalArgumentException(layout.name() + " is described in '" + before + "' already");
                }
                layouts.add(layout);
            }
        } catch (IllegalArgumentException e) {
            problem(file, e.getMessage());
        } catch (JacksonException e) {
            problem(file, at(e) + firstSentence(e.getOriginalMessage()));
        } catch (IOException e) {
            problem(file, "it cannot be read");
        }
    }

    private void problem(Path file, String what) {
        problems.add("the register layout '" + file + "' is left out: " + what);
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new IllegalArgumentException("it is larger than 1 MiB");
            }
            return bytes;
        }
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ": ";
    }

    private static String firstSentence(String message) {
        String line = String.valueOf(message).lines().findFirst().orElse("").strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
