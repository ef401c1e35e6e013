package ridscope.source.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;

class LiveReaderTest {

    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.5Z");

    @TempDir
    Path folder;

    @Test
    void thisMachineIsReadAndSaidToBeSo() throws Exception {
        Path function = Files.createDirectories(folder.resolve("sys/devices/pci0000:00/0000:00:02.0"));
        Files.write(function.resolve("config"), new byte[64]);
        Files.createDirectories(folder.resolve("sys/bus/pci/devices"));
        Files.createDirectories(folder.resolve("kernel"));
        Files.writeString(folder.resolve("kernel/hostname"), "db7\n");
        Files.writeString(folder.resolve("kernel/osrelease"), "6.1.0\n");
        HostSnapshot host = read();
        assertThat(host.provenance())
                .isEqualTo(new Provenance(
                        "live",
                        Optional.of("db7"),
                        Optional.of("6.1.0"),
                        Optional.of(Instant.parse("2026-05-06T07:08:09Z")),
                        Optional.of("RIDscope"),
                        Optional.of(false),
                        true));
        assertThat(host.functions()).hasSize(1);
    }

    @Test
    void noLinuxAndNoDevicesAreSaid() throws Exception {
        assertThatThrownBy(this::read).isInstanceOf(SnapshotException.class).hasMessageContaining("no Linux");
        Files.createDirectories(folder.resolve("sys/bus"));
        assertThatThrownBy(this::read).isInstanceOf(SnapshotException.class).hasMessageContaining("no PCI devices");
    }

    @Test
    void theOpenerFindsTheReaderForThisMachine() {
        try {
            assertThat(new SnapshotOpener()
                            .open(new Source.Live(), Feedback.NONE)
                            .kind())
                    .isEqualTo("live");
        } catch (SnapshotException e) {
            assertThat(e).hasMessageStartingWith("This machine");
        }
    }

    private HostSnapshot read() throws SnapshotException {
        LiveReader reader =
                new LiveReader(folder.resolve("sys"), folder.resolve("kernel"), Clock.fixed(NOW, ZoneOffset.UTC));
        return reader.read(new Source.Live(), Feedback.NONE).get(0);
    }
}
