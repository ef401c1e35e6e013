package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.rid.FunctionAddress;

/** The vectors B1 to B16: numbers computed apart from this code by a model of the kernel, some seen in boot logs. */
class BusVectorsTest {

    private static final Wishes NONE = Wishes.none();
    private static final Wishes ASSIGN = NONE.withAssignBusses(true);
    private static final Wishes SERIES = NONE.withReservation(Reservation.SIOV_SERIES);

    private static final String B1 = """
            host root 00-ff
              rp 01.0 rp
                usp 00.0 usp
                  dsp0 00.0 dsp
                    nic 00.0 dev vf=64/%s/2
                  dsp1 01.0 dsp
                    nvme 00.0 dev
              rp2 02.0 rp
                gpu 00.0 dev
            """;
    private static final String B2 = """
            host root 00-ff
              rp 1c.0 rp hp %s
                usp 00.0 usp
                  dsp0 00.0 dsp
                    dev0 00.0 dev
                  dsp1 01.0 dsp hp
                  dsp2 02.0 dsp
                    dev2 00.0 dev
                  dsp4 04.0 dsp hp
            """;
    private static final String B3 = """
            host root 00-ff
              nic 01.0 rp cfg=10-1f
                pf 00.0 dev vf=255/1/1
              nvme 02.0 rp
                disk 00.0 dev
              sata 03.0 rp cfg=05-05
                ahci 00.0 dev
            """;
    private static final String B5 = """
            host root 00-ff
              rp 01.0 rp cfg=03-03
                pf0 00.0 dev vf=8/384/2
                pf1 00.1 dev vf=8/384/2
              rp2 02.0 rp cfg=04-04
                disk 00.0 dev
            """;
    private static final String B8 = """
            host root 00-03
              rp 01.0 rp
                usp 00.0 usp
                  dsp0 00.0 dsp
                    dev0 00.0 dev
                  dsp1 01.0 dsp
                    dev1 00.0 dev
              rp2 02.0 rp
                dev2 00.0 dev
            """;
    private static final String B8B = """
            host root 40-4f
              rp 01.0 rp cfg=41-41
                usp 00.0 usp
                  dsp0 00.0 dsp
                  dsp2 02.0 dsp
                  dsp6 06.0 dsp
            """;
    private static final String B10 = """
            host root 00-ff
              rp 01.0 rp cfg=01-05
                usp 00.0 usp
                  hot 00.0 dsp hp
                  p1 01.0 dsp
                    d1 00.0 dev
                  p2 02.0 dsp
                    d2 00.0 dev
                  p3 03.0 dsp
                    d3 00.0 dev
                  p4 04.0 dsp
                    d4 00.0 dev
                  p5 05.0 dsp
                    d5 00.0 dev
            """;
    private static final String B11 = """
            host root 00-ff
              bridge 1e.0 pci %s
                cb0 00.0 cb
                cb1 00.1 cb
            """;
    private static final String B13 = """
            host root 00-ff
              rp 01.0 rp
                pf 00.0 dev %s
              rp2 02.0 rp
                dev 00.0 dev
            """;

