package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static ridscope.rules.RuleCase.host;
import static ridscope.rules.RuleCase.nic;
import static ridscope.rules.RuleCase.rootPort;
import static ridscope.rules.RuleCase.topology;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.host.Architecture;
import ridscope.host.Provenance;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;

/** What findings advise, and what they rest on. */
class AdviceTest {

    private static Finding only(String id, HostBuilder host) {
        List<Finding> found = Rules.check(topology(host)).stream()
                .filter(f -> f.id().equals(id) && f.severity() != Severity.NOT_CHECKED)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static HostBuilder tight(String kernel) {
        return host().provenance("sysfs", "h", kernel, "2026-01-01T00:00:00Z")
                .function("00:01.0", rootPort(3, 3))
                .function("03:00.0", nic().srIov(8, 384, 2, 0x10ca));
    }

    /** The kernel has the option on x86 only; of a host that tells nothing the advice says so. */
    @ParameterizedTest
    @CsvSource({
        "6.1.0-56-arm64, OTHER",
        "5.14.0-427.el9.aarch64, OTHER",
        "6.8.0-31-powerpc64le-smp, OTHER",
        "6.1.0-56-amd64, X86",
        "5.14.0-427.el9.x86_64, X86",
        "6.8.0-31-generic, UNKNOWN"
    })
    void renumberingIsAdvisedOnX86Only(String kernel, Architecture architecture) {
        Topology host = topology(tight(kernel));
        boolean offered = architecture != Architecture.OTHER;

        assertThat(Architecture.of(host.provenance())).isEqualTo(architecture);
        assertThat(only("VF_BEYOND_SUBORDINATE", tight(kernel)).advice().contains("On x86, pci=assign-busses"))
                .isEqualTo(offered);
        BusPlan plan = BusPlanner.plan(host, Wishes.none().withVfs(FunctionAddress.of("03:00.0"), 8));
        assertThat(Advice.of(host, plan).parameters()).isEqualTo(offered ? List.of("pci=assign-busses") : List.of());
    }

    private static ConfigBuilder port() {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1);
    }

    /** Nobody is told to turn on what is on, or what would not help. */
    @Test
    void adviceOnAcsFollowsFromTheStateOfTheIommu() {
        HostBuilder off = host().function("00:01.0", port().acs(0x1f, 0));
        HostBuilder on = host().function("00:01.0", port().acs(0x1f, 0), os -> os.group(1));
        HostBuilder without = host().function("00:01.0", port());

        assertThat(only("ACS_GAP", off).advice()).startsWith("Turn the IOMMU on");
        assertThat(only("ACS_GAP", on).advice()).startsWith("The IOMMU is on").contains("disable_acs_redir");
        assertThat(only("ACS_GAP", without).advice()).doesNotContain("IOMMU");
    }

    private static ConfigBuilder open(PortType type, int primary, int secondary, int subordinate) {
        return ConfigBuilder.port(type, 0x10b5, 3, primary, secondary, subordinate);
    }

    /** What would separate the members of a group hangs on what they share. */
    @Test
    void adviceOnGroupsFollowsFromWhatTheyShare() {
        HostBuilder card = host().function("00:01.0", rootPort(1, 1))
                .function("01:00.0", nic().multifunction())
                .function("01:00.1", nic().multifunction());
        HostBuilder chipset =
                host().function("00:1f.0", nic().multifunction()).function("00:1f.3", nic().multifunction());
        HostBuilder inSwitch = host().function("00:01.0", rootPort(1, 4))
                .function("01:00.0", open(PortType.UPSTREAM_PORT, 1, 2, 4), os -> os.group(5))
                .function("02:00.0", open(PortType.DOWNSTREAM_PORT, 2, 3, 3), os -> os.group(5))
                .function("02:01.0", open(PortType.DOWNSTREAM_PORT, 2, 4, 4), os -> os.group(5))
                .function("03:00.0", nic(), os -> os.group(5))
                .function("04:00.0", nic(), os -> os.group(5));
        HostBuilder rootPorts = host().function(
                        "00:1c.0", open(PortType.ROOT_PORT, 0, 1, 1).multifunction())
                .function("00:1c.4", open(PortType.ROOT_PORT, 0, 2, 2).multifunction())
                .function("01:00.0", nic())
                .function("02:00.0", nic());
        HostBuilder conventional = host().function("00:01.0", rootPort(1, 2))
                .function("01:00.0", open(PortType.PCIE_TO_PCI_BRIDGE, 1, 2, 2))
                .function("02:00.0", ConfigBuilder.device(0x8086, 1, 0x020000))
                .function("02:01.0", ConfigBuilder.device(0x8086, 1, 0x020000));
        HostBuilder unexplained = host().function("00:01.0", rootPort(1, 1))
                .function("00:02.0", rootPort(2, 2))
                .function("01:00.0", nic(), os -> os.group(9))
                .function("02:00.0", nic(), os -> os.group(9));

        assertThat(only("GROUP_SHARED", card).advice()).startsWith("They are functions of one device: no other slot");
        assertThat(only("GROUP_SHARED", chipset).advice()).startsWith("They are built into the chipset");
        assertThat(only("GROUP_SHARED", inSwitch).advice())
                .startsWith("Ports of the switch have no ACS (0000:02:00.0 and 1 more)")
                .contains("a slot outside this switch");
        assertThat(only("GROUP_SHARED", rootPorts).advice())
                .startsWith("The root ports have no ACS (0000:00:1c.0 and 1 more)")
                .contains("below another root port");
        assertThat(only("GROUP_SHARED", conventional).advice()).contains("into a PCI Express slot");
        assertThat(only("GROUP_SHARED", unexplained).advice())
                .startsWith("The registers of the ports above do not show");
    }

