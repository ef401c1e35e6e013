package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static ridscope.rules.RuleCase.bridge;
import static ridscope.rules.RuleCase.downstream;
import static ridscope.rules.RuleCase.host;
import static ridscope.rules.RuleCase.nic;
import static ridscope.rules.RuleCase.rootPort;
import static ridscope.rules.RuleCase.said;
import static ridscope.rules.RuleCase.topology;
import static ridscope.rules.RuleCase.upstream;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.plan.BusPlanner;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/** Section 6.1 of the reference. */
class BusRulesTest {

    private static HostBuilder one(ConfigBuilder port) {
        return host().function("00:01.0", port);
    }

    private static ConfigBuilder hotplug(int secondary, int subordinate) {
        return rootPort(secondary, subordinate).slot(1, true, false);
    }

    private static HostBuilder belowPort(ConfigBuilder lower) {
        return one(rootPort(1, 5)).function("01:00.0", lower);
    }

    /** Configuration bytes with a claim of how many there should be. */
    private static FunctionRecord sized(String address, ConfigBuilder config, int size) {
        ConfigSpace bytes = config.build();
        return new FunctionRecord(FunctionAddress.of(address), bytes, size, OsFacts.NONE);
    }

    private static ConfigBuilder endOfList(int pointer) {
        return nic().u8(0x34, pointer);
    }

    static Stream<RuleCase> cases() {
        return Stream.of(ranges(), numbers(), reserves(), configuration()).flatMap(List::stream);
    }

    private static List<RuleCase> ranges() {
        return List.of(
                new RuleCase(
                        "BUS_OVERLAP",
                        one(rootPort(3, 5)).function("00:02.0", rootPort(4, 4)),
                        "ERROR 0000:00:02.0 0000:00:01.0 [03-05] and 0000:00:02.0 [04-04] both forward bus 04",
                        one(rootPort(3, 5)).function("00:02.0", rootPort(6, 6))),
                new RuleCase(
                        "BUS_OVERLAP",
                        one(rootPort(6, 9)).function("00:02.0", rootPort(3, 7)),
                        "ERROR 0000:00:02.0 0000:00:01.0 [06-09] and 0000:00:02.0 [03-07] both forward bus [06-07]",
                        belowPort(upstream(1, 2, 5))),
                new RuleCase(
                        "RANGE_OUTSIDE_PARENT",
                        belowPort(upstream(1, 2, 6)),
                        "ERROR 0000:01:00.0 0000:01:00.0 [02-06] does not lie within 0000:00:01.0 [01-05] above it,"
                                + " whose own bus is 01",
                        belowPort(upstream(1, 2, 5))),
                new RuleCase(
                        "RANGE_OUTSIDE_ROOT",
                        new HostBuilder().rootBus(0, 3).function("00:01.0", rootPort(2, 5)),
                        "ERROR 0000:00:01.0 0000:00:01.0 [02-05] has 2 bus numbers outside the root window [00-03]",
                        new HostBuilder().rootBus(0, 5).function("00:01.0", rootPort(2, 5))),
                // Nothing tells where the window ends; a root bus inside the range does.
                new RuleCase(
                        "RANGE_OUTSIDE_ROOT",
                        new HostBuilder().rootBus(0).rootBus(4).function("00:01.0", rootPort(2, 5)),
                        "ERROR 0000:00:01.0 0000:00:01.0 [02-05] has 2 bus numbers outside the root window [00-03]",
                        new HostBuilder().rootBus(0).function("00:01.0", rootPort(2, 5))),
                new RuleCase(
                        "ROOT_WINDOW_OVERLAP",
                        new HostBuilder().rootBus(0, 0x20).rootBus(0x20, 0x3f),
                        "ERROR 0000:20 Root buses 00 and 20 of segment 0000 have the windows [00-20] and [20-3f]",
                        new HostBuilder().rootBus(0, 0x1f).rootBus(0x20, 0x3f)),
                new RuleCase(
                        "UNDECODED_BUS",
                        one(rootPort(2, 4)).function("03:00.0", nic()),
                        "ERROR 0000:03:00.0 0000:03:00.0: Bus 0000:03 is no root bus, no bridge has it as its"
                                + " secondary bus, and no PF explains it",
                        one(rootPort(2, 4)).function("02:00.0", nic())),
                new RuleCase(
                        "UNDECODED_BUS",
                        vfs(3),
                        "ERROR 0000:04 Bus 0000:04 has the VF 0000:04:10.0, but no bridge has it as its secondary bus"
                                + " and the port of its PF ends before it",
                        vfs(4)));
    }

