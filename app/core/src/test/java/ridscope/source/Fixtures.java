package ridscope.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Real dumps with expectations, which are not part of the repository; tests on them are skipped where they are absent. */
public final class Fixtures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Fixtures() {}

    /** A file or folder among the fixtures; skips the calling test if there is none. */
    public static Path path(String name) {
        Path path = Path.of(System.getProperty("ridscope.shared", "../../../shared"), "fixtures", name);
        assumeTrue(Files.exists(path), () -> "skipped: " + path + " is not there");
        return path;
    }

    /** The files of a folder among the fixtures, by name; empty if it is not there (a factory must not skip). */
    public static List<Path> files(String folder) {
        Path path = Path.of(System.getProperty("ridscope.shared", "../../../shared"), "fixtures", folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON file. */
    public static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readAllBytes(file));
    }

    /** The expected functions of a fixture such as {@code hex/NAME}. */
    public static List<JsonNode> expected(String name) throws IOException {
        List<JsonNode> functions = new ArrayList<>();
        for (String line : Files.readAllLines(path("expected/real/" + name + ".functions.jsonl"))) {
            functions.add(JSON.readTree(line));
        }
        return functions;
    }

    /** Hears what is in an archive. */
    @FunctionalInterface
    public interface Entries {
        void entry(TarArchiveEntry entry, InputStream content) throws IOException;
    }

    /** Goes through a tar archive, whatever it is compressed with. */
    public static void eachEntry(Path archive, Entries entries) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                InputStream unpacked =
                        new BufferedInputStream(new CompressorStreamFactory(true).createCompressorInputStream(file));
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                entries.entry(entry, tar);
                entry = tar.getNextEntry();
            }
        } catch (CompressorException e) {
            throw new IOException(e);
        }
    }

    /** Unpacks a tar archive into a folder. Links are made as they are. Thousands of files take long: prefer small ones. */
    public static void extract(Path archive, Path target) throws IOException {
        eachEntry(archive, (entry, content) -> {
            Path path = target.resolve(entry.getName()).normalize();
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(path.getParent());
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.isFile()) {
                Files.createDirectories(path.getParent());
                Files.copy(content, path);
            }
        });
    }
}