    /** Drives behind VMD: the only thing to do is to switch it off. */
    @Test
    void drivesBehindVmdAreToldOfVmd() throws Exception {
        assertThat(Rules.check(SampleCorpus.topology("laptop-vmd")))
                .filteredOn(f -> f.id().equals("GROUP_SHARED"))
                .extracting(Finding::advice)
                .anyMatch(a -> a.contains("switching VMD off"));
    }

    /** Nobody can capture a machine again that does not exist. */
    @Test
    void aDescribedMachineIsNotToBeCapturedAgain() throws Exception {
        assertThat(Rules.check(SampleCorpus.topology("planned-gpu-server")))
                .filteredOn(f -> f.severity() == Severity.NOT_CHECKED)
                .isNotEmpty()
                .extracting(Finding::advice)
                .noneMatch(a -> a.contains("again"));
    }

    @Test
    void evidenceIsNotTheTitleOnceMore() {
        Finding stray =
                only("UNDECODED_BUS", host().function("00:01.0", rootPort(2, 4)).function("03:00.0", nic()));
        Finding odd = only("HEADER_MISMATCH", host().function("00:02.0", ConfigBuilder.device(0x8086, 1, 0x060400)));

        assertThat(stray.evidence()).extracting(Evidence::value).containsExactly("0x00", "0x02", "0x04");
        assertThat(odd.evidence()).extracting(Evidence::value).containsExactly("0x06040000", "0x00");
    }

    /** One endpoint in a dump of its own: nothing is known of a port above, so nothing is denied. */
    @Test
    void aFunctionWithoutItsPortIsNotChecked() {
        HostBuilder alone = new HostBuilder()
                .function("2e:00.0", nic().ari(0).srIov(64, 32, 1, 0x10ca))
                .function("2e:01.0", nic());

        for (String id :
                List.of("ARI_REQUIRED_FUNCTION", "ARI_REQUIRED_VF", "ARI_HIERARCHY_MISMATCH", "GROUP_SHARED")) {
            assertThat(RuleCase.said(id, alone)).as(id).startsWith("NOT_CHECKED");
        }
        // Its registers are all there.
        assertThat(RuleCase.said("GROUP_SHARED", alone)).endsWith("the source does not tell which port is above");
    }

    /** Sysfs without configuration space tells secondary and subordinate, and no primary. */
    @Test
    void aPrimaryNumberThatNobodyTellsIsNotChecked() {
        HostBuilder blind =
                host().unreadable("00:01.0", os -> os.ids(0x8086, 1, 0x060400).buses(1, 2));

        assertThat(RuleCase.said("PRIMARY_MISMATCH", blind)).startsWith("NOT_CHECKED 0000:00:01.0");
        assertThat(RuleCase.said("PRIMARY_HARDWIRED", blind)).startsWith("NOT_CHECKED 0000:00:01.0");
    }

    /** A dump does not tell whether a driver is bound. */
    @Test
    void anUnknownDriverIsNotNone() {
        ConfigBuilder active = nic().siov(8, 1, 1, 1);
        HostBuilder dump = host().provenance(Provenance.of("lspci-hex"))
                .function("00:01.0", rootPort(1, 1))
                .function("01:00.0", active);

        assertThat(RuleCase.said("SIOV_ACTIVE_AT_INIT", dump)).startsWith("NOT_CHECKED 0000:01:00.0");
    }
}