    private static HostBuilder vfs(int subordinate) {
        return one(rootPort(3, subordinate))
                .function("03:00.0", nic().srIovEnabled(2, 1, 384, 2, 0x10ca))
                .function("04:10.0", ConfigBuilder.virtualFunction(0x020000), os -> os.vfOf("03:00.0"));
    }

    private static List<RuleCase> numbers() {
        return List.of(
                new RuleCase(
                        "SECONDARY_NOT_ABOVE_PRIMARY",
                        one(rootPort(0, 5)),
                        "ERROR 0000:00:01.0 0000:00:01.0 sits on bus 00, its secondary bus is 00",
                        one(rootPort(1, 5))),
                new RuleCase(
                        "SUBORDINATE_BELOW_SECONDARY",
                        one(rootPort(9, 8)),
                        "ERROR 0000:00:01.0 0000:00:01.0 has the inverted range [09-08]",
                        one(rootPort(9, 9))),
                new RuleCase(
                        "PRIMARY_MISMATCH",
                        one(bridge(7, 0x0a, 0x0b)),
                        "ERROR 0000:00:01.0 0000:00:01.0 sits on bus 00, its primary bus says 07",
                        one(bridge(0, 0x0a, 0x0b))),
                // Hard-wired, and not configured yet: both read 0 where another number should stand.
                new RuleCase(
                        "PRIMARY_MISMATCH",
                        belowPort(upstream(9, 2, 5)),
                        "ERROR 0000:01:00.0 0000:01:00.0 sits on bus 01, its primary bus says 09",
                        belowPort(upstream(0, 0, 0))),
                new RuleCase(
                        "PRIMARY_HARDWIRED",
                        belowPort(upstream(0, 2, 5)),
                        "INFO 0000:01:00.0 0000:01:00.0 sits on bus 01, its primary bus reads 00",
                        belowPort(upstream(1, 2, 5))),
                new RuleCase(
                        "BRIDGE_UNCONFIGURED",
                        one(rootPort(0, 0)),
                        "WARNING 0000:00:01.0 0000:00:01.0 has no bus numbers: secondary and subordinate are 00",
                        one(rootPort(1, 1))),
                new RuleCase(
                        "BUS_EXHAUSTED",
                        new HostBuilder()
                                .rootBus(0, 3)
                                .function("00:01.0", rootPort(1, 3))
                                .function("00:02.0", rootPort(0, 0)),
                        "ERROR 0000:00:02.0 0000:00:02.0: The next bus number, 04, lies outside [bus 00-03] above it",
                        new HostBuilder()
                                .rootBus(0, 4)
                                .function("00:01.0", rootPort(1, 3))
                                .function("00:02.0", rootPort(0, 0))),
                // Vector B9.
                new RuleCase(
                        "SUBORDINATE_FF_BLOCKS",
                        one(rootPort(1, 0xff)).function("00:02.0", rootPort(0, 0)),
                        "WARNING 0000:00:01.0 0000:00:01.0 keeps [01-ff], so no number is left for 0000:00:02.0 after"
                                + " it",
                        one(rootPort(1, 0xfe)).function("00:02.0", rootPort(0, 0))),
                // Vector B3.
                new RuleCase(
                        "GAP_LOST",
                        one(rootPort(0x10, 0x1f))
                                .function("00:02.0", rootPort(0, 0))
                                .function("00:03.0", rootPort(5, 5)),
                        "INFO 0000:00 0000:00: 14 free numbers up to 1f will not be handed out: Linux goes on above the"
                                + " highest kept one",
                        one(rootPort(0x10, 0x1f)).function("00:03.0", rootPort(5, 5))));
    }

