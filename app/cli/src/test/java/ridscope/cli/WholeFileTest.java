package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.source.SnapshotException;

/** A file is written completely or not at all. */
class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void theContentArrivesAndNothingElseIsLeft() throws Exception {
        Path file = folder.resolve("a.txt");

        WholeFile.write(file, out -> out.write("größe"));

        assertThat(file).hasContent("größe");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aFailureLeavesTheOldFileAndNoOther() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write("half of the new");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("disk full");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aBugWhileWritingLeavesTheOldFileToo() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write("half");
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
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("No such file or directory");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
