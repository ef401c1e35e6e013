package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VFs that need ARI forwarding of the port above: device number above 0 on the bus of their PF. */
class AriPlanTest {

    private static final String HOST = """
            host root 00-1f
              rp 04.0 rp cfg=01-01%s
                nic 00.0 dev%s vf=16/1/1
            """;

    private static Drawn drawn(String port, String device) {
        return new Drawn(HOST.formatted(port, device));
    }

    private static VfLimits limits(Drawn drawn, Wishes wishes) {
        return VfLimits.of(
                drawn.topology(), drawn.topology().function(drawn.at("nic")).orElseThrow(), wishes);
    }

    @Test
    void thoseThatNothingReachesAreShortBeforeAnybodyAsks() {
        Drawn drawn = drawn("", "");

        assertThat(Outlook.of(drawn.topology(), drawn.plan(Wishes.none())).shortages())
                .containsExactly(new Shortage(drawn.at("nic"), Iov.VFS, 16, 7, 0));
        assertThat(limits(drawn, Wishes.none()))
                .extracting(VfLimits::now, VfLimits::afterRescan, VfLimits::afterAssignBusses)
                .containsExactly(7, 7, 7);
    }

    @ParameterizedTest
    @CsvSource({"7,true,''", "8,false,at most 7 VFs", "16,false,at most 7 VFs", "17,false,at most 7 VFs"})
    void whatIsAdvisedFits(int wish, boolean fits, String advice) {
        Drawn drawn = drawn("", "");
        BusPlan plan = drawn.plan(Wishes.none().withVfs(drawn.at("nic"), wish));

        assertThat(plan.fits()).isEqualTo(fits);
        assertThat(plan.failures()).allSatisfy(f -> assertThat(f.advice()).contains(advice));
        assertThat(Advice.of(drawn.topology(), plan).limits().keySet()).hasSize(fits ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "'','',true,take a port that has ARI forwarding",
        "' ari','',,take a device that has the ARI capability",
        "' ari',' ari',false,leave ARI on (no pci=noari)"
    })
    void theAdviceNamesWhatIsMissing(String port, String device, Boolean wish, String advice) {
        Drawn drawn = drawn(port, device);
        Wishes wishes = Wishes.none().withVfs(drawn.at("nic"), 16);
        BusPlan plan = drawn.plan(wish == null ? wishes : wishes.withAri(drawn.at("rp"), wish));

        assertThat(plan.failures())
                .anySatisfy(f -> assertThat(f.advice()).startsWith("Take at most 7 VFs, or " + advice));
    }

    @Test
    void withForwardingAllAreReached() {
        Drawn drawn = drawn(" ari", " ari");

        assertThat(Outlook.of(drawn.topology(), drawn.plan(Wishes.none())).shortages())
                .isEmpty();
        assertThat(limits(drawn, Wishes.none()).afterRescan()).isEqualTo(16);
        assertThat(limits(drawn, Wishes.none().withAri(drawn.at("rp"), false)).afterRescan())
                .isEqualTo(7);
    }

    /** What was wished for is either done, or it is said why not. */
    @ParameterizedTest
    @CsvSource({
        "rp,'',true,0000:00:04.0 cannot do ARI forwarding",
        "rp,'',false,",
        "nic,'',true,0000:01:00.0 is no port",
        "nic,' ari',false,0000:01:00.0 is no port",
        "rp,' ari',true,"
    })
    void aWishThatCannotActIsRefused(String where, String port, boolean on, String reason) {
        Drawn drawn = drawn(port, "");
        BusPlan plan = drawn.plan(Wishes.none().withAri(drawn.at(where), on));

        if (reason == null) {
            assertThat(plan.failures()).isEmpty();
        } else {
            assertThat(plan.failures()).extracting(PlanFailure::reason).containsExactly(reason);
        }
    }
}
