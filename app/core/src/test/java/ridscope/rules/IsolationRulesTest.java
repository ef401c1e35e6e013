package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static ridscope.rules.RuleCase.downstream;
import static ridscope.rules.RuleCase.host;
import static ridscope.rules.RuleCase.nic;
import static ridscope.rules.RuleCase.rootPort;
import static ridscope.rules.RuleCase.said;
import static ridscope.rules.RuleCase.upstream;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.PortType;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

/** Section 6.4 of the reference. */
class IsolationRulesTest {

    private static final int DISPLAY = 0x030000;
    private static final int NVME = 0x010802;

    private static final List<String> UNCHECKED = List.of(
            "RID_OVERFLOW",
            "VF_BEYOND_SUBORDINATE",
            "SDI_BEYOND_SUBORDINATE",
            "SIOV_EMPTY",
            "SIOV_UNRESERVED",
            "SRIOV_INITIAL_MISMATCH",
            "ARI_AVAILABLE_UNUSED",
            "ARI_HIERARCHY_MISMATCH",
            "CAP_LOOP",
            "CAP_TTL",
            "CAP_BAD_POINTER",
            "EXTCAP_ALL_ONES",
            "LINK_BELOW_CAPABILITY",
            "LINK_LIMITED_BY_PARTNER",
            "HOTPLUG_NO_SPARE",
            "ACS_GAP",
            "GROUP_TOO_NARROW");

