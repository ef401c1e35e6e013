package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static ridscope.rules.RuleCase.bridge;
import static ridscope.rules.RuleCase.host;
import static ridscope.rules.RuleCase.nic;
import static ridscope.rules.RuleCase.rootPort;
import static ridscope.rules.RuleCase.said;
import static ridscope.rules.RuleCase.topology;

import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.SampleCorpus;

/** What is advised for VFs and SDIs whose Routing IDs are out of reach, or somebody else's. */
class IovAdviceTest {

    private static final String MORE =
            "Give the port of the PF more buses, so that its %s do not reach those of others.";

    private static final String VENDOR =
            "Both owners belong to one device, and no other bus numbers part them: ask its vendor.";

    private static List<String> advice(String id, HostBuilder host) {
        return advice(id, Rules.check(topology(host)));
    }

    private static List<String> advice(String id, List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.id().equals(id) && f.severity() != Severity.NOT_CHECKED)
                .map(Finding::advice)
                .toList();
    }

    private static HostBuilder behind(int secondary, int subordinate, ConfigBuilder device) {
        return host().function("00:01.0", rootPort(secondary, subordinate))
                .function(String.format("%02x:00.0", secondary), device);
    }

    /** There are no buses above ff that a port could be given. */
    @Test
    void nobodyIsToldToGiveBusesThatDoNotExist() throws Exception {
        List<Finding> sample = Rules.check(SampleCorpus.topology("siov-rid-overflow"));
        HostBuilder vfs = behind(0xfe, 0xff, nic().srIov(16, 384, 16, 0x10ca).siov(1, 1, 1))
                .provenance("sysfs", "h", "6.1.0-56-amd64", "2026-01-01T00:00:00Z");

        assertThat(advice("SDI_BEYOND_SUBORDINATE", sample)).containsExactly("See RID_OVERFLOW.");
        assertThat(advice("SIOV_UNRESERVED", sample))
                .containsExactly("See RID_OVERFLOW. Do not boot with pci=assign-busses (x86): Linux would then give its"
                        + " buses to others.");
        assertThat(advice("VF_BEYOND_SUBORDINATE", vfs)).containsExactly("See RID_OVERFLOW.");
        assertThat(said("SDI_BEYOND_SUBORDINATE", sample)).endsWith("[f0-ff]; the last on bus 100 (beyond ff)");
        assertThat(said("SIOV_UNRESERVED", sample)).contains("need 16 buses more, up to 100 (beyond ff); ");
    }

    /** A port that ends before ff can be given some of the buses. */
    @Test
    void whereMoreBusesHelpSomeBothIsSaid() {
        HostBuilder host = behind(0xf0, 0xf3, nic().siov(1024, 256, 4)).function("00:02.0", bridge(0, 0xf8, 0xf8));

        assertThat(advice("SDI_BEYOND_SUBORDINATE", host))
                .singleElement()
                .asString()
                .startsWith("Give the port more buses in the firmware setup")
                .endsWith(" For those beyond ffff see RID_OVERFLOW.");
        assertThat(advice("IOV_BUS_FOREIGN", host)).containsExactly("See RID_OVERFLOW.");
    }

    /** Where all lies below ffff nothing points there. */
    @Test
    void withoutOverflowNothingPointsToIt() {
        HostBuilder host = behind(0x0a, 0x0a, nic().siov(1024, 1, 1)).function("00:02.0", bridge(0, 0x0c, 0x0d));

        assertThat(Rules.check(topology(host)))
                .extracting(Finding::advice)
                .noneMatch(a -> a.contains("RID_OVERFLOW"))
                .anyMatch(a -> a.startsWith("Have firmware give the port enough buses"));
    }

    /** Moved as one, the sets of a device stay as far from each other as they are. */
    @Test
    void ownersOnOneDeviceAreAMatterOfItsVendor() throws Exception {
        HostBuilder functions =
                behind(7, 7, nic().multifunction().srIov(4, 1, 1, 0x10ca)).function("07:00.1", nic().multifunction());

        assertThat(advice("IOV_COLLISION", Rules.check(SampleCorpus.topology("siov-vf-collision"))))
                .containsExactly(VENDOR);
        assertThat(advice("IOV_COLLISION", functions)).containsExactly(VENDOR);
    }

    /** Whatever of other devices a PF meets, and with whichever of its sets: one advice. */
    @Test
    void aPfIsAdvisedOnceAgainstAllOthers() {
        HostBuilder sdis = behind(6, 6, nic().siov(1024, 1, 1))
                .function("00:02.0", bridge(0, 8, 8))
                .function("08:00.0", nic().srIov(16, 1, 1, 0x10ca));
        HostBuilder both = behind(6, 6, nic().srIov(16, 512, 1, 0x10ca).siov(1024, 1, 1))
                .function("00:02.0", bridge(0, 8, 8))
                .function("08:00.0", nic());
        HostBuilder vfs = behind(6, 6, nic().srIov(16, 512, 1, 0x10ca))
                .function("00:02.0", bridge(0, 8, 8))
                .function("08:00.0", nic().siov(8, 1, 1));

        assertThat(advice("IOV_COLLISION", sdis)).hasSize(2).containsOnly(String.format(MORE, "SDIs"));
        assertThat(advice("IOV_COLLISION", both))
                .contains(VENDOR)
                .filteredOn(a -> !a.equals(VENDOR))
                .hasSize(2)
                .containsOnly(String.format(MORE, "VFs or SDIs"));
        assertThat(advice("IOV_COLLISION", vfs)).hasSize(2).containsOnly(String.format(MORE, "VFs"));
    }
}
