package ridscope.config;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ridscope.text.Numbers;

/** The real lspci dumps that lie outside the repository, read just far enough for tests of this package. */
public final class HexDumps {

    private static final Pattern HEADER = Pattern.compile("^((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]) .*");
    private static final Pattern ROW = Pattern.compile("^([0-9a-f]{2,3}):((?: [0-9a-f]{2}){1,16})\\s*$");

    private HexDumps() {}

    /** The folder named fixtures. */
    public static Path folder() {
        return Path.of(System.getProperty("ridscope.shared", "")).resolve("fixtures");
    }

    /** Skips the test where the dumps are not there. */
    public static void assumePresent() {
        assumeTrue(
                Files.isDirectory(folder().resolve("real/hex")),
                "no fixtures: system property ridscope.shared names no folder with fixtures/real/hex");
    }

    /** File names of all dumps. */
    public static List<String> names() throws IOException {
        try (Stream<Path> list = Files.list(folder().resolve("real/hex"))) {
            return list.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /** Address to bytes. */
    public static Map<String, ConfigSpace> read(String name) throws IOException {
        return parse(Files.readAllLines(folder().resolve("real/hex/" + name), StandardCharsets.ISO_8859_1));
    }

    private static Map<String, ConfigSpace> parse(List<String> lines) {
        Map<String, ConfigSpace> functions = new LinkedHashMap<>();
        byte[] bytes = new byte[4096];
        String address = null;
        for (String line : lines) {
            Matcher header = HEADER.matcher(line);
            Matcher row = ROW.matcher(line);
            if (header.matches()) {
                address = header.group(1).length() > 7 ? header.group(1) : "0000:" + header.group(1);
                functions.put(address, ConfigSpace.EMPTY);
            } else if (row.matches() && address != null) {
                int at = Numbers.hex(row.group(1)).orElseThrow();
                String[] pairs = row.group(2).trim().split(" ");
                for (int i = 0; i < pairs.length; i++) {
                    bytes[at + i] = (byte) Numbers.hex(pairs[i]).orElseThrow();
                }
                functions.put(address, ConfigSpace.of(bytes, 0, at + pairs.length));
            }
        }
        return functions;
    }
}
