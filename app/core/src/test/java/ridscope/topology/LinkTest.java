package ridscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import ridscope.config.LinkSpeed;
import ridscope.rid.FunctionAddress;

/** What the two ends of a link have in common. */
class LinkTest {

    @Test
    void commonCapabilityIsTheSlowerSpeedAndTheNarrowerWidth() {
        LinkEnd common = link(Optional.of(can(5, 4)), Optional.of(can(4, 16))).common();

        assertThat(common.maxSpeed()).contains(new LinkSpeed(4));
        assertThat(common.maxWidth()).hasValue(4);
    }

    @Test
    void oneKnownEndDecidesAlone() {
        LinkEnd common = link(Optional.empty(), Optional.of(can(5, 8))).common();

        assertThat(common.maxSpeed()).contains(new LinkSpeed(5));
        assertThat(common.maxWidth()).hasValue(8);
    }

    @Test
    void whatBothEndsCanDoTakesBothToTell() {
        LinkEnd widthOnly = new LinkEnd(Optional.empty(), OptionalInt.of(4), Optional.empty(), OptionalInt.empty());

        assertThat(link(Optional.empty(), Optional.of(can(5, 8))).commonOfBoth().maxWidth())
                .isEmpty();
        LinkEnd common = link(Optional.of(widthOnly), Optional.of(can(5, 8))).commonOfBoth();
        assertThat(common.maxSpeed()).isEmpty();
        assertThat(common.maxWidth()).hasValue(4);
    }

    @Test
    void nothingKnownStaysUnknown() {
        LinkEnd common = link(Optional.empty(), Optional.empty()).common();

        assertThat(common.maxSpeed()).isEmpty();
        assertThat(common.maxWidth()).isEmpty();
    }

    private static Link link(Optional<LinkEnd> port, Optional<LinkEnd> device) {
        return new Link(FunctionAddress.of("00:01.0"), FunctionAddress.of("01:00.0"), port, device, Link.State.UNKNOWN);
    }

    private static LinkEnd can(int speed, int width) {
        return new LinkEnd(
                Optional.of(new LinkSpeed(speed)), OptionalInt.of(width), Optional.empty(), OptionalInt.empty());
    }
}