    static Stream<Arguments> vectors() {
        return Stream.of(
                vector(
                        "B1 nested switch",
                        B1.formatted("384"),
                        NONE,
                        "rp [01-05], usp [02-05], dsp0 [03-04], dsp1 [05-05], rp2 [06-06]"),
                vector(
                        "B1 with ARI",
                        B1.formatted("128"),
                        NONE,
                        "rp [01-04], usp [02-04], dsp0 [03-03], dsp1 [04-04], rp2 [05-05]"),
                vector(
                        "B2 port kept",
                        B2.formatted("cfg=01-2a"),
                        NONE,
                        "rp [01-2a], usp [02-2a], dsp0 [03-03], dsp1 [04-17], dsp2 [18-18], dsp4 [19-2a]"),
                vector(
                        "B2 from scratch",
                        B2.formatted(""),
                        NONE,
                        "rp [01-06], usp [02-06], dsp0 [03-03], dsp1 [04-04], dsp2 [05-05], dsp4 [06-06]"),
                vector(
                        "B2 hpbussize 8",
                        B2.formatted(""),
                        NONE.withHpbussize(8),
                        "rp [01-14], usp [02-14], dsp0 [03-03], dsp1 [04-0b], dsp2 [0c-0c], dsp4 [0d-14]"),
                vector("B3 firmware's numbers kept", B3, NONE, "nic [10-1f], nvme [20-20], sata [05-05]"),
                vector("B4 assign-busses", B3, ASSIGN, "nic [01-01], nvme [02-02], sata [03-03]"),
                vector("B5 kept range too small", B5, NONE, "rp [03-03], rp2 [04-04]"),
                vector("B5 with assign-busses", B5, ASSIGN, "rp [01-02], rp2 [03-03]"),
                vector("B6 broken firmware", """
                        host root 00-ff
                          a 01.0 rp cfg=02-03
                          b 02.0 rp cfg=00-05
                          c 03.0 rp cfg=09-08
                          d 04.0 rp prim=07 cfg=0a-0b
                        """, NONE, "a [02-03], b [04-04], c [05-05], d [06-06]"),
                vector("B7 overlap and foreign bus", """
                        host root 00-ff
                          a 01.0 rp cfg=03-05
                            pf 00.0 dev vf=8/384/2
                          b 02.0 rp cfg=04-04
                            nvme 00.0 dev
                        """, NONE, "a [03-05], b [04-04]"),
                vector("B8 exhaustion", B8, NONE, "rp [01-04], usp [02-04], dsp0 [03-03], dsp1 [04-04], rp2 [05-05]"),
                vector(
                        "B8b port kept at one bus",
                        B8B,
                        NONE,
                        "rp [41-41], usp [42-45], dsp0 [43-43], dsp2 [44-44], dsp6 [45-45]"),
                vector("B9 subordinate ff", """
                        host root 00-ff
                          a 01.0 rp cfg=01-ff
                          b 02.0 rp
                        """, NONE, "a [01-ff], b [00-00]"),
                vector(
                        "B10 hot-plug starves siblings",
                        B10,
                        NONE,
                        "rp [01-05], usp [02-0a], hot [03-05], p1 [06-06], p2 [07-07], p3 [08-08], p4 [09-09], p5 [0a-0a]"),
                vector("B11 CardBus", B11.formatted(""), NONE, "bridge [01-09], cb0 [02-05], cb1 [06-09]"),
                vector(
                        "B11 CardBus, bridge kept",
                        B11.formatted("cfg=02-05"),
                        NONE,
                        "bridge [02-05], cb0 [03-04], cb1 [05-08]"),
                vector("B12 EA", """
                        host root 00-ff
                          a 01.0 rp ea=08-0b
                          b 02.0 rp
                        """, NONE, "a [08-0b], b [0c-0c]"),
                vector("B13 mainline", B13.formatted("vf=64/128/2 sdi=1024/1/1"), NONE, "rp [01-01], rp2 [02-02]"),
                vector("B13 series", B13.formatted("vf=64/128/2 sdi=1024/1/1"), SERIES, "rp [01-05], rp2 [06-06]"),
                vector(
                        "B13 larger of both",
                        B13.formatted("vf=600/256/1 sdi=256/1024/1"),
                        SERIES,
                        "rp [01-05], rp2 [06-06]"),
                vector("B13 VFs alone", B13.formatted("vf=600/256/1 sdi=256/1024/1"), NONE, "rp [01-04], rp2 [05-05]"),
                vector("B14 bridge beside a PF", """
                        host root 00-ff
                          rp 01.0 rp
                            pf 00.0 dev vf=256/256/1
                            pci 00.1 pci
                        """, NONE, "rp [01-03], pci [03-03]"),
                vector("B15 child outside parent", """
                        host root 00-ff
                          rp 01.0 rp cfg=01-04
                            usp 00.0 usp cfg=02-04
                              dsp 00.0 dsp cfg=03-06
                        """, NONE, "rp [01-04], usp [02-04], dsp [03-06]"),
                vector("B16 hard-wired primary", """
                        host root 00-ff
                          rp 01.0 rp cfg=01-05
                            pci 00.0 pci prim=00 cfg=02-05
                        """, NONE, "rp [01-05], pci [02-05]"));
    }

