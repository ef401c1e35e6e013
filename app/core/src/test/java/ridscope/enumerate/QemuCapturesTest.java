package ridscope.enumerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.enumerate.QemuCapture.Telling;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.source.Fixtures;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Topology;
import tools.jackson.databind.JsonNode;

/** What real kernels made of emulated machines against what we make of the same registers and attributes. */
class QemuCapturesTest {

    static Stream<Arguments> captures() throws IOException {
        List<Arguments> captures = new ArrayList<>();
        for (Path folder : Fixtures.files("qemu")) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(f -> f.toString().endsWith(".json") && !f.endsWith("machine.json"))
                            .sorted()
                            .forEach(f -> captures.add(Arguments.of(f)));
                }
            }
        }
        return captures.stream().flatMap(c -> Stream.of(Telling.values()).map(t -> Arguments.of(c.get()[0], t)));
    }

    @ParameterizedTest(name = "{0} {1}", allowZeroInvocations = true)
    @MethodSource("captures")
    void agreesWithTheKernel(Path file, Telling telling) throws IOException {
        QemuCapture capture = new QemuCapture(file);
        Topology t = Enumerator.enumerate(capture.snapshot(telling), Feedback.NONE);

        Map<String, String> ours = new TreeMap<>();
        Map<String, String> theirs = new TreeMap<>();
        for (JsonNode f : capture.functions()) {
            String address = f.get("addr").asString();
            PciFunction function = t.function(FunctionAddress.of(address)).orElseThrow();
            String above = f.get("parent").asString();
            theirs.put(address, (above.startsWith("pci") ? "root" : above) + ids(f) + buses(f));
            ours.put(address, function.parent().map(Object::toString).orElse("root") + ids(function) + buses(function));
            int index = 0;
            for (JsonNode vf : f.get("virtfns")) {
                theirs.put(vf.asString() + " is", "VF " + index++ + " of " + address);
            }
            function.virtual()
                    .ifPresent(v -> ours.put(address + " is", "VF " + v.index() + " of " + v.physicalFunction()));
        }
        assertThat(ours).isEqualTo(theirs);
        assertThat(t.functions()).hasSize(size(capture));
        assertThat(t.diagnostics()).isEmpty();
        assertThat(t.hostBridges()).allMatch(h -> !h.invented());
        t.segments().forEach(s -> assertThat(RidMap.of(t, s).usedCount()).isEqualTo(inSegment(t, s)));
    }

    private static int size(QemuCapture capture) {
        return (int)
                StreamSupport.stream(capture.functions().spliterator(), false).count();
    }

    private static int inSegment(Topology t, Segment segment) {
        return (int) t.functions().stream()
                .filter(f -> f.address().segment().equals(segment))
                .count();
    }

    private static String ids(JsonNode f) {
        return " " + f.get("vendor").asString().substring(2) + ":"
                + f.get("device").asString().substring(2);
    }

    private static String ids(PciFunction f) {
        return String.format(
                " %04x:%04x",
                f.identity().vendor().getAsInt(), f.identity().device().getAsInt());
    }

    private static String buses(JsonNode f) {
        return f.get("secondary_bus_number").isNull()
                ? ""
                : " " + f.get("secondary_bus_number").asInt() + "-"
                        + f.get("subordinate_bus_number").asInt();
    }

    private static String buses(PciFunction f) {
        return f.bridge().map(b -> " " + b.secondary() + "-" + b.subordinate()).orElse("");
    }

    /** Roles, links and root windows must not depend on privilege where sysfs attributes tell enough. */
    @ParameterizedTest(name = "{0} {1}", allowZeroInvocations = true)
    @MethodSource("captures")
    void rolesAreTheSameWithoutPrivilege(Path file, Telling telling) throws IOException {
        QemuCapture capture = new QemuCapture(file);
        Topology full = Enumerator.enumerate(capture.snapshot(Telling.SYSFS), Feedback.NONE);
        Topology told = Enumerator.enumerate(capture.snapshot(telling), Feedback.NONE);

        Map<FunctionAddress, Role> expected = roles(full);
        // Without its capability list a chipset function is not proved to be conventional; nothing else may be unknown.
        told.functions().stream()
                .filter(f -> !f.role().known())
                .forEach(f -> expected.replace(f.address(), Role.CONVENTIONAL, f.role()));
        assertThat(roles(told)).isEqualTo(expected);
        assertThat(told.switches()).isEqualTo(full.switches());
        assertThat(told.hostBridges().stream().map(HostBridge::buses))
                .containsExactlyElementsOf(
                        full.hostBridges().stream().map(HostBridge::buses).toList());
        assertThat(told.links().stream().map(l -> l.port() + " " + l.device()))
                .containsExactlyElementsOf(full.links().stream()
                        .map(l -> l.port() + " " + l.device())
                        .toList());
    }

    private static Map<FunctionAddress, Role> roles(Topology t) {
        Map<FunctionAddress, Role> roles = new TreeMap<>();
        t.functions().forEach(f -> roles.put(f.address(), f.role()));
        return roles;
    }
}
