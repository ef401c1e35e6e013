package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static ridscope.rules.RuleCase.host;
import static ridscope.rules.RuleCase.nic;
import static ridscope.rules.RuleCase.rootPort;
import static ridscope.rules.RuleCase.said;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.enumerate.Enumerator;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.job.Feedback;
import ridscope.source.Fixtures;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.testing.HostBuilder;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * SIOV Status (section 5.2 of the reference) says that at least one SDI is enabled: neither how many nor which. So what concerns
 * all SDIs of an active PF is broken now (6.2, "enabled"), and what concerns some of them may be (6.2, "potential").
 */
class ActiveSdisTest {

    private static HostBuilder pf(int total, int status, int offset) {
        return host().function("00:01.0", rootPort(1, 1))
                .function("01:00.0", nic().siov(total, status, offset, 1), os -> os.driver("accel"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "512 | 0 | 256 | WARNING 0000:01:00.0 All 512 SDIs of 0000:01:00.0 lie beyond the end of 0000:00:01.0"
                        + " [01-01]; the last on bus 03",
                "512 | 1 | 256 | ERROR 0000:01:00.0 All 512 SDIs of 0000:01:00.0 lie beyond the end of 0000:00:01.0"
                        + " [01-01]; the last on bus 03; SIOV Status says that at least one is enabled",
                "512 | 1 | 1 | WARNING 0000:01:00.0 257 of the 512 SDIs of 0000:01:00.0, from SDI 255 on, lie beyond the"
                        + " end of 0000:00:01.0 [01-01]; the last on bus 03; SIOV Status says that at least one SDI is"
                        + " enabled, not which",
                "256 | 1 | 1 | WARNING 0000:01:00.0 SDI 255 of the 256 SDIs of 0000:01:00.0 lies beyond the end of"
                        + " 0000:00:01.0 [01-01]; the last on bus 02; SIOV Status says that at least one SDI is enabled,"
                        + " not which",
                "1 | 1 | 256 | ERROR 0000:01:00.0 The only SDI of 0000:01:00.0 lies beyond the end of 0000:00:01.0"
                        + " [01-01]; the last on bus 02; SIOV Status says that it is enabled",
                "1 | 0 | 256 | WARNING 0000:01:00.0 The only SDI of 0000:01:00.0 lies beyond the end of 0000:00:01.0"
                        + " [01-01]; the last on bus 02"
            })
    void beyondThePort(int total, int status, int offset, String expected) {
        assertThat(said("SDI_BEYOND_SUBORDINATE", pf(total, status, offset))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, WARNING", "1, ERROR"})
    void onTheBusOfAnotherPortAndBeyondFfff(int status, Severity severity) {
        HostBuilder foreign = pf(8, status, 256).function("00:02.0", rootPort(2, 2));
        HostBuilder beyond = host().function("00:01.0", rootPort(0xff, 0xff))
                .function("ff:00.0", nic().siov(8, status, 256, 1), os -> os.driver("accel"));

        assertThat(said("IOV_BUS_FOREIGN", foreign)).startsWith(severity + " 0000:01:00.0 All 8 SDIs of");
        assertThat(said("RID_OVERFLOW", beyond)).startsWith(severity + " 0000:ff:00.0 All 8 SDIs of");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0 | WARNING 0000:01:00.0 Routing ID 01:00.1 has two owners: SDIs of 0000:01:00.0 and function"
                        + " 0000:01:00.1, as soon as all of them exist",
                "1 | 1 | ERROR 0000:01:00.0 Routing ID 01:00.1 has two owners: SDIs of 0000:01:00.0 and function"
                        + " 0000:01:00.1; SIOV Status says that at least one of these SDIs is enabled",
                "2 | 1 | WARNING 0000:01:00.0 Routing ID 01:00.1 has two owners: SDIs of 0000:01:00.0 and function"
                        + " 0000:01:00.1, as soon as all of them exist; SIOV Status says that at least one SDI of"
                        + " 0000:01:00.0 is enabled, not which"
            })
    void withAnotherFunction(int total, int status, String expected) {
        assertThat(said("IOV_COLLISION", pf(total, status, 1).function("01:00.1", nic())))
                .isEqualTo(expected);
    }

    private static List<HostSnapshot> captured() throws Exception {
        return new SnapshotOpener()
                .open(new Source.OnDisk(Fixtures.path("qemu/m-siov/sysfs.tar.gz")), Feedback.NONE)
                .hosts();
    }

    private static Topology topology(HostSnapshot host) {
        return Enumerator.enumerate(host, Feedback.NONE);
    }

    /**
     * The captures have no {@code SIOV_ACTIVE_AT_INIT}, and rightly so: 05:00.0 has its status bit set, but a driver is bound to
     * it in both, and the rule is about a snapshot from before any driver (6.2). That some of its SDIs are enabled is told where
     * it matters.
     */
    @Test
    void theActivePfOfTheCapturesHasADriver() throws Exception {
        for (HostSnapshot host : captured()) {
            Topology topology = topology(host);
            List<PciFunction> active = topology.functions().stream()
                    .filter(f -> f.siov().filter(s -> s.capability().active()).isPresent())
                    .toList();

            assertThat(active)
                    .extracting(f -> f.address() + " " + f.driver().orElse("none"))
                    .containsExactly("0000:05:00.0 e1000e");
            assertThat(said("SIOV_ACTIVE_AT_INIT", Rules.check(topology))).isEmpty();
            assertThat(said("SDI_BEYOND_SUBORDINATE", Rules.check(topology)).lines())
                    .contains(
                            "WARNING 0000:05:00.0 900 of the 1,024 SDIs of 0000:05:00.0, from SDI 124 on, lie beyond the"
                                    + " end of 0000:04:00.0 [05-05]; the last on bus 0d; SIOV Status says that at least one SDI"
                                    + " is enabled, not which");
        }
    }

    /** The same captures as they were before a driver was bound. */
    @Test
    void withoutDriversItIsTold() throws Exception {
        HostSnapshot host = captured().get(0);
        List<FunctionRecord> records =
                host.functions().stream().map(ActiveSdisTest::undriven).toList();
        HostSnapshot before = new HostSnapshot(
                host.provenance(), host.rootBuses(), records, List.of(), List.of(), host.diagnostics());

        assertThat(said("SIOV_ACTIVE_AT_INIT", Rules.check(topology(before))))
                .isEqualTo(
                        "WARNING 0000:05:00.0 0000:05:00.0 says that at least one SDI is enabled, and no driver is bound"
                                + " to it");
    }

    private static FunctionRecord undriven(FunctionRecord r) {
        return new FunctionRecord(
                r.address(), r.config(), r.configSize(), OsFacts.NONE.withIdentity(r.os().identity()));
    }
}
