package ridscope.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is written completely or not at all. */
class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void theContentArrivesAndNothingElseIsLeft() throws Exception {
        Path file = folder.resolve("a.txt");

        WholeFile.write(file, out -> out.write("größe".getBytes(StandardCharsets.UTF_8)));

        assertThat(file).hasContent("größe");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aFailureLeavesTheOldFileAndNoOther() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[70_000]);
                    throw new IOException("disk full");
                }))
                .isInstanceOf(FileWriteException.class)
                .hasMessageContaining("disk full");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aBugWhileWritingLeavesTheOldFileToo() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[70_000]);
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aDirectoryAndAMissingFolderAreExplained() {
        assertThatThrownBy(() -> WholeFile.write(folder, out -> {})).hasMessageContaining("it is a directory");
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("no/where.txt"), out -> {}))
                .isInstanceOf(FileWriteException.class)
                .hasMessageContaining("No such file or directory");
    }

    @Test
    void aLinkStaysALinkAndItsTargetChanges() throws Exception {
        Path real = Files.writeString(folder.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);

        WholeFile.write(link, out -> out.write('n'));

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("n");
    }

    @Test
    void permissionsOfAnOlderFileAreKept() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        WholeFile.write(file, out -> out.write('n'));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
