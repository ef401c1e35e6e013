package ridscope.enumerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.LinkSpeed;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.source.Fixtures;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.text.Numbers;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;
import tools.jackson.databind.JsonNode;

/** Hex dumps of real machines: parents, roles, links and SR-IOV against what lspci prints for the same bytes. */
class LspciOracleTest {

    private static final Map<String, String> ROLES = Map.of(
            "Endpoint", "endpoint",
            "Legacy Endpoint", "legacy-endpoint",
            "Root Port", "root-port",
            "Upstream Port", "upstream-port",
            "Downstream Port", "downstream-port",
            "PCI-Express to PCI/PCI-X Bridge", "pcie-to-pci-bridge",
            "PCI/PCI-X to PCI-Express Bridge", "pci-to-pcie-bridge",
            "Root Complex Integrated Endpoint", "rciep",
            "Root Complex Event Collector", "rcec");

    static List<Path> dumps() {
        return Fixtures.files("real/hex");
    }

    private static Topology topology(Path dump) throws SnapshotException {
        return Enumerator.enumerate(
                new SnapshotOpener()
                        .open(new Source.OnDisk(dump), Feedback.NONE)
                        .hosts()
                        .get(0),
                Feedback.NONE);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dumps")
    void pathsAreThoseOfLspci(Path dump) throws Exception {
        Topology t = topology(dump);
        Map<String, String> ours = new TreeMap<>();
        t.functions()
                .forEach(f -> ours.put(
                        f.address().toString(),
                        f.parent().map(FunctionAddress::toString).orElse("root")));
        assertThat(ours).isEqualTo(parents(dump));
        assertThat(t.functions()).allMatch(f -> t.hostBridgeOf(f).isPresent());
    }

    private static Map<String, String> parents(Path dump) throws IOException {
        Map<String, String> parents = new TreeMap<>();
        Path paths = Fixtures.path("expected/real/hex/" + dump.getFileName() + ".paths.txt");
        for (String line : Files.readAllLines(paths)) {
            String[] steps = line.split(" ")[0].split("/");
            String segment = steps[0].substring(0, steps[0].length() - 7);
            String last = "root";
            String above = "root";
            for (String step : steps) {
                above = last;
                last = step.startsWith(segment) ? step : segment + step;
            }
            parents.put(last, above);
        }
        return parents;
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dumps")
    void rolesLinksAndVfsAreThoseOfLspci(Path dump) throws Exception {
        Topology t = topology(dump);
        for (JsonNode e : Fixtures.expected("hex/" + dump.getFileName())) {
            PciFunction f =
                    t.function(FunctionAddress.of(e.get("addr").asString())).orElseThrow();
            JsonNode pcie = e.path("pcie");
            String role = ROLES.get(pcie.path("type").asString(""));
            if (role != null && !e.path("class").asString("").equals("0600")) {
                assertThat(f.role().id()).as("role of %s", f.address()).isEqualTo(role);
            }
            LinkEnd link = f.express().link().orElse(null);
            compare(f, "max", pcie.path("lnkcap"), link == null ? null : link.maxSpeed(), link, true);
            compare(f, "now", pcie.path("lnksta"), link == null ? null : link.speed(), link, false);
            if (e.has("sriov")) {
                assertThat(f.sriov()).as("SR-IOV of %s", f.address()).hasValueSatisfying(s -> {
                    assertThat(s.enabled())
                            .isEqualTo(e.get("sriov").get("enabled").asBoolean());
                    assertThat(s.totalVfs())
                            .isEqualTo(e.get("sriov").get("total").asInt());
                    assertThat(s.possible().orElseThrow().last().unwrapped())
                            .isEqualTo(Numbers.hex(e.get("sriov")
                                            .get("last_possible_vf_rid")
                                            .asString())
                                    .getAsInt());
                });
            }
        }
    }

    private static void compare(
            PciFunction f, String what, JsonNode expected, Optional<LinkSpeed> speed, LinkEnd link, boolean max) {
        String rate = expected.path("speed").asString("");
        if (rate.endsWith("GT/s")) {
            assertThat(speed).as("%s speed of %s", what, f.address()).isNotNull();
            assertThat(speed.map(LinkSpeed::lspciText))
                    .as("%s speed of %s", what, f.address())
                    .contains(rate.replace(".0", ""));
        }
        String width = expected.path("width").asString("");
        if (width.startsWith("x") && !width.equals("x0")) {
            assertThat((max ? link.maxWidth() : link.width()).orElse(0))
                    .as("%s width of %s", what, f.address())
                    .isEqualTo(Numbers.leadingDecimal(width.substring(1)).orElse(-1));
        }
    }
}
