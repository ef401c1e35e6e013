package ridscope.source.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.file.FileTree;
import ridscope.file.MemoryTree;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.source.sysfs.SysfsHost;
import ridscope.text.Diagnostic;

class PatientTreeTest {

    @SuppressWarnings("InlineFormatString")
    private static final String CARD = "devices/pci0000:00/0000:00:%02x.0";

    private static final int PATIENCE = 20;

    private final CountDownLatch never = new CountDownLatch(1);
    private final List<Diagnostic> given = new ArrayList<>();

    @AfterEach
    void letGo() {
        never.countDown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/0000:3b:00.0/sriov_numvfs",
                "a/0000:3b:00.0/sriov_vf_total_msix",
                "a/0000:3b:00.0/config",
                "a/0000:3b:00.0/current_link_speed",
                "a/0000:3b:00.0/uevent",
                "bus/pci/slots/5/power",
                "bus/pci/slots/5/adapter"
            })
    void anAttributeThatHangsIsGivenUp(String path) throws Exception {
        try (PatientTree tree = new PatientTree(
                new Hanging(new MemoryTree().file("a/vendor", "x"), path::equals), PATIENCE, given::add)) {
            assertThat(tree.read("a/vendor", 10)).isEqualTo(new byte[] {'x'});
            assertThatThrownBy(() -> tree.read(path, 10)).hasMessageContaining("no answer");
        }
        String subject = path.startsWith("bus") ? "slot 5" : "0000:3b:00.0";
        assertThat(given).extracting(d -> d.subject().orElseThrow()).containsExactly(subject);
        assertThat(given.get(0).text()).contains(path.substring(path.lastIndexOf('/') + 1) + " of " + subject);
    }

    @Test
    void aHostOfWhichEveryLockIsHeldIsReadAllTheSame() {
        MemoryTree sys = new MemoryTree();
        for (int device = 0; device < 32; device++) {
            String card = String.format(CARD, device);
            sys.file(card + "/vendor", "0x8086\n")
                    .file(card + "/config", new byte[64])
                    .file(card + "/sriov_numvfs", "4\n")
                    .file(card + "/sriov_vf_total_msix", "64\n");
        }
        HostSnapshot host;
        try (PatientTree tree = new PatientTree(
                new Hanging(sys, path -> path.contains("sriov") || path.endsWith("0000:00:03.0/config")),
                PATIENCE,
                given::add)) {
            host = new SysfsHost(tree).read(Provenance.of("live"), Feedback.NONE);
        }
        assertThat(host.functions()).hasSize(32);
        assertThat(host.functions())
                .allMatch(f -> f.os().identity().vendor().isPresent())
                .allMatch(f -> f.os().sriov().numVfs().isEmpty());
        assertThat(host.functions())
                .filteredOn(f -> f.config().length() == 0)
                .as("a lock that is held hides no other function's bytes until too much hangs")
                .extracting(FunctionRecord::address)
                .hasSizeGreaterThanOrEqualTo(1)
                .hasSizeLessThan(32);
        assertThat(given).as("one word for each function").hasSize(32);
        assertThat(given.get(31).text()).contains("too many attributes hang");
    }

    @Test
    void readersThatAnswerAreGoneAfterwards() throws Exception {
        try (PatientTree tree = new PatientTree(new MemoryTree().file("a/uevent", "x"), 10_000, given::add)) {
            tree.read("a/uevent", 10);
            assertThat(readers()).isNotEmpty();
        }
        for (Thread reader : readers()) {
            reader.join(10_000);
        }
        assertThat(readers()).isEmpty();
        assertThat(given).isEmpty();
    }

    private static List<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("sysfs reader"))
                .toList();
    }

    private final class Hanging implements FileTree {
        private final FileTree tree;
        private final Predicate<String> hangs;

        Hanging(FileTree tree, Predicate<String> hangs) {
            this.tree = tree;
            this.hangs = hangs;
        }

        @Override
        public Kind kind(String path) {
            return tree.kind(path);
        }

        @Override
        public List<String> list(String path) throws IOException {
            return tree.list(path);
        }

        @Override
        public byte[] read(String path, int limit) throws IOException {
            if (hangs.test(path)) {
                await();
            }
            return tree.read(path, limit);
        }

        private void await() throws IOException {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public long size(String path) {
            return tree.size(path);
        }

        @Override
        public Optional<String> link(String path) {
            return tree.link(path);
        }
    }
}