    private static Arguments vector(String name, String drawing, Wishes wishes, String registers) {
        return Arguments.of(name, drawing, wishes, registers);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void registersEndAsLinuxWouldWriteThem(String name, String drawing, Wishes wishes, String registers) {
        Drawn drawn = new Drawn(drawing);

        assertThat(drawn.registers(drawn.plan(wishes))).isEqualTo(registers);
    }

    @Test
    void b3SaysWhichNumbersAreLost() {
        Drawn drawn = new Drawn(B3);
        BusPlan plan = drawn.plan(NONE);

        assertThat(plan.events(PlanEvent.Id.GAP_LOST)).singleElement().satisfies(e -> {
            assertThat(e.number()).hasValue(4 + 10);
            assertThat(e.subject()).hasToString("0000:00");
        });
        assertThat(row(plan, drawn, "nic").verdict()).isEqualTo("+15 unused");
        assertThat(plan.bridge(drawn.at("nic")).orElseThrow().kept()).isTrue();
        assertThat(plan.bridge(drawn.at("nvme")).orElseThrow().kept()).isFalse();
        assertThat(plan.fits()).isTrue();
    }

    @Test
    void b5FailsWithoutAndFitsWithAssignBusses() {
        Drawn drawn = new Drawn(B5);
        BusPlan kept = drawn.plan(NONE.withVfs(drawn.at("pf0"), 1));
        BusPlan renumbered = drawn.plan(ASSIGN.withVfs(drawn.at("pf0"), 8).withVfs(drawn.at("pf1"), 8));

        assertThat(kept.fits()).isFalse();
        assertThat(kept.failures()).singleElement().satisfies(f -> {
            assertThat(f.bridge()).isEqualTo(drawn.subject("rp"));
            assertThat(f.kernelMessage()).isEqualTo("can't enable 1 VFs (bus 04 out of range of [bus 03])");
            assertThat(f.reason()).contains("ENOMEM");
        });
        assertThat(drawn.advice(kept).parameters()).containsExactly("pci=assign-busses");
        assertThat(kept.events(PlanEvent.Id.MAX_BUSN_EXCEEDED))
                .singleElement()
                .satisfies(e -> assertThat(e.kernelMessage()).isEqualTo("bridge has subordinate 03 but max busn 04"));
        assertThat(row(kept, drawn, "rp").verdict()).isEqualTo("−1 short");
        assertThat(renumbered.failures()).isEmpty();
        assertThat(renumbered.functions()).containsEntry(drawn.at("pf1"), FunctionAddress.of("01:00.1"));
    }

    @Test
    void b6SaysWhatLinuxDoesNotBelieve() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  a 01.0 rp cfg=02-03
                  b 02.0 rp cfg=00-05
                  c 03.0 rp cfg=09-08
                  d 04.0 rp prim=07 cfg=0a-0b
                """);
        BusPlan plan = drawn.plan(NONE);

        assertThat(drawn.events(plan, PlanEvent.Id.SECONDARY_NOT_ABOVE_PRIMARY)).isEqualTo("b");
        assertThat(drawn.events(plan, PlanEvent.Id.SUBORDINATE_BELOW_SECONDARY)).isEqualTo("c");
        assertThat(drawn.events(plan, PlanEvent.Id.PRIMARY_MISMATCH)).isEqualTo("d");
    }

    @Test
    void b7LetsVfsLandOnAForeignBus() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  a 01.0 rp cfg=03-05
                    pf 00.0 dev vf=8/384/2
                  b 02.0 rp cfg=04-04
                    nvme 00.0 dev
                """);
        BusPlan plan = drawn.plan(NONE.withVfs(drawn.at("pf"), 8));

