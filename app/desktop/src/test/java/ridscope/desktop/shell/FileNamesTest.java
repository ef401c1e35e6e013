package ridscope.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void theFileIsNamedAfterTheHost() {
        assertThat(FileNames.of(Optional.of("server-a"), "topology.svg")).isEqualTo("server-a-topology.svg");
        assertThat(FileNames.of(Optional.of("a/b c"), "x.svg")).isEqualTo("a-b-c-x.svg");
        assertThat(FileNames.of(Optional.of("../x"), "x.svg")).isEqualTo("x.svg");
        assertThat(FileNames.of(Optional.empty(), "x.svg")).isEqualTo("x.svg");
    }
}
