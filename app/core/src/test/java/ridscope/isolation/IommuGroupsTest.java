package ridscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.AcsCapability;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.isolation.AcsVerdict.Reason;
import ridscope.isolation.IommuGroup.Merge;
import ridscope.isolation.IommuGroup.Step;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Sections 7.2 to 7.4 of the reference. */
class IommuGroupsTest {

    private static final int NIC = 0x020000;

    private static ConfigBuilder rootPort(int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, secondary, subordinate);
    }

    private static ConfigBuilder isolated(int secondary, int subordinate) {
        return rootPort(secondary, subordinate).acs(0x1f, 0x1d);
    }

    private static ConfigBuilder usp(int primary, int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.UPSTREAM_PORT, 0x10b5, 2, primary, secondary, subordinate);
    }

    private static ConfigBuilder dsp(int primary, int secondary) {
        return ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 0x10b5, 3, primary, secondary, secondary);
    }

    private static ConfigBuilder endpoint() {
        return ConfigBuilder.endpoint(0x8086, 0x1592, NIC);
    }

    private static ConfigBuilder conventional() {
        return ConfigBuilder.device(0x1274, 0x1371, 0x040100);
    }

    private static HostBuilder host() {
        return new HostBuilder().rootBus(0, 0xff);
    }

    private static HostBuilder twoPortSwitch(boolean acs) {
        return host().function("00:01.0", isolated(1, 4))
                .function("01:00.0", usp(1, 2, 4))
                .function("02:00.0", acs ? dsp(2, 3).acs(0x5f, 0x1d) : dsp(2, 3))
                .function("02:01.0", acs ? dsp(2, 4).acs(0x5f, 0x1d) : dsp(2, 4))
                .function("03:00.0", endpoint())
                .function("04:00.0", endpoint());
    }

    private static HostBuilder twoPfsWithVfs() {
        return host().function("00:01.0", isolated(1, 1))
                .function("01:00.0", endpoint().multifunction().srIovEnabled(2, 2, 4, 1, 0x1889))
                .function("01:00.1", endpoint().multifunction().srIov(2, 5, 1, 0x1889))
                .virtualFunctions(new StridedRids(RoutingId.of(1, 0), 4, 1, 2), NIC, (k, os) -> {});
    }

    private static HostBuilder pciBridge() {
        return host().function("00:01.0", isolated(1, 2))
                .function(
                        "01:00.0", ConfigBuilder.bridge(0x10b5, 0x8112, 1, 2, 2).express(PortType.PCIE_TO_PCI_BRIDGE))
                .function("02:00.0", conventional())
                .function("02:01.0", conventional());
    }

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of(
                        "G-1",
                        host().function("00:01.0", isolated(1, 1)).function("01:00.0", endpoint()),
                        "{00:01.0} {01:00.0}"),
                Arguments.of(
                        "G-2",
                        host().function("00:01.0", rootPort(1, 1))
                                .function("01:00.0", endpoint().multifunction())
                                .function("01:00.1", endpoint().multifunction()),
                        "{00:01.0 01:00.0 01:00.1}"),
                Arguments.of(
                        "G-3",
                        host().function("00:1c.0", rootPort(1, 1).multifunction())
                                .function("00:1c.4", rootPort(2, 2).multifunction())
                                .function("01:00.0", endpoint())
                                .function("02:00.0", endpoint()),
                        "{00:1c.0 00:1c.4 01:00.0 02:00.0}"),
                Arguments.of("G-4", twoPfsWithVfs(), "{00:01.0} {01:00.0 01:00.1} {01:00.4} {01:00.5}"),
                Arguments.of("G-5", twoPortSwitch(false), "{00:01.0} {01:00.0} {02:00.0 03:00.0} {02:01.0 04:00.0}"),
                Arguments.of("G-6", twoPortSwitch(true), "{00:01.0} {01:00.0} {02:00.0} {02:01.0} {03:00.0} {04:00.0}"),
                Arguments.of("G-7", pciBridge(), "{00:01.0} {01:00.0 02:00.0 02:01.0}"));
    }

    private static Topology topology(HostBuilder host) {
        return Enumerator.enumerate(host.build(), Feedback.NONE);
    }

    private static String text(IommuGroups groups) {
        return groups.groups().stream()
                .map(g -> "{"
                        + String.join(
                                " ",
                                g.members().stream()
                                        .map(f -> f.rid().toString())
                                        .toList())
                        + "}")
                .sorted()
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void groupsAreThoseOfTheTable(String name, HostBuilder host, String expected) {
        IommuGroups groups = IommuGroups.of(topology(host));

        assertThat(text(groups)).isEqualTo(expected);
        assertThat(groups.groups()).allMatch(IommuGroup::certain);
    }

    private static List<Merge> merges(HostBuilder host, String function) {
        return IommuGroups.of(topology(host))
                .of(FunctionAddress.of(function))
                .orElseThrow()
                .merges();
    }

    private static Merge merge(String function, String with, Step step) {
        return new Merge(FunctionAddress.of(function), FunctionAddress.of(with), step);
    }

    @Test
    void eachMergeNamesItsStep() {
        assertThat(merges(pciBridge(), "02:00.0"))
                .containsExactly(
                        merge("02:00.0", "01:00.0", Step.DMA_ALIAS), merge("02:01.0", "01:00.0", Step.DMA_ALIAS));
        assertThat(merges(twoPfsWithVfs(), "01:00.0")).containsExactly(merge("01:00.1", "01:00.0", Step.MULTIFUNCTION));
        assertThat(merges(twoPortSwitch(false), "03:00.0")).containsExactly(merge("03:00.0", "02:00.0", Step.ACS_PATH));
    }

    /** Table of section 7.2. */
    @ParameterizedTest(name = "ACS {0}, {1} {2}")
    @CsvSource({
        "ROOT_PORT, 1f, 1d, true",
        "ROOT_PORT, 1f, 0d, false",
        "ROOT_PORT, 0d, 0d, true",
        "ROOT_PORT, 5f, 1c, false",
        "ROOT_PORT, 00, 00, true",
        "ROOT_PORT, , , false",
        "UPSTREAM_PORT, , , true"
    })
    void effectiveAcs(PortType type, String capability, String control, boolean isolated) {
        ConfigBuilder port = ConfigBuilder.port(type, 0x8086, 1, 0, 1, 1);
        if (capability != null) {
            port.acs(Integer.parseInt(capability, 16), Integer.parseInt(control, 16));
        }
        Topology t = topology(host().function("00:01.0", port));

        assertThat(verdict(t, "00:01.0").isolated()).contains(isolated);
    }

    private static AcsVerdict verdict(Topology topology, String function) {
        PciFunction f = topology.function(FunctionAddress.of(function)).orElseThrow();
        return new EffectiveAcs(topology).of(f);
    }

    @Test
    void singleFunctionsAreIsolatedAndMembersOfADeviceByTheirCapability() {
        Topology t = topology(host().function("00:01.0", isolated(1, 1))
                .function("01:00.0", endpoint().multifunction())
                .function("01:00.1", endpoint().acs(0x00, 0x00))
                .function("00:02.0", endpoint())
                .function("00:03.0", conventional()));

        assertThat(verdict(t, "01:00.0")).isEqualTo(new AcsVerdict(Optional.of(false), Reason.NO_CAPABILITY));
        assertThat(verdict(t, "01:00.1")).isEqualTo(new AcsVerdict(Optional.of(true), Reason.SWITCHED_ON));
        assertThat(verdict(t, "00:02.0")).isEqualTo(new AcsVerdict(Optional.of(true), Reason.SINGLE_FUNCTION));
        assertThat(verdict(t, "00:03.0")).isEqualTo(new AcsVerdict(Optional.of(false), Reason.CONVENTIONAL));
    }

    /** Egress Control is the one bit that counts as off where it is not implemented. */
    @Test
    void egressControlIsNeededEvenWhereItIsNotImplemented() {
        Topology t = topology(host().function("00:01.0", isolated(1, 1)));
        PciFunction port = t.function(FunctionAddress.of("00:01.0")).orElseThrow();

        assertThat(new EffectiveAcs(t).of(port, AcsCapability.ISOLATION).yes()).isTrue();
        assertThat(new EffectiveAcs(t).of(port, 0x20).yes()).isFalse();
    }

    /** 64 bytes: nothing is known of ACS, and no group that hangs on it is certain. The port is alone in its device, which shows. */
    @Test
    void withoutPrivilegeNothingThatHangsOnAcsIsCertain() {
        HostBuilder host = host().function("00:01.0", isolated(1, 1).length(64), os -> os.driver("pcieport"))
                .function("01:00.0", endpoint().length(64));
        Topology t = topology(host);

        assertThat(verdict(t, "00:01.0").reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(IommuGroups.of(t).groups())
                .extracting(g -> g.members().first().rid().toString(), IommuGroup::certain)
                .containsExactly(tuple("00:01.0", true), tuple("01:00.0", false));
        assertThat(new EffectiveAcs(t)
                        .path(t.function(FunctionAddress.of("00:01.0")).orElseThrow()))
                .isEmpty();
    }

    /** Linux pci_real_dma_dev: what sits in a VMD segment shares the group of the endpoint that made the segment. */
    @Test
    void functionsBelowVmdJoinItsEndpoint() {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0x00, 0xdf, 0)
                .rootBus(0x10000, 0xe0, 0xff, 0)
                .function("00:0e.0", endpoint().ids(0x8086, 0xa77f), os -> os.driver("vmd"))
                .function("10000:e0:06.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 7, 0xe0, 0xe1, 0xe1))
                .function("10000:e1:00.0", endpoint());

        assertThat(merges(host, "10000:e1:00.0"))
                .containsExactly(
                        merge("10000:e0:06.0", "00:0e.0", Step.DMA_ALIAS),
                        merge("10000:e1:00.0", "00:0e.0", Step.DMA_ALIAS));
    }

    private static List<GroupDifference> differences(HostBuilder host) {
        Topology t = topology(host);
        return GroupComparison.of(t, IommuGroups.of(t)).differences();
    }

    @Test
    void groupsOfTheKernelAreComparedAsSets() {
        HostBuilder same = host().function("00:01.0", rootPort(1, 1), os -> os.group(7))
                .function("01:00.0", endpoint(), os -> os.group(7))
                .function("00:02.0", endpoint(), os -> os.group(0))
                .function("00:03.0", endpoint());
        HostBuilder split = host().function("00:01.0", rootPort(1, 1), os -> os.group(7))
                .function("01:00.0", endpoint(), os -> os.group(8))
                .function("00:02.0", endpoint(), os -> os.group(0));

        assertThat(differences(same)).isEmpty();
        assertThat(differences(split)).singleElement().satisfies(d -> {
            assertThat(d.told().keySet()).containsExactly(7, 8);
            assertThat(d.computed())
                    .singleElement()
                    .satisfies(c -> assertThat(c)
                            .containsExactly(FunctionAddress.of("00:01.0"), FunctionAddress.of("01:00.0")));
        });
    }
}