    private static ConfigBuilder port() {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1);
    }

    private static HostBuilder twoFunctions(ConfigBuilder first, ConfigBuilder second) {
        return host().function("00:01.0", rootPort(1, 1))
                .function("01:00.0", first.multifunction())
                .function("01:00.1", second.multifunction());
    }

    private static HostBuilder twoPortSwitch(ConfigBuilder first, int secondGroup) {
        return host().function("00:01.0", rootPort(1, 4))
                .function("01:00.0", upstream(1, 2, 4))
                .function("02:00.0", first)
                .function("02:01.0", downstream(2, 4, 4))
                .function("03:00.0", nic(), os -> os.group(7))
                .function("04:00.0", nic(), os -> os.group(secondGroup));
    }

    private static ConfigBuilder open() {
        return ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 0x10b5, 3, 2, 3, 3);
    }

    private static HostBuilder grouped(int device) {
        return host().function("00:01.0", port(), os -> os.group(3)).function("01:00.0", nic(), os -> os.group(device));
    }

    private static HostBuilder link(int port, int portWidth, int device, int width, int speed, int now) {
        return host().function("00:01.0", rootPort(1, 1).link(port, portWidth, speed, now))
                .function(
                        "01:00.0", ConfigBuilder.endpoint(0x144d, 0xa80a, NVME).link(device, width, speed, now));
    }

    static Stream<RuleCase> cases() {
        return Stream.of(acs(), groups(), links()).flatMap(List::stream);
    }

    private static List<RuleCase> acs() {
        return List.of(
                new RuleCase(
                        "ACS_GAP",
                        host().function("00:01.0", port()),
                        "WARNING 0000:00:01.0 0000:00:01.0 does not isolate what is below it: it has no ACS capability",
                        host().function("00:01.0", port().acs(0x0d, 0x0d))),
                new RuleCase(
                        "ACS_GAP",
                        host().function("00:01.0", port().acs(0x1f, 0x0d), os -> os.group(1)),
                        "WARNING 0000:00:01.0 0000:00:01.0 does not isolate what is below it: controls that its ACS"
                                + " capability implements are off",
                        host().function("00:01.0", port().acs(0x1f, 0x1d))),
                new RuleCase(
                        "ACS_GAP",
                        host().function("00:01.0", port().acs(0x1f, 0)),
                        "INFO 0000:00:01.0 0000:00:01.0 does not isolate what is below it: ACS is off, Linux turns it on"
                                + " with the IOMMU",
                        host().function("00:01.0", port().acs(0x1f, 0x1d))),
                new RuleCase(
                        "ACS_MULTIFUNCTION_GAP",
                        twoFunctions(nic(), nic().acs(0, 0)),
                        "INFO 0000:01:00.0 0000:01:00.0 is one of several functions and not isolated from them: it has"
                                + " no ACS capability",
                        host().function("00:01.0", rootPort(1, 1)).function("01:00.0", nic())));
    }

    private static List<RuleCase> groups() {
        return List.of(
                new RuleCase(
                        "GROUP_SHARED",
                        twoFunctions(nic(), nic()),
                        "INFO 0000:01:00.0 With an IOMMU on, one group would hold 2 functions that are not PCI-to-PCI"
                                + " bridges: 0000:01:00.0,"
                                + " 0000:01:00.1",
                        twoFunctions(nic().acs(0, 0), nic())),
                // A port and what is below it: one of them is a bridge.
                new RuleCase(
                        "GROUP_SHARED",
                        grouped(3).function("01:00.1", nic(), os -> os.group(3)),
                        "INFO 0000:01:00.0 IOMMU group 3 holds 2 functions that are not PCI-to-PCI bridges: 0000:01:00.0,"
                                + " 0000:01:00.1",
                        grouped(3)),
                // G-5, and its near miss G-6.
                new RuleCase(
                        "GROUP_TOO_NARROW",
                        twoPortSwitch(open(), 8),
                        "WARNING 0000:01:00.0 0000:03:00.0 and 0000:04:00.0 are in different IOMMU groups, but"
                                + " 0000:02:00.0 lets them reach each other: it has no ACS capability",
                        twoPortSwitch(downstream(2, 3, 3), 8)),
                new RuleCase(
                        "GROUP_TOO_NARROW",
                        twoPortSwitch(open().acs(0x1f, 0x1c), 8),
                        "WARNING 0000:01:00.0 0000:03:00.0 and 0000:04:00.0 are in different IOMMU groups, but"
                                + " 0000:02:00.0 lets them reach each other: controls that its ACS capability"
                                + " implements are off",
                        twoPortSwitch(open(), 7)),
                new RuleCase(
                        "GROUP_UNEXPECTED",
                        grouped(4),
                        "INFO 0000:00:01.0 The kernel has 2 functions in 2 IOMMU groups, the registers let expect 1"
                                + " IOMMU group: 0000:00:01.0",
                        grouped(3)));
    }

    private static List<RuleCase> links() {
        return List.of(
                new RuleCase(
                        "LINK_BELOW_CAPABILITY",
                        link(5, 4, 5, 4, 4, 4),
                        "WARNING 0000:01:00.0 0000:01:00.0 runs at 16 GT/s x4, both ends can do 32 GT/s x4",
                        link(4, 4, 5, 4, 4, 4)),
                new RuleCase(
                        "LINK_BELOW_CAPABILITY",
                        link(4, 16, 4, 4, 4, 2),
                        "WARNING 0000:01:00.0 0000:01:00.0 runs at 16 GT/s x2, both ends can do 16 GT/s x4",
                        link(4, 16, 4, 4, 4, 4)),
                new RuleCase(
                        "LINK_LIMITED_BY_PARTNER",
                        link(4, 4, 5, 4, 4, 4),
                        "INFO 0000:01:00.0 0000:01:00.0 runs at 16 GT/s x4 and can do 32 GT/s x4; 0000:00:01.0 above it"
                                + " can do 16 GT/s x4",
                        link(5, 16, 5, 4, 5, 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void firesHereAndNotNextToIt(RuleCase c) {
        assertThat(said(c.id(), c.fires())).isEqualTo(c.expected());
        assertThat(said(c.id(), c.nearMiss())).doesNotContain("ERROR", "WARNING", "INFO");
    }

    private static HostBuilder slow(int classCode, int width, String power, String runtime) {
        return host().function("00:01.0", rootPort(1, 1).link(4, 16, 1, width))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x10de, 0x2204, classCode).link(4, 16, 1, width),
                        os -> os.state(power, runtime, 1, 0));
    }

    /** An idle device is no defect; the power state is named. */
    @ParameterizedTest(name = "class {0} x{1} {2} {3}")
    @CsvSource({
        "030000, 16, D0, active, INFO", "030000, 16, D3hot, suspended, INFO", "030000, 8, D0, active, WARNING",
        "010802, 16, D0, active, WARNING", "010802, 16, D3hot, suspended, INFO", "010802, 16, unknown, active, WARNING"
    })
    void anIdleDeviceIsNoDefect(String classCode, int width, String power, String runtime, Severity severity) {
        String idle = severity == Severity.INFO ? ": it may just be idle" : "";

        assertThat(said("LINK_BELOW_CAPABILITY", slow(Integer.parseInt(classCode, 16), width, power, runtime)))
                .isEqualTo(severity + " 0000:01:00.0 0000:01:00.0 runs at 2.5 GT/s x" + width
                        + ", both ends can do 16 GT/s x16, power state " + power + ", runtime " + runtime + idle);
    }

    @Test
    void aDownLinkIsNotJudged() {
        HostBuilder down = host().function(
                        "00:01.0", rootPort(1, 1).link(4, 16, 1, 0).linkActive(false))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x10de, 0x2204, DISPLAY).link(4, 16, 1, 0));

        assertThat(said("LINK_BELOW_CAPABILITY", down)).isEmpty();
    }

    @Test
    void aSharedGroupIsExplainedByItsFirstMerge() {
        assertThat(Rules.check(RuleCase.topology(twoFunctions(nic(), nic()))))
                .filteredOn(f -> f.id().equals("GROUP_SHARED"))
                .singleElement()
                .satisfies(f -> assertThat(f.detail())
                        .endsWith("The reason: 0000:01:00.1 is on the same device and without effective ACS like"
                                + " 0000:01:00.0."));
    }

    /** Unknown, never absent. */
    @Test
    void withoutPrivilegeAcsIsNotChecked() {
        HostBuilder blind = host().function("00:01.0", rootPort(1, 1).length(64), os -> os.driver("pcieport"))
                .function("01:00.0", nic().length(64), os -> os.group(5));

        assertThat(said("ACS_GAP", blind))
                .isEqualTo("NOT_CHECKED 0000:00:01.0 Not checked for 0000:00:01.0: the snapshot has no ACS registers");
        assertThat(said("GROUP_UNEXPECTED", blind)).startsWith("NOT_CHECKED 0000:01:00.0");
    }

    /** Nothing has asked for ACS yet where no IOMMU is on: the groups are those that will be. */
    @Test
    void groupsOfAHostWithoutIommuAreThoseItWouldGet() {
        HostBuilder off = host().function("00:01.0", port().acs(0x1f, 0))
                .function("01:00.0", nic().acs(0x1f, 0).multifunction())
                .function("01:00.1", nic().acs(0x1f, 0).multifunction());

        assertThat(said("GROUP_SHARED", off)).isEmpty();
    }

    @Test
    void chipsetFunctionsAloneAreNoSharedGroup() {
        HostBuilder chipset = host().function(
                        "00:1f.0", ConfigBuilder.device(0x8086, 1, 0x060100).multifunction(), os -> os.group(9))
                .function("00:1f.1", ConfigBuilder.device(0x8086, 2, 0x060000).multifunction(), os -> os.group(9));

        assertThat(said("GROUP_SHARED", chipset)).isEmpty();
    }

    /** The listing names the capability of 03:01.0 and prints no bit of it. */
    @Test
    void aNamedCapabilityWithoutRegistersGivesNoVerdict() throws Exception {
        List<Finding> findings = Rules.check(Captures.host("real/text/glpi__nvidia-1.txt"));

        assertThat(said("GROUP_TOO_NARROW", findings)).startsWith("NOT_CHECKED").doesNotContain("WARNING");
        assertThat(findings)
                .flatExtracting(Finding::evidence)
                .extracting(Evidence::toString)
                .noneMatch(e -> e.contains("0000:03:01.0 ACS capability") && e.contains("none"));
    }

    /** Where not one capability is known, no rule that reads them may say that it found nothing. */
    @Test
    void unknownCapabilitiesAreNotChecked() {
        HostBuilder blind =
                host().function("00:01.0", rootPort(1, 1).length(64)).function("01:00.0", nic().length(64));
        List<Finding> findings = Rules.check(RuleCase.topology(blind));

        for (String id : UNCHECKED) {
            assertThat(said(id, findings)).as(id).startsWith("NOT_CHECKED");
        }
    }
}
