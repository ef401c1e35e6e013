package ridscope.draw.layout.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.LinkSpeed;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Role;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Link;
import ridscope.topology.LinkEnd;

class LinkWordsTest {

    private static LinkEnd end(int maxSpeed, int maxWidth, int speed, int width) {
        return new LinkEnd(
                Optional.of(new LinkSpeed(maxSpeed)),
                OptionalInt.of(maxWidth),
                Optional.of(new LinkSpeed(speed)),
                OptionalInt.of(width));
    }

    private static Link link(LinkEnd port, LinkEnd device, Link.State state) {
        return new Link(
                FunctionAddress.of("00:02.0"),
                FunctionAddress.of("0b:00.0"),
                Optional.ofNullable(port),
                Optional.ofNullable(device),
                state);
    }

    @Test
    void belowCapabilitySaysWhatBothEndsCan() {
        Tree.Wiring wiring = LinkWords.of(link(end(5, 16, 4, 4), end(5, 4, 4, 4), Link.State.BELOW_CAPABILITY));
        assertThat(wiring.text()).isEqualTo("16 GT/s x4");
        assertThat(wiring.remark()).isEqualTo("below capability: 32 GT/s x4");
        assertThat(wiring.role()).isEqualTo(Role.CONFLICT);
        assertThat(wiring.tooltip())
                .isEqualTo("link 00:02.0 – 0b:00.0: now 16 GT/s x4; port can 32 GT/s x16, device can 32 GT/s x4");
    }

    @Test
    void aFullLinkSaysNothingMore() {
        Tree.Wiring wiring = LinkWords.of(link(end(5, 16, 5, 16), end(5, 16, 5, 16), Link.State.FULL));
        assertThat(wiring.text()).isEqualTo("32 GT/s x16");
        assertThat(wiring.remark()).isEmpty();
        assertThat(wiring.role()).isEqualTo(Role.LINK);
    }

    @ParameterizedTest
    @CsvSource({"4,4,5,4,limited by port", "5,2,5,4,limited by port", "5,16,4,4,limited by device"})
    void whoLimits(int portSpeed, int portWidth, int speed, int width, String words) {
        Link link = link(end(portSpeed, portWidth, 1, 1), end(speed, width, 1, 1), Link.State.LIMITED_BY_PARTNER);
        assertThat(LinkWords.of(link).remark()).isEqualTo(words);
    }

    @Test
    void aPortThatIsDownHasNoLink() {
        Tree.Wiring wiring = LinkWords.of(link(end(5, 16, 1, 0), null, Link.State.UNKNOWN));
        assertThat(wiring.text()).isEqualTo("no link");
        assertThat(wiring.ink()).isEqualTo(Ink.DASHED);
        double live = LinkWords.of(link(end(5, 16, 5, 1), end(5, 16, 5, 1), Link.State.FULL))
                .thickness();
        assertThat(wiring.thickness()).as("thinner than x1").isLessThan(live);
    }

    @Test
    void nothingKnownIsNotNoLink() {
        Tree.Wiring wiring = LinkWords.of(link(null, null, Link.State.UNKNOWN));
        assertThat(wiring.text()).isEmpty();
        assertThat(wiring.tooltip()).contains("now unknown; port can unknown");
    }

    @ParameterizedTest
    @CsvSource({"1,1.2", "2,1.6", "4,2", "8,3", "16,4", "32,4"})
    void thicknessFollowsTheWidth(int width, double thickness) {
        assertThat(LinkWords.thickness(Optional.of(end(5, 32, 5, width)))).isEqualTo(thickness);
    }
}
