package ridscope.source.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.file.FileTree;
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

    @Test
    void anAttributeThatHangsIsGivenUp() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        List<String> given = new ArrayList<>();
        try (PatientTree tree = new PatientTree(new Hanging(never), 20, given::add)) {
            assertThat(tree.read("a/vendor", 10)).isEqualTo(new byte[] {1});
            assertThatThrownBy(() -> tree.read("a/sriov_numvfs", 10)).hasMessageContaining("no answer");
            assertThat(given).containsExactly("a/sriov_numvfs");
        } finally {
            never.countDown();
        }
    }

    private HostSnapshot read() throws SnapshotException {
        LiveReader reader =
                new LiveReader(folder.resolve("sys"), folder.resolve("kernel"), Clock.fixed(NOW, ZoneOffset.UTC));
        return reader.read(new Source.Live(), Feedback.NONE).get(0);
    }

    private record Hanging(CountDownLatch never) implements FileTree {
        @Override
        public Kind kind(String path) {
            return Kind.FILE;
        }

        @Override
        public List<String> list(String path) {
            return List.of();
        }

        @Override
        public byte[] read(String path, int limit) throws IOException {
            if (path.endsWith("sriov_numvfs")) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            return new byte[] {1};
        }

        @Override
        public long size(String path) {
            return 0;
        }

        @Override
        public Optional<String> link(String path) {
            return Optional.empty();
        }
    }
}