    private static List<RuleCase> reserves() {
        return List.of(
                // Vector B3: 255 VFs on their own bus need no more.
                new RuleCase(
                        "RANGE_RESERVED_UNUSED",
                        one(rootPort(0x10, 0x1f)).function("10:00.0", nic().srIov(255, 1, 1, 0x10ca)),
                        "INFO 0000:00:01.0 0000:00:01.0 [10-1f] needs buses up to 10: 15 bus numbers are reserved for"
                                + " nothing",
                        one(rootPort(0x10, 0x12)).function("10:00.0", nic().srIov(600, 1, 1, 0x10ca))),
                new RuleCase(
                        "RANGE_RESERVED_UNUSED",
                        one(rootPort(1, 3)).function("01:00.0", nic().siov(256, 1, 1)),
                        "INFO 0000:00:01.0 0000:00:01.0 [01-03] needs buses up to 02: 1 bus number is reserved for"
                                + " nothing",
                        one(hotplug(1, 3)).function("01:00.0", nic().siov(256, 1, 1))),
                // Not readable: whether more is needed is not known.
                new RuleCase(
                        "RANGE_RESERVED_UNUSED",
                        one(rootPort(1, 3)).function("01:00.0", nic()),
                        "INFO 0000:00:01.0 0000:00:01.0 [01-03] needs buses up to 01: 2 bus numbers are reserved for"
                                + " nothing",
                        one(rootPort(1, 3)).function("01:00.0", nic().length(64))),
                new RuleCase(
                        "HOTPLUG_NO_SPARE",
                        one(hotplug(1, 1)),
                        "WARNING 0000:00:01.0 0000:00:01.0 [01-01] takes cards at run time and has no bus number to"
                                + " spare: it is empty and has its own bus only",
                        one(hotplug(1, 2))),
                new RuleCase(
                        "HOTPLUG_NO_SPARE",
                        one(hotplug(1, 5))
                                .function("01:00.0", upstream(1, 2, 5))
                                .function("02:00.0", downstream(2, 3, 5)),
                        "WARNING 0000:00:01.0 0000:00:01.0 [01-05] takes cards at run time and has no bus number to"
                                + " spare: bus 05 is used",
                        one(rootPort(1, 1).slot(1, false, false))));
    }

