package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The vectors C-1 to C-4: who would meet whom, and how many buses are set aside. */
class CollisionVectorsTest {

    private static final String RP = "host root 00-ff\n  rp 01.0 rp cfg=";

    @Test
    void c1TwoPfsShareFourIds() {
        Drawn drawn = new Drawn(RP + "06-06\n    a 00.0 dev vf=8/2/1\n    b 00.1 dev vf=8/5/1\n");
        BusPlan plan = drawn.plan(Wishes.none().withVfs(drawn.at("a"), 8).withVfs(drawn.at("b"), 8));

        assertThat(plan.events(PlanEvent.Id.IOV_COLLISION)).singleElement().satisfies(e -> {
            assertThat(e.number()).hasValue(4);
            assertThat(e.text()).contains("the first 06:00.6");
        });
        assertThat(plan.fits()).isFalse();
    }

    @Test
    void c2VfMeetsAFunction() {
        Drawn drawn = new Drawn(RP + "07-07\n    a 00.0 dev vf=4/1/1\n    b 00.1 dev\n");
        BusPlan plan = drawn.plan(Wishes.none().withVfs(drawn.at("a"), 4));

        assertThat(plan.events(PlanEvent.Id.IOV_COLLISION)).singleElement().satisfies(e -> {
            assertThat(e.number()).hasValue(1);
            assertThat(e.text()).contains("07:00.1");
        });
    }

    @Test
    void c3VfsAndSdisApart() {
        Drawn drawn = new Drawn(RP + "20-22 ari\n    a 00.0 dev ari vf=64/128/2 sdi=512/256/1\n");
        BusPlan plan = drawn.plan(Wishes.none()
                .withReservation(Reservation.SIOV_SERIES)
                .withVfs(drawn.at("a"), 64)
                .withSdis(drawn.at("a"), SdiWish.of(512)));

        assertThat(plan.failures()).isEmpty();
        assertThat(plan.events(PlanEvent.Id.IOV_COLLISION)).isEmpty();
        assertThat(plan.bridge(drawn.at("rp")).orElseThrow().reserved()).isEqualTo(2);
        assertThat(drawn.plan(Wishes.none())
                        .bridge(drawn.at("rp"))
                        .orElseThrow()
                        .reserved())
                .isZero();
    }

    @Test
    void c4VfsAndSdisShareTwelveIds() {
        Drawn drawn = new Drawn(RP + "20-21\n    a 00.0 dev vf=16/256/1 sdi=64/260/1\n");
        BusPlan plan = drawn.plan(Wishes.none()
                .withReservation(Reservation.SIOV_SERIES)
                .withVfs(drawn.at("a"), 16)
                .withSdis(drawn.at("a"), SdiWish.of(64)));

        assertThat(plan.events(PlanEvent.Id.IOV_COLLISION)).singleElement().satisfies(e -> {
            assertThat(e.number()).hasValue(12);
            assertThat(e.text()).contains("the first 21:00.4");
        });
        assertThat(plan.bridge(drawn.at("rp")).orElseThrow().reserved()).isEqualTo(1);
        // SDI 0 is where VF 4 is.
        assertThat(plan.failures())
                .singleElement()
                .satisfies(f -> assertThat(f.advice())
                        .startsWith(
                                "Fewer of them does not help, as SDI 0 is in the way already: take at most 4 VFs of"));
        assertThat(drawn.plan(Wishes.none()
                                .withReservation(Reservation.SIOV_SERIES)
                                .withVfs(drawn.at("a"), 4)
                                .withSdis(drawn.at("a"), SdiWish.of(64)))
                        .fits())
                .isTrue();
    }

    @Test
    void aVfThatMeetsAFunctionLaterLeavesThoseBefore() {
        Drawn drawn = new Drawn(RP + "07-07\n    a 00.0 dev vf=4/1/1\n    b 00.3 dev\n");
        BusPlan plan = drawn.plan(Wishes.none().withVfs(drawn.at("a"), 4));

        assertThat(plan.failures())
                .singleElement()
                .satisfies(f -> assertThat(f.advice()).startsWith("Take at most 2 VFs of 0000:07:00.0"));
        assertThat(drawn.plan(Wishes.none().withVfs(drawn.at("a"), 2)).fits()).isTrue();
    }

    /** ARI: 82576 with ARI on needs the port to forward it. */
    @Test
    void s1NeedsAri() {
        Drawn drawn = new Drawn(RP + "03-03 ari\n    a 00.0 dev ari vf=8/128/2\n");
        Wishes wishes = Wishes.none().withVfs(drawn.at("a"), 8);

        assertThat(drawn.plan(wishes).failures()).isEmpty();
        BusPlan off = drawn.plan(wishes.withAri(drawn.at("rp"), false));
        assertThat(off.events(PlanEvent.Id.ARI_REQUIRED_VF))
                .singleElement()
                .satisfies(e -> assertThat(e.number()).hasValue(8));
        assertThat(off.fits()).isFalse();
    }
}
