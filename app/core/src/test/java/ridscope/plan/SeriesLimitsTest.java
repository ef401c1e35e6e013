package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits L1 to L9 of the SIOV series: the three rules of reservation side by side. */
class SeriesLimitsTest {

    /** Reserved by mainline, by the series, by 64-bit arithmetic as far as numbers exist; needed; beyond ffff from where on. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "L1 carry is lost, f0-ff, sdi=1024/256/4, 0, 0, 15, 16, 64, 960",
        "L2 below its own bus, fe-ff, sdi=1024/1/1, 0, 0, 1, 4, 513, 511",
        "L3 plausible after two wraps, 10-ff, sdi=520/1/256, 0, 7, 239, 519, 280, 240",
        "L4 VFs through the helper, fe-ff, vf=512/1/1, 1, 1, 1, 2, 1, 511",
        "L5 eight bits, f0-ff, sdi=1024/256/4, 0, 0, 15, 16, 64, 960",
        "L8 kept, 0a-0a, sdi=1024/1/1, 0, 4, 4, 4, 0, 0"
    })
    void sideBySide(
            String name,
            String range,
            String iov,
            long mainline,
            long series,
            long correct,
            long needed,
            long beyond,
            int first) {
        Drawn drawn = new Drawn("host root 00-ff\n  rp 01.0 rp cfg=" + range + "\n    pf 00.0 dev " + iov + "\n");

        assertThat(reserved(drawn, Reservation.MAINLINE)).isEqualTo(mainline);
        assertThat(reserved(drawn, Reservation.SIOV_SERIES)).isEqualTo(series);
        assertThat(reserved(drawn, Reservation.CORRECT)).isEqualTo(correct);
        for (Reservation rule : Reservation.values()) {
            BusPlan plan = drawn.plan(Wishes.none().withReservation(rule));
            BudgetRow row = plan.budget().stream()
                    .filter(r -> r.subject().equals(drawn.subject("rp")))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.neededSdis()).isEqualTo(1 + needed);
            assertThat(plan.events(PlanEvent.Id.RID_OVERFLOW)).hasSize(beyond > 0 ? 1 : 0);
            plan.events(PlanEvent.Id.RID_OVERFLOW).forEach(e -> {
                assertThat(e.number()).hasValue(beyond);
                assertThat(e.text()).contains("from " + (iov.startsWith("vf") ? "VF " : "SDI ") + first + " on");
            });
        }
    }

    @Test
    void l6ProductsDoNotOverflow() {
        IovRegisters registers = new IovRegisters(0xffff, 0xffff, 1, 0xffff);

        assertThat(registers.extraBuses(0, 0xffff)).isEqualTo((1L + 0xffffL * 0xfffeL) >> 8);
    }

    @Test
    void l7SeriesReservesForSdisThatHitVfs() {
        Drawn drawn = new Drawn("host root 00-ff\n  rp 01.0 rp cfg=20-21\n    pf 00.0 dev vf=16/256/1 sdi=64/260/1\n");
        BusPlan plan = drawn.plan(Wishes.none()
                .withReservation(Reservation.SIOV_SERIES)
                .withVfs(drawn.at("pf"), 16)
                .withSdis(drawn.at("pf"), SdiWish.of(64)));

        assertThat(plan.events(PlanEvent.Id.IOV_COLLISION))
                .singleElement()
                .satisfies(e -> assertThat(e.number()).hasValue(12));
    }

    @Test
    void l8KeptBridgeIsNotGrown() {
        Drawn drawn = new Drawn("host root 00-ff\n  rp 01.0 rp cfg=0a-0a\n    pf 00.0 dev sdi=1024/1/1\n");
        Wishes wishes =
                Wishes.none().withReservation(Reservation.SIOV_SERIES).withSdis(drawn.at("pf"), SdiWish.of(1024));
        BusPlan plan = drawn.plan(wishes);

        assertThat(drawn.registers(plan)).isEqualTo("rp [0a-0a]");
        assertThat(plan.events(PlanEvent.Id.SDI_BEYOND_SUBORDINATE))
                .singleElement()
                .satisfies(e -> assertThat(e.number()).hasValue(769));
        assertThat(plan.failures()).singleElement().satisfies(f -> {
            assertThat(f.bridge()).isEqualTo(drawn.subject("rp"));
            assertThat(f.reason()).contains("769 of 1,024 SDIs", "from SDI 255 on");
            assertThat(f.kernelMessage()).isEqualTo("bridge has subordinate 0a but max busn 0e");
        });
        assertThat(drawn.advice(plan).parameters()).containsExactly("pci=assign-busses");
        assertThat(drawn.plan(wishes.withAssignBusses(true)).fits()).isTrue();
    }

    @Test
    void l9WishThatCannotBePlacedIsSaid() {
        Drawn drawn = new Drawn("host root 00-ff\n  rp 01.0 rp cfg=0a-0a\n    pf 00.0 dev\n");
        BusPlan plan = drawn.plan(Wishes.none().withSdis(drawn.at("pf"), SdiWish.of(8, 0, 1)));

        assertThat(plan.events(PlanEvent.Id.SIOV_MALFORMED)).hasSize(1);
        assertThat(plan.fits()).isFalse();
    }

    /** L12: both counts wrapped below the bus they start from. */
    @Test
    void l12BothWrappedDropsBelowTheBusNumber() {
        Drawn drawn = new Drawn("""
                host root 00-ff
                  rp 01.0 rp cfg=fe-ff
                    pf 00.0 dev vf=2/1024/1 sdi=2/1024/1
                """);

        assertThat(reserved(drawn, Reservation.SIOV_SERIES)).isEqualTo(0x02 - 0xfe);
        assertThat(reserved(drawn, Reservation.CORRECT)).isEqualTo(1);
        assertThat(reserved(drawn, Reservation.MAINLINE)).isZero();
    }

    private static long reserved(Drawn drawn, Reservation rule) {
        return drawn.plan(Wishes.none().withReservation(rule))
                .bridge(drawn.at("rp"))
                .orElseThrow()
                .reserved();
    }
}