        assertThat(plan.events(PlanEvent.Id.BUS_OVERLAP)).singleElement().satisfies(e -> {
            assertThat(e.subject()).isEqualTo(drawn.subject("b"));
            assertThat(e.kernelMessage())
                    .isEqualTo(
                            "busn_res: can not insert [bus 04] under [bus 00-ff] (conflicts with (null) [bus 03-05])");
        });
        assertThat(plan.events(PlanEvent.Id.IOV_BUS_FOREIGN)).singleElement().satisfies(e -> {
            assertThat(e.subject()).isEqualTo(drawn.subject("pf"));
            assertThat(e.number()).hasValue(4);
        });
        assertThat(plan.fits()).isFalse();
    }

    @Test
    void b8SaysWhereNumbersRunOut() {
        Drawn drawn = new Drawn(B8);
        BusPlan plan = drawn.plan(NONE);

        assertThat(drawn.events(plan, PlanEvent.Id.BUS_EXHAUSTED)).isEqualTo("dsp1 rp2");
        assertThat(drawn.events(plan, PlanEvent.Id.DEVICES_UNUSABLE)).isEqualTo("dsp1");
        assertThat(drawn.events(plan, PlanEvent.Id.RANGE_OUTSIDE_ROOT).split(" "))
                .containsExactlyInAnyOrder("rp", "usp", "dsp1", "rp2");
        assertThat(plan.events(PlanEvent.Id.PLAN_WOULD_EXHAUST)).singleElement().satisfies(e -> {
            assertThat(e.number()).hasValue(2);
            assertThat(e.text()).contains("vanish").doesNotContain("panic");
        });
        assertThat(plan.failures().get(0).bridge()).isEqualTo(drawn.subject("dsp1"));
    }

    @Test
    void b8bWarnsAsTheBootLogDid() {
        Drawn drawn = new Drawn(B8B);
        BusPlan plan = drawn.plan(NONE);

        assertThat(drawn.events(plan, PlanEvent.Id.DEVICES_UNUSABLE)).isEqualTo("dsp0 dsp2 dsp6 usp");
        assertThat(plan.events(PlanEvent.Id.DEVICES_UNUSABLE).get(0).kernelMessage())
                .isEqualTo("devices behind bridge are unusable because [bus 43] cannot be assigned for them");
        assertThat(plan.events(PlanEvent.Id.MAX_BUSN_EXCEEDED)).singleElement().satisfies(e -> {
            assertThat(e.subject()).isEqualTo(drawn.subject("rp"));
            assertThat(e.kernelMessage()).isEqualTo("bridge has subordinate 41 but max busn 45");
        });
        assertThat(plan.events(PlanEvent.Id.BUS_EXHAUSTED).get(1).kernelMessage())
                .startsWith("busn_res: can not insert [bus 43-41] under [bus 42-41]");
        assertThat(plan.events(PlanEvent.Id.PLAN_WOULD_EXHAUST)).isEmpty();
    }

    @Test
    void b9LeavesNothingBehindFf() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  a 01.0 rp cfg=01-ff
                  b 02.0 rp
                    lost 00.0 dev
                """);
        BusPlan plan = drawn.plan(NONE);

        assertThat(drawn.events(plan, PlanEvent.Id.SUBORDINATE_FF_BLOCKS)).isEqualTo("a");
        assertThat(drawn.events(plan, PlanEvent.Id.BUS_EXHAUSTED)).isEqualTo("b");
        assertThat(plan.events(PlanEvent.Id.PLAN_WOULD_EXHAUST))
                .singleElement()
                .satisfies(e -> assertThat(e.text()).contains("known to panic"));
        assertThat(plan.functions()).doesNotContainKey(drawn.at("lost"));
        assertThat(drawn.advice(plan).parameters()).containsExactly("pci=assign-busses");
    }

    @Test
    void b10SaysWhoStarves() {
        Drawn drawn = new Drawn(B10);
        BusPlan plan = drawn.plan(NONE);

        assertThat(plan.events(PlanEvent.Id.HOTPLUG_STARVES_SIBLING))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.subject()).isEqualTo(drawn.subject("hot"));
                    assertThat(e.number()).hasValue(2);
                });
        assertThat(drawn.events(plan, PlanEvent.Id.BUS_EXHAUSTED)).isEqualTo("p1 p2 p3 p4 p5");
        assertThat(drawn.events(plan, PlanEvent.Id.DEVICES_UNUSABLE)).startsWith("p1 p2 p3 p4 p5");
        assertThat(plan.fits()).isFalse();
    }

    @Test
    void b11KeepsItsOwnRangeInTheKernel() {
        Drawn drawn = new Drawn(B11.formatted("cfg=02-05"));
        BusPlan plan = drawn.plan(NONE);

        assertThat(plan.bridge(drawn.at("cb1")).orElseThrow()).satisfies(b -> {
            assertThat(b.kernelStart()).hasValue(5);
            assertThat(b.kernelEnd()).hasValue(5);
        });
        assertThat(plan.events(PlanEvent.Id.MAX_BUSN_EXCEEDED))
                .singleElement()
                .satisfies(e -> assertThat(e.kernelMessage()).isEqualTo("bridge has subordinate 05 but max busn 08"));
    }

    @Test
    void b13SaysWhatIsReservedForWhom() {
        Drawn drawn = new Drawn(B13.formatted("vf=64/128/2 sdi=1024/1/1"));
        BusPlan series = drawn.plan(SERIES.withVfs(drawn.at("pf"), 64).withSdis(drawn.at("pf"), SdiWish.of(1024)));
        BusPlan mainline = drawn.plan(NONE);

        assertThat(series.bridge(drawn.at("rp")).orElseThrow().reserved()).isEqualTo(4);
        assertThat(series.bridge(drawn.at("rp")).orElseThrow().reserves().get(0).why())
                .startsWith("1024 SDIs of");
        assertThat(series.events(PlanEvent.Id.IOV_COLLISION))
                .singleElement()
                .satisfies(e -> assertThat(e.number()).hasValue(64));
        assertThat(mainline.bridge(drawn.at("rp")).orElseThrow().reserved()).isZero();
        assertThat(mainline.events(PlanEvent.Id.SIOV_UNRESERVED))
                .singleElement()
                .satisfies(e -> assertThat(e.number()).hasValue(4));
    }

    @Test
    void b14LeavesTheVfBusAlone() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp
                    pf 00.0 dev vf=256/256/1
                    pci 00.1 pci
                """);
        BusPlan plan = drawn.plan(NONE.withVfs(drawn.at("pf"), 256));

        assertThat(plan.failures()).isEmpty();
        assertThat(plan.events(PlanEvent.Id.IOV_BUS_FOREIGN)).isEmpty();
    }

    @Test
    void b15SaysWhatDoesNotNest() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=01-04
                    usp 00.0 usp cfg=02-04
                      dsp 00.0 dsp cfg=03-06
                """);
        BusPlan plan = drawn.plan(NONE);

        assertThat(drawn.events(plan, PlanEvent.Id.RANGE_OUTSIDE_PARENT)).isEqualTo("dsp");
        assertThat(plan.events(PlanEvent.Id.RANGE_OUTSIDE_PARENT).get(0).kernelMessage())
                .isEqualTo(
                        "busn_res: can not insert [bus 03-06] under [bus 02-04] (conflicts with (null) [bus 02-04])");
        assertThat(drawn.events(plan, PlanEvent.Id.DEVICES_UNUSABLE)).isEqualTo("dsp");
        assertThat(plan.events(PlanEvent.Id.MAX_BUSN_EXCEEDED)).singleElement().satisfies(e -> {
            assertThat(e.subject()).isEqualTo(drawn.subject("usp"));
            assertThat(e.kernelMessage()).isEqualTo("bridge has subordinate 04 but max busn 06");
        });
    }

    @Test
    void b16SaysThatPrimaryIsHardWired() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=01-05
                    pci 00.0 pci prim=00 cfg=02-05
                """);

        assertThat(drawn.events(drawn.plan(NONE), PlanEvent.Id.PRIMARY_HARDWIRED))
                .isEqualTo("pci");
    }

    @Test
    void hpbussizeZeroLosesWhatIsBehindHotPlugPorts() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  hot 01.0 rp hp
                    card 00.0 dev
                  plain 02.0 rp
                """);
        BusPlan plan = drawn.plan(NONE.withHpbussize(0));

        assertThat(plan.bridge(drawn.at("hot")).orElseThrow().planned()).isEqualTo(new BusNumbers(1, 0));
        assertThat(plan.events(PlanEvent.Id.HPBUSSIZE_ZERO))
                .singleElement()
                .satisfies(e -> assertThat(e.number()).hasValue(1));
        assertThat(plan.fits()).isFalse();
        assertThat(drawn.advice(plan).parameters()).isEmpty();
        assertThat(drawn.plan(NONE.withHpbussize(0x100)).fits()).isTrue();
    }

    @Test
    void inSmallWindowsHotPlugPortsInvert() {
        Drawn drawn = new Drawn("""
                host root 20-26
                  a 01.0 rp hp
                  b 02.0 rp hp
                  c 03.0 rp hp
                """);

        // Seen in emulation: [27-26] at the end of a window.
        assertThat(drawn.registers(drawn.plan(ASSIGN.withHpbussize(3)))).isEqualTo("a [21-23], b [24-26], c [27-26]");
        assertThat(drawn.events(drawn.plan(ASSIGN.withHpbussize(3)), PlanEvent.Id.RANGE_INVERTED))
                .isEqualTo("c");
    }

    private static BudgetRow row(BusPlan plan, Drawn drawn, String name) {
        return plan.budget().stream()
                .filter(r -> r.subject().equals(drawn.subject(name)))
                .findFirst()
                .orElseThrow();
    }
}
