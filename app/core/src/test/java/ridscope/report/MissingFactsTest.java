package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.report.MissingFacts.Fact;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

class MissingFactsTest {

    private static Topology topology(HostBuilder host) {
        return Enumerator.enumerate(host.build(), Feedback.NONE);
    }

    /** A port and an NVMe drive below it, of which everything is known. */
    private static HostBuilder complete() {
        return new HostBuilder()
                .rootBus(0, 0x3f)
                .function(
                        "00:01.0",
                        ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, 1, 1)
                                .link(4, 4, 4, 4),
                        os -> os.numa(0).group(1).driver("pcieport"))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802).link(4, 4, 4, 4),
                        os -> os.numa(0).group(2).driver("nvme"));
    }

    @Test
    void whereNothingIsMissingNothingIsSaid() {
        assertThat(MissingFacts.of(topology(complete()))).isEmpty();
        assertThat(MissingFacts.line(topology(complete()))).isEmpty();
    }

    @Test
    void aHostWithoutFunctionsMissesNothing() {
        assertThat(MissingFacts.of(topology(new HostBuilder()))).isEmpty();
    }

    @Test
    void addressesAloneLeaveEverythingOpen() {
        Topology topology = topology(new HostBuilder()
                .unreadable("00:1c.0", os -> os.onRoot().ids(0x8086, 0x1234, 0x060400))
                .unreadable("02:00.0", os -> os.below("00:1c.0")));
        assertThat(MissingFacts.of(topology)).containsExactly(Fact.values());
        assertThat(MissingFacts.line(topology))
                .hasValue(
                        "no configuration bytes: register views stay empty; no bus numbers of bridges: the RID map has no"
                                + " bus ranges; source tells no link speeds, NUMA nodes, IOMMU groups, drivers; ends of root bus"
                                + " windows are assumed");
    }

    /** One function that tells is enough: which others do not is said of each. */
    @Test
    void whatOneFunctionTellsIsNotMissing() {
        HostBuilder host = complete().unreadable("00:1f.0", os -> os.onRoot());
        assertThat(MissingFacts.of(topology(host))).isEmpty();
    }

    @Test
    void aDumpOfRegistersTellsNothingOfTheSystem() {
        Topology topology = topology(new HostBuilder()
                .function(
                        "00:01.0",
                        ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, 1, 1)
                                .link(4, 4, 4, 4))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802).link(4, 4, 4, 4)));
        assertThat(MissingFacts.of(topology))
                .containsExactly(Fact.NUMA_NODES, Fact.IOMMU_GROUPS, Fact.DRIVERS, Fact.ROOT_WINDOWS);
        assertThat(MissingFacts.line(topology))
                .hasValue("source tells no NUMA nodes, IOMMU groups, drivers; ends of root bus windows are assumed");
    }

    @Test
    void aNodeOfTheRootBusIsANodeToo() {
        Topology topology = topology(
                new HostBuilder().rootBus(0, 0, 0xff, 1).function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x1234)));
        assertThat(MissingFacts.of(topology)).containsExactly(Fact.IOMMU_GROUPS, Fact.DRIVERS);
    }

    @Test
    void conventionalPciHasNoLinksToMiss() {
        Topology topology = topology(new HostBuilder()
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x1234))
                .function("00:1e.0", ConfigBuilder.bridge(0x8086, 0x244e, 0, 1, 1))
                .function("01:00.0", ConfigBuilder.device(0x8086, 0x1229, 0x020000)));
        assertThat(MissingFacts.of(topology)).doesNotContain(Fact.LINKS, Fact.BRIDGE_BUSES);
    }

    @Test
    void allThatIsMissingIsSaidInOrder() {
        Topology bare = topology(
                new HostBuilder().unreadable("02:00.0", os -> os.onRoot().ids(0x8086, 0x1234, 0x020000)));
        assertThat(MissingFacts.sentences(bare))
                .hasSize(3)
                .satisfies(all -> assertThat(all.get(0)).startsWith("capabilities not readable: "))
                .satisfies(all -> assertThat(all.get(2)).startsWith("no configuration bytes: "));
        assertThat(MissingFacts.sentences(topology(complete()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fact.class)
    void eachSaysWhatItsLackMeans(Fact fact) {
        assertThat(fact.sentence()).matches("no [A-Za-z ]+: .*[a-z]");
    }
}
