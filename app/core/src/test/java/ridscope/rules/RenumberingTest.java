package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static ridscope.rules.RuleCase.host;
import static ridscope.rules.RuleCase.nic;
import static ridscope.rules.RuleCase.rootPort;
import static ridscope.rules.RuleCase.topology;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.SampleCorpus;

/** Whether {@code pci=assign-busses} is advised: not where it would take buses that VFs or SDIs have. */
class RenumberingTest {

    private static final String OFFER = "On x86, boot with pci=assign-busses,hpbussize=8 after a look at the plan.";

    private static String advice(String id, HostBuilder host) {
        return advice(id, Rules.check(topology(host)));
    }

    private static String advice(String id, List<Finding> findings) {
        List<String> all = findings.stream()
                .filter(f -> f.id().equals(id) && f.severity() != Severity.NOT_CHECKED)
                .map(Finding::advice)
                .toList();
        assertThat(all).as(id).hasSize(1);
        return all.get(0);
    }

    /** An empty hot-plug port without a spare number, next to a port of four. */
    private static HostBuilder spareless(ConfigBuilder card) {
        return host().function("00:01.0", rootPort(1, 1).slot(1, true, false))
                .function("00:02.0", rootPort(2, 5).slot(2, false, true))
                .function("02:00.0", card);
    }

    @Test
    void itIsOfferedWhereNothingIsLost() {
        assertThat(advice("HOTPLUG_NO_SPARE", spareless(nic()))).endsWith(OFFER);
        // Linux reserves for VFs.
        assertThat(advice("HOTPLUG_NO_SPARE", spareless(nic().srIov(512, 1, 1, 0x10ca))))
                .endsWith(OFFER);
        // These SDIs need no bus of their own.
        assertThat(advice("HOTPLUG_NO_SPARE", spareless(nic().siov(255, 1, 1)))).endsWith(OFFER);
    }

    @Test
    void itIsNotOfferedWhereSdisWouldLoseTheirBuses() {
        HostBuilder host = spareless(nic().siov(768, 1, 1));

        assertThat(advice("HOTPLUG_NO_SPARE", host))
                .contains("reserve buses in the firmware setup")
                .endsWith("Not with pci=assign-busses,hpbussize=8 here: 513 of the 768 SDIs of 0000:02:00.0 would lose"
                        + " buses that lead to them now: Linux reserves none for SDIs.");
        assertThat(advice("SIOV_UNRESERVED", host))
                .endsWith("Do not boot with pci=assign-busses (x86): Linux would then give its buses to others.");
    }

    /** SDIs that have no buses have none to lose. */
    @Test
    void nothingIsForbiddenForTheSakeOfSdisWithoutBuses() {
        HostBuilder host = host().function("00:01.0", rootPort(1, 1).slot(1, true, false))
                .function("00:02.0", rootPort(2, 2))
                .function("02:00.0", nic().siov(768, 1, 1));

        assertThat(advice("HOTPLUG_NO_SPARE", host)).endsWith(OFFER);
        assertThat(advice("SIOV_UNRESERVED", host)).doesNotContain("assign-busses");
    }

    @Test
    void itIsNotOfferedWhereNumbersWouldRunOut() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 5)
                .function("00:01.0", rootPort(1, 1).slot(1, true, false))
                .function("00:02.0", rootPort(2, 2))
                .function("02:00.0", nic());

        assertThat(advice("HOTPLUG_NO_SPARE", host))
                .endsWith("Not with pci=assign-busses,hpbussize=8 here: bus numbers would run out, as a plan with it"
                        + " shows.");
    }

    /** 64 bytes do not tell whether there are SDIs behind a port with buses to lose. */
    @Test
    void unreadSdisAreMentioned() {
        HostBuilder blind = spareless(nic().length(64));
        HostBuilder tight = host().function("00:01.0", rootPort(1, 1).slot(1, true, false))
                .function("00:02.0", rootPort(2, 2))
                .function("02:00.0", nic().length(64));

        assertThat(advice("HOTPLUG_NO_SPARE", blind))
                .endsWith(
                        OFFER + " SIOV registers of 1 function were not read; SDIs of it may lose their buses by it.");
        assertThat(advice("HOTPLUG_NO_SPARE", tight)).endsWith(OFFER);
    }

    @Test
    void otherArchitecturesAreToldNothingOfIt() {
        HostBuilder host =
                spareless(nic().siov(768, 1, 1)).provenance("sysfs", "h", "6.1.0-56-arm64", "2026-01-01T00:00:00Z");

        assertThat(Rules.check(topology(host))).extracting(Finding::advice).noneMatch(a -> a.contains("assign-busses"));
    }

    /** IOV_BUS_FOREIGN speaks of what lies there; renumbering makes room for VFs only. */
    @Test
    void foreignBusesAreToldByWhatLiesThere() {
        HostBuilder neighbours = host().function("00:01.0", rootPort(1, 1)).function("00:02.0", rootPort(2, 2));
        HostBuilder vfs = neighbours.function("01:00.0", nic().srIov(8, 256, 1, 0x10ca));
        List<Finding> ofVfs = foreign(vfs);
        HostBuilder sdis = host().function("00:01.0", rootPort(1, 1))
                .function("00:02.0", rootPort(2, 2))
                .function("01:00.0", nic().siov(8, 256, 1));
        List<Finding> ofSdis = foreign(sdis);
        List<Finding> both = foreign(host().function("00:01.0", rootPort(1, 1))
                .function("00:02.0", rootPort(2, 2))
                .function("01:00.0", nic().srIov(8, 256, 1, 0x10ca).siov(8, 264, 1)));

        assertThat(ofVfs.get(0).heading()).isEqualTo("PFs with VFs on buses of other bridges");
        assertThat(ofVfs.get(0).advice())
                .endsWith("On x86, pci=assign-busses makes Linux do it.")
                .doesNotContain("SDI");
        assertThat(ofSdis.get(0).heading()).isEqualTo("PFs with SDIs on buses of other bridges");
        assertThat(ofSdis.get(0).detail())
                .isEqualTo("Completions for them are sent to the bridge that forwards the bus.");
        assertThat(ofSdis.get(0).advice()).doesNotContain("VF", "assign-busses");
        assertThat(FindingGroup.of(both)).singleElement().satisfies(g -> {
            assertThat(g.heading()).isEqualTo("PFs with VFs or SDIs on buses of other bridges");
            assertThat(g.detail()).contains("such a VF");
        });
    }

    private static List<Finding> foreign(HostBuilder host) {
        return Rules.check(topology(host)).stream()
                .filter(f -> f.id().equals("IOV_BUS_FOREIGN"))
                .toList();
    }

    static Stream<String> samples() {
        return SampleCorpus.names().stream();
    }

    /** One report does not offer what it warns of. */
    @ParameterizedTest
    @MethodSource("samples")
    void noReportContradictsItself(String sample) throws Exception {
        List<Finding> findings = Rules.check(SampleCorpus.topology(sample));
        boolean offered = findings.stream().anyMatch(f -> f.advice().matches("(?s).*On x86, .*assign-busses.*"));
        boolean refused = findings.stream()
                .anyMatch(f -> f.advice().matches("(?s).*(Do not boot with|Not with) pci=assign-busses.*"));

        assertThat(offered && refused).isFalse();
    }

    @Test
    void theFlagshipSampleRefusesIt() throws Exception {
        List<Finding> findings = Rules.check(SampleCorpus.topology("siov-server"));

        assertThat(advice("HOTPLUG_NO_SPARE", findings)).contains("Not with pci=assign-busses", "0000:04:00.0");
    }
}
