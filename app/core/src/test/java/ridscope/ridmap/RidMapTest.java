package ridscope.ridmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.rid.StridedRids;
import ridscope.ridmap.BusRouting.State;
import ridscope.ridmap.Claim.Enabled;
import ridscope.ridmap.Claim.Kind;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

class RidMapTest {

    private static final int NIC = 0x020000;

    private static RidMap map(HostBuilder host) {
        return RidMap.of(Enumerator.enumerate(host.build(), Feedback.NONE), Segment.ZERO);
    }

    private static ConfigBuilder nic() {
        return ConfigBuilder.endpoint(0x8086, 0x1592, NIC);
    }

    private static ConfigBuilder port(int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, secondary, subordinate);
    }

    private static RoutingId rid(String text) {
        return RoutingId.parse(text).orElseThrow();
    }

    private static FunctionAddress at(String text) {
        return FunctionAddress.of(text);
    }

    /** Section 9.1 of the reference: where the first and the last index land. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "S-1,03:00.0,128,2,8,03:10.0,03:11.6,0",
        "S-2,03:00.1,128,2,8,03:10.1,03:11.7,0",
        "S-3,03:00.0,384,2,8,04:10.0,04:11.6,1",
        "S-4,01:00.0,1,1,127,01:00.1,01:0f.7,0",
        "S-5,01:00.0,1,1,255,01:00.1,01:1f.7,0",
        "S-6,01:00.0,1,1,256,01:00.1,02:00.0,1",
        "S-7,00:02.0,1,1,7,00:02.1,00:02.7,0",
        "S-8,41:00.1,7,1,16,41:01.0,41:02.7,0",
        "S-9,41:00.3,253,1,4,42:00.0,42:00.3,1",
        "S-10,05:00.0,16,2,256,05:02.0,07:01.6,2",
        "S-11,10:00.0,1,1,600,10:00.1,12:0b.0,2",
        "S-12,0a:00.0,1,1,1024,0a:00.1,0e:00.0,4"
    })
    void claimsStandWhereTheFormulaPutsThem(
            String name, String pf, int offset, int stride, int count, String first, String last, int extra) {
        RidMap vfs = map(new HostBuilder().rootBus(0, 0xff).function(pf, nic().srIov(count, offset, stride, 0x10ca)));
        RidMap sdis = map(new HostBuilder().rootBus(0, 0xff).function(pf, nic().siov(count, offset, stride)));

        for (RidMap map : List.of(vfs, sdis)) {
            Kind kind = map == vfs ? Kind.POSSIBLE_VF : Kind.SDI;
            assertThat(map.claimsAt(rid(first)))
                    .extracting(Claim::kind, Claim::owner, Claim::index)
                    .containsExactly(tuple(kind, at(pf), OptionalInt.of(0)));
            assertThat(map.claimsAt(rid(last)))
                    .extracting(Claim::kind, Claim::owner, Claim::index)
                    .containsExactly(tuple(kind, at(pf), OptionalInt.of(count - 1)));
            assertThat(map.placements()).hasSize(1);
            assertThat(map.placements().get(0).rids().extraBuses()).isEqualTo(extra);
            assertThat(map.conflicts()).isEmpty();
        }
    }

    /** Limits L1, L2, L3 of section 5.4 and the vectors S-13, S-14, S-15: what wraps stays visible. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "L1,f0:00.0,256,4,1024,960,64,0x100FC,00:1f.4",
        "L2,fe:00.0,1,1,1024,511,513,0x10200,02:00.0",
        "L3,10:00.0,1,256,520,240,280,0x21701,17:00.1"
    })
    void overflowIsCountedAndTheWrappedValueIsToldApart(
            String name, String pf, int offset, int stride, int total, int first, int count, String last, String wire) {
        RidMap map = map(new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", port(rid(pf).bus(), 0xff))
                .function(pf, nic().siov(total, offset, stride)));

        IovPlacement placement = map.placements().get(0);
        assertThat(placement.firstOutside()).hasValue(first);
        assertThat(placement.outside()).isEqualTo(count);
        assertThat(placement.rids().last().unwrapped()).isEqualTo(Long.decode(last));
        assertThat(map.who(rid(wire)).wrapped()).extracting(Claim::index).contains(OptionalInt.of(total - 1));
        assertThat(map.claimsAt(rid(wire))).extracting(Claim::index).doesNotContain(OptionalInt.of(total - 1));
    }

    /** L8 of section 5.4: a port that keeps its own bus only. */
    @Test
    void sdisBeyondThePortAreCounted() {
        RidMap map = map(
                new HostBuilder().function("00:01.0", port(0x0a, 0x0a)).function("0a:00.0", nic().siov(1024, 1, 1)));

        assertThat(map.placements())
                .containsExactly(new IovPlacement(
                        at("0a:00.0"),
                        Kind.SDI,
                        new StridedRids(rid("0a:00.0"), 1, 1, 1024),
                        0,
                        Optional.of(new BusRange(0x0a, 0x0a)),
                        769,
                        OptionalInt.of(255),
                        0));
    }

    /** A hostile file: what is kept per Routing ID has a limit, the counts stay true. */
    @Test
    void ofManyClaimsOnOneIdTheExistingAndTheFirstAreKeptAndTheRestIsCounted() {
        HostBuilder host = new HostBuilder().rootBus(0, 0xff);
        for (int pf = 0; pf < 40; pf++) {
            host.function("%02x:00.0".formatted(pf), nic().srIov(0xffff, 1, 1, 0x10ca));
        }
        RidMap map = map(host);

        Conflict last = map.conflicts().get(map.conflicts().size() - 1);
        assertThat(last.rid()).isEqualTo(rid("ff:1f.7"));
        assertThat(last.claims()).hasSize(Conflict.CLAIMS);
        assertThat(last.more()).isEqualTo(40 - Conflict.CLAIMS);
        assertThat(map.claimsAt(last.rid())).hasSize(40);
        assertThat(map.placements().get(39).conflicts()).isEqualTo(0xffff - 0x2700);
    }

    private static List<String> conflicting(RidMap map) {
        return map.conflicts().stream().map(c -> c.rid().toString()).toList();
    }

    private static String[] range(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(v -> new RoutingId(v).toString())
                .toArray(String[]::new);
    }

    @Test
    void c1TwoPfsWhoseVfsMeet() {
        RidMap map = map(new HostBuilder()
                .function("00:01.0", port(6, 6))
                .function("06:00.0", nic().multifunction().srIovEnabled(8, 8, 2, 1, 0x10ca))
                .function("06:00.1", nic().multifunction().srIovEnabled(8, 8, 5, 1, 0x10ca)));

        assertThat(conflicting(map)).containsExactly(range(0x0606, 0x0609));
        assertThat(map.placements()).extracting(IovPlacement::conflicts).containsExactly(4, 4);
        assertThat(map.conflicts().get(0).claims())
                .extracting(Claim::kind, Claim::owner, Claim::index)
                .containsExactly(
                        tuple(Kind.ENABLED_VF, at("06:00.0"), OptionalInt.of(4)),
                        tuple(Kind.ENABLED_VF, at("06:00.1"), OptionalInt.of(0)));
    }

    @Test
    void c2AVfOnAPhysicalFunction() {
        RidMap map = map(new HostBuilder()
                .function("00:01.0", port(7, 7))
                .function("07:00.0", nic().multifunction().srIovEnabled(4, 4, 1, 1, 0x10ca))
                .function("07:00.1", nic().multifunction()));

        assertThat(conflicting(map)).containsExactly("07:00.1");
    }

    @Test
    void c3VfsAndSdisApart() {
        RidMap map = map(new HostBuilder()
                .function("00:01.0", port(0x20, 0x22))
                .function("20:00.0", nic().srIov(64, 128, 2, 0x10ca).siov(512, 256, 1)));

        assertThat(map.conflicts()).isEmpty();
        assertThat(map.placements()).extracting(IovPlacement::outside).containsExactly(0, 0);
    }

    @Test
    void c4VfsAndSdisOfOnePfMeet() {
        RidMap map = map(new HostBuilder()
                .function("00:01.0", port(0x20, 0x21))
                .function("20:00.0", nic().srIov(16, 256, 1, 0x10ca).siov(64, 260, 1)));

        assertThat(conflicting(map)).containsExactly(range(0x2104, 0x210f));
        assertThat(map.placements())
                .extracting(IovPlacement::kind, IovPlacement::conflicts)
                .containsExactly(tuple(Kind.POSSIBLE_VF, 12), tuple(Kind.SDI, 12));
    }

    @Test
    void aVfThatAnswersAndItsPfsFormulaAreOneClaim() {
        StridedRids vfs = new StridedRids(rid("03:00.0"), 128, 2, 4);
        RidMap map = map(new HostBuilder()
                .function("00:01.0", port(3, 3))
                .function("03:00.0", nic().srIovEnabled(8, 4, 128, 2, 0x10ca))
                .virtualFunctions(vfs, NIC, (k, os) -> {}));

        assertThat(map.claimsAt(rid("03:10.6")))
                .containsExactly(new Claim(
                        Kind.ENABLED_VF,
                        at("03:00.0"),
                        OptionalInt.of(3),
                        vfs.at(3),
                        "03:00.0 + 128 + 3 × 2",
                        Enabled.YES));
        assertThat(map.claimsAt(rid("03:11.0")))
                .extracting(Claim::kind, Claim::enabled)
                .containsExactly(tuple(Kind.POSSIBLE_VF, Enabled.NO));
        assertThat(map.conflicts()).isEmpty();
        assertThat(map.usedCount()).isEqualTo(6);
        assertThat(map.placements().get(0).enabled()).isEqualTo(4);
    }

    @Test
    void enabledVfsCountAsUsedAlsoWhenTheyAreNotInTheSnapshot() {
        RidMap map = map(new HostBuilder()
                .function("00:01.0", port(1, 2))
                .function("01:00.0", nic().srIovEnabled(8, 1, 384, 2, 0x10ca)));

        assertThat(map.usedCount()).isEqualTo(3);
        assertThat(map.bus(2).state()).isEqualTo(State.USED);
    }

    @Test
    void anActiveSiovDeviceMayOwnAnyOfItsSdis() {
        RidMap map = map(new HostBuilder().function("01:00.0", nic().siov(8, 1, 1, 1)));

        assertThat(map.claimsAt(rid("01:00.3"))).extracting(Claim::enabled).containsExactly(Enabled.UNKNOWN);
    }

    @Test
    void phantomFunctionsInUseAreClaims() {
        RidMap on = map(new HostBuilder()
                .function("01:00.1", nic().phantomFunctions(1, true))
                .function("02:00.1", nic().phantomFunctions(2, false)));

        assertThat(on.claimsAt(rid("01:00.5")))
                .extracting(Claim::kind, Claim::owner)
                .containsExactly(tuple(Kind.PHANTOM_FUNCTION, at("01:00.1")));
        assertThat(on.claimsAt(rid("02:00.3"))).isEmpty();
        assertThat(on.claimsAt(rid("01:00.4"))).isEmpty();
    }

    @Test
    void aBridgeToPciAnswersForWhatIsBelowIt() {
        RidMap map = map(new HostBuilder()
                .function("00:01.0", port(1, 2))
                .function("01:00.0", ConfigBuilder.port(PortType.PCIE_TO_PCI_BRIDGE, 1, 1, 1, 2, 2), os -> os.group(9))
                .function("02:03.0", ConfigBuilder.device(1, 2, NIC))
                .function("00:1e.0", ConfigBuilder.bridge(1, 1, 0, 5, 5)));

        assertThat(map.who(rid("02:00.0")).claims())
                .extracting(Claim::kind, Claim::owner)
                .containsExactly(tuple(Kind.BRIDGE_ALIAS, at("01:00.0")));
        assertThat(map.who(rid("02:00.0")).iommuGroup()).hasValue(9);
        assertThat(map.claimsAt(rid("00:1e.0")))
                .extracting(Claim::kind)
                .containsExactly(Kind.FUNCTION, Kind.BRIDGE_ALIAS);
        assertThat(map.conflicts()).isEmpty();
    }

    @Test
    void everyBusKnowsItsRoute() {
        RidMap map = map(new HostBuilder()
                .rootBus(0, 0x1f)
                .function("00:01.0", port(1, 5))
                .function("01:00.0", ConfigBuilder.port(PortType.UPSTREAM_PORT, 1, 1, 1, 2, 4))
                .function("02:00.0", ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 1, 1, 2, 3, 3))
                .function("03:00.0", nic()));

        assertThat(map.bus(0).state()).isEqualTo(State.USED);
        assertThat(map.bus(3)).satisfies(b -> {
            assertThat(b.state()).isEqualTo(State.USED);
            assertThat(b.bridges()).containsExactly(at("00:01.0"), at("01:00.0"), at("02:00.0"));
        });
        assertThat(map.bus(4)).satisfies(b -> {
            assertThat(b.state()).isEqualTo(State.RESERVED);
            assertThat(b.bridges()).containsExactly(at("00:01.0"), at("01:00.0"));
        });
        assertThat(map.bus(6).state()).isEqualTo(State.FREE);
        assertThat(map.bus(0x20)).isEqualTo(new BusRouting(0x20, State.UNROUTED, Optional.empty(), List.of()));
    }

    @Test
    void theFlagshipHostHasTheConflictOfThePictures() {
        Topology topology = Enumerator.enumerate(FlagshipHost.snapshot(), Feedback.NONE);
        RidMap map = RidMap.of(topology, Segment.ZERO);

        assertThat(conflicting(map)).containsExactly("0d:00.0");
        assertThat(map.placements())
                .extracting(p -> p.owner().rid().toString(), IovPlacement::outside, IovPlacement::conflicts)
                .containsExactly(
                        tuple("03:00.0", 0, 0),
                        tuple("03:00.1", 0, 0),
                        tuple("04:00.0", 0, 0),
                        tuple("0b:00.0", 0, 0),
                        tuple("0c:00.0", 257, 1));
        RidAnswer answer = map.who(rid("0d:00.0"));
        assertThat(answer.claims())
                .extracting(Claim::kind, Claim::formula)
                .containsExactly(tuple(Kind.FUNCTION, ""), tuple(Kind.SDI, "0c:00.0 + 1 + 255 × 1"));
        assertThat(answer.iommuGroup()).hasValue(15);
        assertThat(map.bus(9).state()).isEqualTo(State.RESERVED);
    }
}
