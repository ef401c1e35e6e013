package ridscope.source.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.testing.FakeSys;
import ridscope.testing.FlagshipHost;
import ridscope.testing.SampleHosts;
import ridscope.testing.TopologyFacts;

/** One host read in several ways gives the same topology where all of them know a fact. */
class SameHostTest {

    private static final Path SYS = Path.of("/sys");
    private static final String NOBODY = "65534";

    /** What a reader reads. Others are left out of the copy: reading a {@code resource0} or {@code rom} touches the device. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("vendor|device|subsystem_vendor|subsystem_device|class|revision"
                    + "|config|modalias|numa_node|ari_enabled|(current|max)_link_(speed|width)|sriov_(totalvfs|numvfs|offset|stride"
                    + "|vf_device|vf_total_msix)|resource|power_state|runtime_status|uevent|secondary_bus_number"
                    + "|subordinate_bus_number|cpulist|address|power|adapter|cur_bus_speed|max_bus_speed");

    @TempDir
    Path folder;

    @Test
    void thisMachineUnprivilegedAndAsACopy() throws Exception {
        HostSnapshot live;
        try {
            live = new LiveReader().read(new Source.Live(), Feedback.NONE).get(0);
        } catch (SnapshotException e) {
            assumeTrue(false, "skipped: " + e.getMessage());
            return;
        }
        copy();
        Map<String, String> copied = facts(new SnapshotOpener()
                .open(new Source.OnDisk(folder), Feedback.NONE)
                .hosts()
                .get(0));
        boolean root = live.provenance().privileged().equals(Optional.of(true));
        Map<String, String> unprivileged = root ? factsAsNobody() : facts(live);
        assertThat(copied).as("a copy loses nothing").isEqualTo(facts(live));
        agree(unprivileged, copied);
    }

    static Stream<HostSnapshot> hosts() {
        return Stream.concat(Stream.of(FlagshipHost.snapshot()), SampleHosts.all().values().stream());
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void anyHostUnprivilegedAndAsACopy(HostSnapshot host) throws Exception {
        Path sys = folder.resolve("live/sys");
        FakeSys.write(host, sys, 64);
        FakeSys.write(host, folder.resolve("copy/sys"), 4096);
        HostSnapshot live = new LiveReader(sys, folder, Clock.systemUTC())
                .read(new Source.Live(), Feedback.NONE)
                .get(0);
        HostSnapshot copy = new SnapshotOpener()
                .open(new Source.OnDisk(folder.resolve("copy")), Feedback.NONE)
                .hosts()
                .get(0);
        assertThat(live.provenance().privileged()).hasValue(false);
        assertThat(copy.provenance().privileged()).hasValue(true);
        assertThat(copy.functions()).hasSameSizeAs(host.functions());
        agree(facts(live), facts(copy));
    }

    private static void agree(Map<String, String> one, Map<String, String> other) {
        assertThat(here(one)).isNotEmpty().isEqualTo(here(other));
        Set<String> both = new TreeSet<>(one.keySet());
        both.retainAll(other.keySet());
        for (String fact : both) {
            assertThat(one.get(fact)).as(fact).isEqualTo(other.get(fact));
        }
        assertThat(both.size())
                .as("facts that both know")
                .isGreaterThan(9 * here(one).size());
    }

    private static List<String> here(Map<String, String> facts) {
        return facts.keySet().stream().filter(name -> name.endsWith(" here")).toList();
    }

    private static Map<String, String> facts(HostSnapshot host) {
        return TopologyFacts.of(Enumerator.enumerate(host, Feedback.NONE));
    }

    /** In a process of its own: the kernel asks who opened a file. */
    private static Map<String, String> factsAsNobody() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process;
        try {
            process = new ProcessBuilder(
                            "setpriv",
                            "--reuid=" + NOBODY,
                            "--regid=" + NOBODY,
                            "--clear-groups",
                            java.toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            place(LiveReader.class) + ":" + place(PrintFacts.class),
                            PrintFacts.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: no setpriv here to read without privilege");
            return Map.of();
        }
        Map<String, String> facts = new TreeMap<>();
        for (String line : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            facts.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
        }
        assumeTrue(process.waitFor() == 0, "skipped: nobody may not run Java on these class files");
        assertThat(facts).isNotEmpty();
        return facts;
    }

    private static Path place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The PCI part of {@code /sys} as it is, links included. */
    private void copy() throws IOException {
        Deque<Path> queue = new ArrayDeque<>();
        try (Stream<Path> devices = Files.list(SYS.resolve("devices"))) {
            devices.filter(d -> d.getFileName().toString().startsWith("pci")).forEach(queue::add);
        }
        queue.add(SYS.resolve("bus/pci/devices"));
        queue.add(SYS.resolve("bus/pci/slots"));
        queue.add(SYS.resolve("devices/system/node"));
        queue.add(SYS.resolve("kernel/iommu_groups"));
        while (!queue.isEmpty()) {
            Path path = queue.remove();
            Path target = folder.resolve("sys").resolve(SYS.relativize(path));
            if (Files.isSymbolicLink(path)) {
                Files.createSymbolicLink(target, Files.readSymbolicLink(path));
            } else if (Files.isDirectory(path)) {
                Files.createDirectories(target);
                try (Stream<Path> below = Files.list(path)) {
                    below.forEach(queue::add);
                }
            } else if (ATTRIBUTE.matcher(path.getFileName().toString()).matches()
                    || path.getParent().endsWith("msi_irqs")) {
                copyFile(path, target);
            }
        }
    }

    private static void copyFile(Path path, Path target) {
        try {
            Files.write(target, Files.readAllBytes(path));
        } catch (IOException e) {
            // What this user may not read is not in the copy either.
        }
    }
}
