package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.plan.EnableCheck.Outcome;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;

/** The vectors E-1 to E-7, and the checks in front of and behind them. */
class EnableVectorsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            E-1        | 03:00.0 | 8/8/384/2      | 03 | 1   | MAINLINE    | NO_BUS            | can't enable 1 VFs (bus 04 out of range of [bus 03])
            E-2        | 05:00.0 | 256/256/16/2   | 06 | 248 | MAINLINE    | ENABLED           | ''
            E-3        | 05:00.0 | 256/256/16/2   | 06 | 249 | MAINLINE    | NO_BUS            | can't enable 249 VFs (bus 07 out of range of [bus 05-06])
            E-4        | 03:00.0 | 8/8/384/2      | 04 | 9   | MAINLINE    | MORE_THAN_TOTAL   | ''
            E-5        | 03:00.0 | 4/8/384/2      | 04 | 4   | MAINLINE    | INITIAL_MISMATCH  | ''
            E-6        | fe:00.0 | 1024/1024/1/1  | ff | 511 | MAINLINE    | ENABLED           | ''
            E-7        | fe:00.0 | 1024/1024/1/1  | ff | 512 | MAINLINE    | NO_BUS            | can't enable 512 VFs (bus 100 out of range of [bus fe-ff])
            E-7 series | fe:00.0 | 1024/1024/1/1  | ff | 512 | SIOV_SERIES | ENABLED           | ''
            nothing    | 03:00.0 | 8/8/384/2      | 04 | 0   | MAINLINE    | UNCHANGED         | ''
            """)
    void endAsLinuxWouldEndIt(
            String name,
            String pf,
            String registers,
            String end,
            int count,
            Reservation rule,
            Outcome outcome,
            String kernelMessage) {
        PciFunction function = function(pf, registers);
        EnableCheck.Result result = EnableCheck.of(
                        function, function.address(), Numbers.hex(end).getAsInt(), rule)
                .afterReset(count);

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.kernelMessage()).isEqualTo(kernelMessage);
        assertThat(result.words()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"03, 0", "04, 8"})
    void e1LargestCount(String end, int largest) {
        assertThat(EnableCheck.of(
                                function("03:00.0", "8/8/384/2"),
                                Numbers.hex(end).getAsInt())
                        .largest())
                .isEqualTo(largest);
    }

    @Test
    void e2AndE6LargestCount() {
        assertThat(EnableCheck.of(function("05:00.0", "256/256/16/2"), 6).largest())
                .isEqualTo(248);
        assertThat(EnableCheck.of(function("fe:00.0", "1024/1024/1/1"), 0xff).largest())
                .isEqualTo(511);
    }

    @Test
    void e7SaysThatTheSeriesDoesNotNotice() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=fe-ff
                    pf 00.0 dev vf=1024/1/1
                """);
        Wishes wishes = Wishes.none().withVfs(drawn.at("pf"), 512);

        BusPlan mainline = drawn.plan(wishes);
        BusPlan series = drawn.plan(wishes.withReservation(Reservation.SIOV_SERIES));

        assertThat(mainline.failures().get(0).kernelMessage())
                .isEqualTo("can't enable 512 VFs (bus 100 out of range of [bus fe-ff])");
        assertThat(series.events(PlanEvent.Id.RID_OVERFLOW))
                .singleElement()
                .satisfies(e -> assertThat(e.number()).hasValue(1));
        assertThat(series.failures().get(0).kernelMessage()).isEmpty();
        assertThat(series.failures().get(0).reason()).contains("from VF 511 on", "beyond Routing ID ffff");
    }

    @Test
    void runningVfsAreInTheWay() {
        PciFunction pf =
                topologyOf(ConfigBuilder.endpoint(0x8086, 1, 0x020000).srIovEnabled(8, 4, 128, 2, 7), "03:00.0");
        EnableCheck check = EnableCheck.of(pf, 3);

        assertThat(check.now(2).outcome()).isEqualTo(Outcome.ALREADY_ENABLED);
        assertThat(check.now(2).kernelMessage()).isEqualTo("4 VFs already enabled. Disable before enabling 2 VFs");
        assertThat(check.now(4).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(check.now(0).outcome()).isEqualTo(Outcome.DISABLED);
        assertThat(check.afterReset(2).sampledAt()).hasValue(4);
    }

    @Test
    void whoHasNoVfsEnablesNone() {
        PciFunction plain = topologyOf(ConfigBuilder.endpoint(0x8086, 1, 0x020000), "03:00.0");

        assertThat(EnableCheck.of(plain, 3).afterReset(1).outcome()).isEqualTo(Outcome.NO_PF);
        assertThat(EnableCheck.of(plain, 3).largest()).isZero();
    }

    @Test
    void limitsNowAfterRescanAndAfterAssignBusses() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=03-03
                    pf 00.0 dev vf=8/384/2
                  rp2 02.0 rp
                    pf2 00.0 dev vf=256/16/2
                """);

        assertThat(VfLimits.of(
                        drawn.topology(),
                        drawn.topology().function(drawn.at("pf")).orElseThrow()))
                .satisfies(l -> {
                    assertThat(l.now()).isZero();
                    assertThat(l.afterRescan()).isZero();
                    assertThat(l.afterAssignBusses()).isEqualTo(8);
                    assertThat(l.sampledAt()).hasValue(0);
                });
        assertThat(VfLimits.of(
                                drawn.topology(),
                                drawn.topology().function(drawn.at("pf2")).orElseThrow())
                        .afterRescan())
                .isEqualTo(256);
    }

    /** The driver's limit counts, as with igb, which shows 7 of 8. */
    @Test
    void driverMayAllowFewer() {
        PciFunction pf = Enumerator.enumerate(
                        new HostBuilder()
                                .rootBus(3, 0xff)
                                .function(
                                        "03:00.0",
                                        ConfigBuilder.endpoint(0x8086, 1, 0x020000)
                                                .srIov(8, 128, 2, 7),
                                        os -> os.sriov(7, 0, 128, 2, 7))
                                .build(),
                        Feedback.NONE)
                .function(FunctionAddress.of("03:00.0"))
                .orElseThrow();

        assertThat(EnableCheck.of(pf, 3).afterReset(8).outcome()).isEqualTo(Outcome.MORE_THAN_TOTAL);
        assertThat(EnableCheck.of(pf, 3).afterReset(8).words()).contains("7", "the device has 8");
        assertThat(EnableCheck.of(pf, 3).largest()).isEqualTo(7);
    }

    private static PciFunction function(String address, String registers) {
        String[] r = registers.split("/");
        int[] values = new int[6];
        for (int i = 0; i < 2; i++) {
            values[i] = Numbers.decimal(r[i]).getAsInt();
        }
        values[3] = Numbers.decimal(r[2]).getAsInt();
        values[4] = Numbers.decimal(r[3]).getAsInt();
        return topologyOf(ConfigBuilder.endpoint(0x8086, 1, 0x020000).srIov(values, 0), address);
    }

    private static PciFunction topologyOf(ConfigBuilder config, String address) {
        FunctionAddress at = FunctionAddress.of(address);
        return Enumerator.enumerate(
                        new HostBuilder()
                                .rootBus(at.bus(), 0xff)
                                .function(address, config)
                                .build(),
                        Feedback.NONE)
                .function(at)
                .orElseThrow();
    }
}