    private static List<RuleCase> configuration() {
        return List.of(
                new RuleCase(
                        "DUPLICATE_RID",
                        host().function("00:02.0", nic()).function("00:02.0", nic()),
                        "ERROR 0000:00:02.0 0000:00:02.0: The snapshot has it more than once; the first one counts",
                        host().function("00:02.0", nic()).function("00:02.1", nic())),
                new RuleCase(
                        "EXT_CONFIG_UNREADABLE",
                        host().record(sized("00:02.0", nic().length(256), 256)),
                        "WARNING 0000:00:02.0 0000:00:02.0 is PCIe and shows 256 bytes of configuration space instead"
                                + " of 4,096",
                        host().record(sized(
                                "00:02.0",
                                ConfigBuilder.device(0x1274, 0x1371, 0x040100).length(256),
                                256))),
                new RuleCase(
                        "CAP_LOOP",
                        host().function("00:02.0", endOfList(0x40).u16(0x40, 0x4001)),
                        "WARNING 0000:00:02.0 0000:00:02.0: the capability list returns to offset 0x40",
                        host().function("00:02.0", endOfList(0x40).u16(0x40, 0x0001))),
                new RuleCase(
                        "CAP_BAD_POINTER",
                        host().function("00:02.0", endOfList(0x10)),
                        "WARNING 0000:00:02.0 0000:00:02.0: the capability list points into the header, to offset"
                                + " 0x10",
                        host().function("00:02.0", endOfList(0x00))),
                new RuleCase(
                        "EXTCAP_ALL_ONES",
                        host().function("00:02.0", nic().u32(0x100, 0xffffffffL)),
                        "WARNING 0000:00:02.0 0000:00:02.0: the extended capability header at offset 0x100 reads"
                                + " ffffffff",
                        host().function("00:02.0", nic().u32(0x100, 0))),
                new RuleCase(
                        "HEADER_MISMATCH",
                        host().function("00:02.0", ConfigBuilder.device(0x8086, 1, 0x060400)),
                        "WARNING 0000:00:02.0 0000:00:02.0: The class says PCI bridge, the header layout is 0",
                        host().function("00:02.0", ConfigBuilder.device(0x8086, 1, 0x060100))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void firesHereAndNotNextToIt(RuleCase c) {
        assertThat(said(c.id(), c.fires())).isEqualTo(c.expected());
        assertThat(said(c.id(), c.nearMiss())).doesNotContain("ERROR", "WARNING", "INFO");
    }

    /** Four hundred and eighty entries of the extended list without an end, each eight bytes behind the other. */
    @Test
    void aListWithoutAnEndIsFound() {
        ConfigBuilder endless = nic();
        for (int at = 0x100; at < 0x1000; at += 8) {
            int next = at + 8 < 0x1000 ? at + 8 : 0x104;
            endless.u32(at, 0x0001_0001L | (long) next << 20);
        }

        assertThat(said("CAP_TTL", host().function("00:02.0", endless)))
                .startsWith(
                        "WARNING 0000:00:02.0 0000:00:02.0: the extended capability list goes on after 480 entries");
    }

    /** Vector B6: what is broken in each of four bridges. */
    @Test
    void b6BrokenFirmware() {
        HostBuilder b6 = one(rootPort(2, 3))
                .function("00:02.0", rootPort(0, 5))
                .function("00:03.0", rootPort(9, 8))
                .function("00:04.0", bridge(7, 0x0a, 0x0b));

        assertThat(Rules.check(topology(b6)))
                .filteredOn(f -> f.severity() == Severity.ERROR)
                .extracting(f -> f.id() + " " + f.subject())
                .containsExactly(
                        "SECONDARY_NOT_ABOVE_PRIMARY 0000:00:02.0",
                        "SUBORDINATE_BELOW_SECONDARY 0000:00:03.0",
                        "PRIMARY_MISMATCH 0000:00:04.0");
    }

    @Test
    void beforeABootAnUnconfiguredBridgeIsRoutine() {
        HostBuilder image = one(rootPort(0, 0)).provenance(Provenance.of("ecam"));

        assertThat(said("BRIDGE_UNCONFIGURED", image)).startsWith("INFO ");
    }

    /** A bridge of which nobody tells the numbers: nothing is said of it, but that. */
    @Test
    void unknownNumbersAreNotChecked() {
        HostBuilder blind =
                host().unreadable("00:01.0", os -> os.ids(0x8086, 1, 0x060400).onRoot());

        assertThat(said("BUS_OVERLAP", blind))
                .isEqualTo("NOT_CHECKED 0000:00:01.0 Not checked for 0000:00:01.0: the snapshot has no bus numbers");
        assertThat(said("BUS_EXHAUSTED", blind)).startsWith("NOT_CHECKED ");
    }

    @Test
    void theFactsAreRegistersWithTheirOffsets() {
        HostBuilder overlap = one(rootPort(3, 5)).function("00:02.0", rootPort(4, 4));

        assertThat(Rules.check(topology(overlap)))
                .filteredOn(f -> f.id().equals("BUS_OVERLAP"))
                .singleElement()
                .satisfies(f -> assertThat(f.evidence())
                        .contains(
                                new Evidence("0000:00:01.0 +0x19 Secondary Bus Number", "0x03"),
                                new Evidence("0000:00:01.0 +0x1a Subordinate Bus Number", "0x05"),
                                new Evidence("0000:00:02.0 +0x19 Secondary Bus Number", "0x04")));
    }

    @Test
    void aMessageOfTheBootLogIsAmongTheFacts() {
        HostBuilder logged = belowPort(upstream(0, 2, 5)).bootLog("pci 0000:01:00.0: Primary bus is hard wired to 0");

        assertThat(Rules.check(topology(logged)))
                .filteredOn(f -> f.id().equals("PRIMARY_HARDWIRED"))
                .singleElement()
                .satisfies(f -> assertThat(f.evidence())
                        .contains(new Evidence("boot log", "pci 0000:01:00.0: Primary bus is hard wired to 0")));
    }

    private static List<Finding> planned(HostBuilder host, Wishes wishes) {
        Topology topology = topology(host);
        return Rules.check(topology, BusPlanner.plan(topology, wishes));
    }

    /** Vector B10: a hot-plug port is served before five plain siblings. */
    @Test
    void b10HotplugStarvesSiblings() {
        HostBuilder b10 = one(rootPort(1, 5))
                .function("01:00.0", upstream(1, 2, 5))
                .function("02:00.0", downstream(0, 0, 0).slot(1, true, false));
        for (int device = 1; device <= 5; device++) {
            b10.function("02:0" + device + ".0", downstream(0, 0, 0));
        }

        assertThat(said("HOTPLUG_STARVES_SIBLING", planned(b10, Wishes.none())))
                .startsWith(
                        "WARNING 0000:02:00.0 In the plan, 0000:02:00.0: The hot-plug port takes 2 numbers more than");
        assertThat(said("HOTPLUG_STARVES_SIBLING", b10)).isEmpty();
    }

    @Test
    void aPlanThatExhaustsABusIsAnError() {
        HostBuilder slots = new HostBuilder().rootBus(0, 0xff);
        for (int device = 1; device < 30; device++) {
            slots.function(String.format("00:%02x.0", device), hotplug(device, device));
        }
        Wishes many = Wishes.none().withAssignBusses(true).withHpbussize(16);

        assertThat(said("PLAN_WOULD_EXHAUST", planned(slots, many)))
                .startsWith("ERROR 0000:00 In the plan, 0000:00: The bus window [00-ff] has no number for")
                .contains("known to panic");
        assertThat(said("PLAN_WOULD_EXHAUST", planned(slots, many.withHpbussize(4))))
                .isEmpty();
    }

    @Test
    void hpbussizeZeroIsAnErrorWhereItTakesNumbers() {
        Wishes zero = Wishes.none().withAssignBusses(true).withHpbussize(0);

        assertThat(said("HPBUSSIZE_ZERO", planned(one(hotplug(1, 1)), zero))).startsWith("ERROR 0000:00 In the plan");
        assertThat(said("HPBUSSIZE_ZERO", planned(one(hotplug(1, 1)), zero.withAssignBusses(false))))
                .startsWith("WARNING 0000:00 In the plan");
        assertThat(said("HPBUSSIZE_ZERO", planned(one(hotplug(1, 1)), zero.withHpbussize(1))))
                .isEmpty();
    }

    /** A simulated count is an error where the same count, merely possible, is a warning. */
    @Test
    void vfsWishedForCountAsEnabled() {
        HostBuilder e1 = one(rootPort(3, 3)).function("03:00.0", nic().srIov(8, 384, 2, 0x10ca));
        Wishes wish = Wishes.none().withVfs(FunctionAddress.of("03:00.0"), 1);

        assertThat(said("VF_BEYOND_SUBORDINATE", planned(e1, Wishes.none())))
                .startsWith("WARNING 0000:03:00.0 All 8 possible VFs");
        assertThat(said("VF_BEYOND_SUBORDINATE", planned(e1, wish))).startsWith("ERROR 0000:03:00.0 In the plan, ");
    }

    @Test
    void subjectsSortFromTheHostDownAndPrintAsAddresses() {
        FunctionAddress function = FunctionAddress.of("0001:3b:00.1");
        Subject segment = new Subject(Optional.of(function.segment()), OptionalInt.empty(), Optional.empty());
        List<Subject> order =
                List.of(Subject.HOST, segment, Subject.of(function.segment(), 0x3b), Subject.of(function));

        assertThat(order.stream().sorted(Comparator.reverseOrder()).sorted().toList())
                .isEqualTo(order);
        assertThat(order).extracting(Subject::toString).containsExactly("host", "0001", "0001:3b", "0001:3b:00.1");
    }

    /** Linux keeps four numbers for a CardBus bridge, whatever its registers say. */
    @Test
    void theReserveOfACardBusBridgeIsNotUnused() {
        HostBuilder notebook = host().function("00:1e.0", ConfigBuilder.bridge(0x8086, 0x2448, 0, 2, 6))
                .function("02:00.0", ConfigBuilder.cardBus(0x1180, 0x0476, 2, 3, 3));

        assertThat(said("RANGE_RESERVED_UNUSED", notebook)).isEmpty();
    }
}
