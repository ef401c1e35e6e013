package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.plan.EnableCheck.Outcome;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.OsBuilder;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

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
        Topology host = host(pf, registers);
        EnableCheck.Result result = EnableCheck.of(
                        host,
                        only(host),
                        FunctionAddress.of(pf),
                        Numbers.hex(end).getAsInt(),
                        rule)
                .afterReset(count);

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.kernelMessage()).isEqualTo(kernelMessage);
        assertThat(result.words()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"03, 0", "04, 8"})
    void e1LargestCount(String end, int largest) {
        assertThat(check(host("03:00.0", "8/8/384/2"), Numbers.hex(end).getAsInt())
                        .largest())
                .isEqualTo(largest);
    }

    @Test
    void e2AndE6LargestCount() {
        assertThat(check(host("05:00.0", "256/256/16/2"), 6).largest()).isEqualTo(248);
        assertThat(check(host("fe:00.0", "1024/1024/1/1"), 0xff).largest()).isEqualTo(511);
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
        EnableCheck check =
                check(hostOf(ConfigBuilder.endpoint(0x8086, 1, 0x020000).srIovEnabled(8, 4, 128, 2, 7), "03:00.0"), 3);

        assertThat(check.now(2).outcome()).isEqualTo(Outcome.ALREADY_ENABLED);
        assertThat(check.now(2).kernelMessage()).isEqualTo("4 VFs already enabled. Disable before enabling 2 VFs");
        assertThat(check.now(4).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(check.now(0).outcome()).isEqualTo(Outcome.DISABLED);
        assertThat(check.afterReset(2).sampledAt()).hasValue(4);
    }

    @Test
    void whoHasNoVfsEnablesNone() {
        Topology plain = hostOf(ConfigBuilder.endpoint(0x8086, 1, 0x020000), "03:00.0");

        assertThat(check(plain, 3).afterReset(1).outcome()).isEqualTo(Outcome.NO_PF);
        assertThat(check(plain, 3).largest()).isZero();
    }

    @Test
    void limitsNowAfterRescanAndAfterAssignBusses() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=03-03
                    pf 00.0 dev vf=8/384/2
                  rp2 02.0 rp ari
                    pf2 00.0 dev ari vf=256/16/2
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
        Topology pf = Enumerator.enumerate(
                new HostBuilder()
                        .rootBus(3, 0xff)
                        .function("03:00.0", nic(), os -> os.sriov(7, 0, 128, 2, 7))
                        .build(),
                Feedback.NONE);

        assertThat(check(pf, 3).afterReset(8).outcome()).isEqualTo(Outcome.MORE_THAN_TOTAL);
        assertThat(check(pf, 3).afterReset(8).words()).contains("7", "the device has 8");
        assertThat(check(pf, 3).largest()).isEqualTo(7);
    }

    /** What the source tells of drivers, and what that makes of check 4. */
    @ParameterizedTest(name = "PF {0}, its neighbour {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            igb | nvme | ENABLED   | whether its driver igb can enable VFs (else ENOENT)
            -   | nvme | NO_DRIVER | no driver is bound to it now, and without one that can enable VFs the write ends with ENOENT
            -   | -    | ENABLED   | whether a driver that can enable VFs is bound to it (else ENOENT)
            """)
    void driverIsCheckedWhereTheSourceTellsDrivers(
            String driver, String other, Outcome onTheRunningSystem, String unchecked) {
        Topology host = Enumerator.enumerate(
                new HostBuilder()
                        .rootBus(3, 0xff)
                        .function("03:00.0", nic(), os -> bound(os, driver))
                        .function("03:01.0", ConfigBuilder.endpoint(1, 2, 0x010802), os -> bound(os, other))
                        .build(),
                Feedback.NONE);

        EnableCheck.Result now = check(host, 3).now(4);
        assertThat(now.outcome()).isEqualTo(onTheRunningSystem);
        assertThat(now.kernelMessage())
                .isEqualTo(now.allowed() ? "" : "no driver bound to device; cannot configure SR-IOV");
        assertThat(check(host, 3).now(9).outcome()).isEqualTo(Outcome.MORE_THAN_TOTAL);
        EnableCheck.Result later = check(host, 3).afterReset(4);
        assertThat(later.allowed()).isTrue();
        assertThat(later.unchecked())
                .containsExactly(unchecked, "whether memory was found for its VF BARs (else ENOMEM)");
    }

    private static void bound(OsBuilder os, String driver) {
        if (driver != null) {
            os.driver(driver);
        }
    }

    /** Enabled VFs prove the driver's callback; listed apertures that memory was found: checks (d) and (f). */
    @Test
    void nothingIsLeftUncheckedWhereEverythingIsThere() {
        Topology host = Enumerator.enumerate(
                new HostBuilder()
                        .rootBus(3, 0xff)
                        .function(
                                "03:00.0",
                                ConfigBuilder.endpoint(0x8086, 1, 0x020000).srIovEnabled(8, 4, 128, 2, 7),
                                os -> os.driver("igb").resource(7, 0xe0000000L, 0x20000, 0x40200))
                        .build(),
                Feedback.NONE);

        assertThat(check(host, 3).afterReset(8).unchecked()).isEmpty();
    }

    @Test
    void anApertureWithoutAnAddressIsNoMemory() {
        Topology host = Enumerator.enumerate(
                new HostBuilder()
                        .rootBus(3, 0xff)
                        .function("03:00.0", nic(), os -> os.unplaced(7, 0x20000, 0x40200))
                        .build(),
                Feedback.NONE);

        assertThat(check(host, 3).afterReset(1).outcome()).isEqualTo(Outcome.NO_MEMORY_RANGE);
        assertThat(check(host, 3).largest()).isZero();
    }

    /** Check (g): what the Function Dependency Link of 03:00.1 leads to. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            itself          | 1 | ENABLED         | 0
            another PF      | 0 | ENABLED         | 0
            no PF           | 2 | LINK_TO_NO_PF   | ENOSYS
            nothing         | 3 | LINK_TO_NOTHING | ENODEV
            beyond the bus's functions | 255 | LINK_TO_NOTHING | ENODEV
            """)
    void dependencyLinkMustNameAPf(String name, int link, Outcome outcome, String error) {
        Topology host = Enumerator.enumerate(
                new HostBuilder()
                        .rootBus(0, 0xff)
                        .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 3, 3))
                        .function("03:00.0", nic().multifunction())
                        .function("03:00.1", nic().multifunction().dependencyLink(link))
                        .function(
                                "03:00.2",
                                ConfigBuilder.endpoint(0x8086, 2, 0x020000).multifunction())
                        .build(),
                Feedback.NONE);
        PciFunction pf = host.function(FunctionAddress.of("03:00.1")).orElseThrow();
        EnableCheck check = EnableCheck.of(host, pf, 3);

        assertThat(check.afterReset(4).outcome()).isEqualTo(outcome);
        assertThat(outcome.error()).isEqualTo(error);
        assertThat(check.largest()).isEqualTo(outcome == Outcome.ENABLED ? 8 : 0);
    }

    /** Of a root-complex endpoint the register holds a function number; Linux adds the device number. */
    @Test
    void dependencyLinkOfARootComplexEndpointStaysInItsDevice() {
        Topology host = Enumerator.enumerate(
                new HostBuilder()
                        .rootBus(0, 0xff)
                        .function(
                                "00:05.0",
                                ConfigBuilder.device(0x8086, 1, 0x020000)
                                        .express(PortType.RCIEP)
                                        .srIov(8, 128, 2, 7)
                                        .dependencyLink(0))
                        .build(),
                Feedback.NONE);

        assertThat(check(host, 0).afterReset(4).outcome()).isEqualTo(Outcome.ENABLED);
    }

    /** Without its registers nobody can tell whether the function that a link names owns VFs. */
    @Test
    void whatIsNotReadableIsSaidToBeUnchecked() {
        Topology host = Enumerator.enumerate(
                new HostBuilder()
                        .rootBus(3, 0xff)
                        .unreadable("03:00.0", os -> os.ids(0x8086, 1, 0x020000).sriov(8, 0, 128, 2, 7))
                        .build(),
                Feedback.NONE);

        assertThat(check(host, 3).afterReset(4).unchecked())
                .contains("whether its Function Dependency Link names a PF (else ENODEV or ENOSYS)")
                .hasSize(3);
    }

    private static ConfigBuilder nic() {
        return ConfigBuilder.endpoint(0x8086, 1, 0x020000).srIov(8, 128, 2, 7);
    }

    private static EnableCheck check(Topology host, long end) {
        return EnableCheck.of(host, only(host), end);
    }

    private static PciFunction only(Topology host) {
        return host.functions().iterator().next();
    }

    private static Topology host(String address, String registers) {
        String[] r = registers.split("/");
        int[] values = new int[6];
        for (int i = 0; i < 2; i++) {
            values[i] = Numbers.decimal(r[i]).getAsInt();
        }
        values[3] = Numbers.decimal(r[2]).getAsInt();
        values[4] = Numbers.decimal(r[3]).getAsInt();
        return hostOf(ConfigBuilder.endpoint(0x8086, 1, 0x020000).srIov(values, 0), address);
    }

    private static Topology hostOf(ConfigBuilder config, String address) {
        return Enumerator.enumerate(
                new HostBuilder()
                        .rootBus(FunctionAddress.of(address).bus(), 0xff)
                        .function(address, config)
                        .build(),
                Feedback.NONE);
    }
}
