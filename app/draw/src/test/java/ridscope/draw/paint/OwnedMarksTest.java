package ridscope.draw.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.rid.FunctionAddress;

/** What fades while something is looked for. */
class OwnedMarksTest {

    private static final Target FOUND = new Target.OfFunction(FunctionAddress.of("01:00.0"));
    private static final Target OTHER = new Target.OfFunction(FunctionAddress.of("02:00.0"));
    private static final Dimming ASKED =
            mark -> mark.target().equals(Optional.of(FOUND)) ? Dimming.Level.FULL : Dimming.Level.FAINT;

    private static Mark box(String id, Optional<Target> target) {
        Rect place = new Rect(0, 0, 10, 10);
        return new Mark.Box(
                new MarkId(id), Role.FUNCTION, Ink.FILLED, place, 0, Optional.empty(), target, "", Zooms.ALWAYS);
    }

    private static Mark text(String id) {
        return new Mark.Label(
                new MarkId(id),
                Role.MUTED,
                TextStyle.SMALL,
                Mark.Anchor.START,
                new Point(0, 8),
                id,
                new Rect(0, 0, 10, 10),
                Optional.empty(),
                Zooms.ALWAYS);
    }

    @Test
    void textFadesAsWhatItBelongsTo() {
        Diagram diagram = new Diagram(
                "p",
                "",
                10,
                10,
                List.of(
                        box("fn-0000-01-00.0", Optional.of(FOUND)),
                        text("fn-0000-01-00.0-a"),
                        box("fn-0000-02-00.0", Optional.of(OTHER)),
                        text("fn-0000-02-00.0-a"),
                        text("fn-0000-02-00.0-x-1"),
                        box("panel", Optional.empty()),
                        text("panel-t"),
                        text("legend-1-t")));
        Dimming all = new OwnedMarks(diagram).all(ASKED);
        assertThat(diagram.marks().stream().map(all::of))
                .containsExactly(
                        Dimming.Level.FULL,
                        Dimming.Level.FULL,
                        Dimming.Level.FAINT,
                        Dimming.Level.FAINT,
                        Dimming.Level.FAINT,
                        Dimming.Level.HALF,
                        Dimming.Level.HALF,
                        Dimming.Level.FULL);
    }

    @Test
    void fadedTextIsLegibleInEveryPalette() {
        for (Palette palette : List.of(Palettes.LIGHT, Palettes.DARK, Palettes.PRINT, Palettes.CONTRAST)) {
            Palette faded = palette.fadedText(Dimming.Level.FAINT.share());
            for (Role role : List.of(Role.TEXT, Role.MUTED, Role.CONFLICT, Role.WARNING, Role.GOOD)) {
                assertThat(faded.text(role).contrast(palette.color(Role.SURFACE)))
                        .as("%s %s", palette.name(), role)
                        .isGreaterThanOrEqualTo(Palette.LEGIBLE)
                        .isLessThan(palette.text(role).contrast(palette.color(Role.SURFACE)));
            }
        }
    }
}
