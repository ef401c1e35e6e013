package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    @TempDir
    private Path folder;

    @Test
    void overlaysAreInTheFile() throws Exception {
        Path svg = folder.resolve("server.svg");

        Run run = Run.of("export", "sample:siov-server", "-o", svg.toString(), "--overlay", "iommu-groups,link-health");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(svg)).contains("group 11", " · full<");
    }
}
