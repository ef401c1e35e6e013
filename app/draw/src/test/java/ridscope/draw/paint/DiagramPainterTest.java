package ridscope.draw.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.draw.SampleDiagram;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.paint.RecordingSurface.Call;

class DiagramPainterTest {

    private static final Palette P = Palettes.LIGHT;

    @Test
    void paintsEveryMarkOnceInOrder() {
        Diagram diagram = SampleDiagram.oneOfEach();
        RecordingSurface surface = new RecordingSurface();
        int drawn = DiagramPainter.paint(diagram, P, Viewport.all(diagram), Set.of(), surface);
        assertThat(drawn).isEqualTo(diagram.marks().size());
        assertThat(surface.marks)
                .containsExactlyElementsOf(
                        diagram.marks().stream().map(m -> m.id().value()).toList());
        assertThat(surface.calls.get(0).fill()).contains(P.color(Role.SURFACE));
        assertThat(surface.calls.get(surface.calls.size() - 1).kind()).isEqualTo("end");
    }

    @Test
    void skipsWhatTheViewportDoesNotShow() {
        Diagram diagram = SampleDiagram.column(20_000);
        Viewport view = new Viewport(new Rect(0, 40_010, 400, 795), 1);
        RecordingSurface all = new RecordingSurface();
        RecordingSurface indexed = new RecordingSurface();
        assertThat(DiagramPainter.paint(diagram, P, view, Set.of(), all)).isEqualTo(2 * 21);
        assertThat(DiagramPainter.paint(new MarkIndex(diagram), P, view, Set.of(), indexed))
                .isEqualTo(2 * 21);
        assertThat(indexed.calls).isEqualTo(all.calls);
    }

    @Test
    void aFunctionIsAFrameWithAStripe() {
        List<Call> boxes = paint(SampleDiagram.oneOfEach(), 1, Set.of()).of("box");
        Call frame = boxes.get(1);
        assertThat(frame.fill()).contains(P.fill(Role.PF));
        assertThat(frame.stroke()).contains(new Stroke(P.color(Role.PF), 1.3, false));
        Call stripe = boxes.get(2);
        assertThat(stripe.rect()).isEqualTo(new Rect(20, 20, 5, 36));
        assertThat(stripe.fill()).contains(P.color(Role.SDI));
    }

    @Test
    void anAlertIsATriangleWithASign() {
        Mark.Alert alert = new Mark.Alert(
                new MarkId("alert"), Role.WARNING, new Rect(10, 20, 12, 12), Optional.empty(), "look here");
        List<Call> lines = paint(new Diagram("topology", "alert", 40, 40, List.of(alert)), 1, Set.of())
                .of("line");
        assertThat(lines)
                .extracting(Call::count)
                .as("ground, outline, stroke, dot")
                .containsExactly(5, 5, 2, 2);
        assertThat(lines.get(0).stroke().map(Stroke::color)).contains(P.fill(Role.WARNING));
        assertThat(lines.get(1).stroke().map(Stroke::color)).contains(P.color(Role.WARNING));
        assertThat(lines.get(1).rect().x()).isEqualTo(16);
        assertThat(lines.get(1).rect().y()).isBetween(20.0, 22.0);
    }

    @Test
    void anEmptySlotIsAFenceAndReservedSpaceIsHatched() {
        RecordingSurface surface = paint(SampleDiagram.oneOfEach(), 1, Set.of());
        Call slot = surface.of("box").get(3);
        assertThat(slot.fill()).isEmpty();
        assertThat(slot.stroke().map(Stroke::dashed)).contains(true);
        assertThat(surface.of("hatch")).hasSize(1);
    }

    @Test
    void aStackIsThreeCardsAndItsText() {
        RecordingSurface surface = paint(SampleDiagram.oneOfEach(), 1, Set.of());
        List<Rect> cards = surface.of("box").stream()
                .map(Call::rect)
                .filter(r -> r.width() == 114)
                .toList();
        assertThat(cards).extracting(Rect::x).containsExactly(136.0, 133.0, 130.0);
        assertThat(surface.of("text")).extracting(Call::text).contains("64 VFs · 8 enabled");
    }

    @Test
    void selectionFramesEveryMarkOfTheTarget() {
        RecordingSurface surface = paint(SampleDiagram.oneOfEach(), 1, Set.of(SampleDiagram.PF, SampleDiagram.VFS));
        long framed = surface.calls.stream()
                .filter(c -> c.stroke()
                        .filter(s -> s.color().equals(P.selection()) && s.width() >= 2)
                        .isPresent())
                .count();
        assertThat(framed).as("function box, three cards, wire, comb").isEqualTo(6);
        assertThat(surface.of("box").get(1).fill()).contains(P.selectionFill());
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 0", "0.55, 2, 0", "0.54, 0, 2", "0.15, 0, 2", "0.13, 0, 0"})
    void smallTextBecomesABarAndThenNothing(double scale, int texts, int bars) {
        RecordingSurface surface = paint(SampleDiagram.column(2), scale, Set.of());
        assertThat(surface.of("text")).hasSize(texts);
        assertThat(surface.of("box").stream()
                        .filter(c -> c.fill().filter(f -> f.opacity() < 1).isPresent()))
                .hasSize(bars);
    }

    @Test
    void fromAfarAFunctionIsOneBlockOfItsColour() {
        List<Call> boxes = paint(SampleDiagram.column(1), 0.1, Set.of()).of("box");
        assertThat(boxes).hasSize(1);
        assertThat(boxes.get(0).fill()).contains(P.color(Role.FUNCTION));
        assertThat(boxes.get(0).stroke()).isEmpty();
    }

    @Test
    void aCrossStandsOnAPlateToBeSeenOnItsOwnColour() {
        RecordingSurface surface = paint(SampleDiagram.oneOfEach(), 1, Set.of());
        Call plate = surface.of("box").get(surface.of("box").size() - 1);
        assertThat(plate.fill()).contains(P.fill(Role.SURFACE));
        assertThat(plate.stroke().map(Stroke::color)).contains(P.color(Role.CONFLICT));
        assertThat(new Rect(300, 60, 10, 10).union(plate.rect()))
                .as("within the mark")
                .isEqualTo(new Rect(300, 60, 10, 10));
        assertThat(surface.of("line").stream()
                        .map(c -> c.stroke().orElseThrow().color())
                        .filter(P.color(Role.CONFLICT)::equals))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"CONFLICT, 3", "WARNING, 3", "LINK, 1"})
    void selectingATroubledWireDoesNotHideItsTrouble(Role role, int strokes) {
        Mark wire = new Mark.Wire(
                new MarkId("link"),
                role,
                Ink.FILLED,
                List.of(new Point(0, 9), new Point(90, 9)),
                2,
                Optional.of(SampleDiagram.PF),
                "");
        Diagram diagram = new Diagram("topology", "wire", 100, 18, List.of(wire));
        List<Stroke> drawn = paint(diagram, 1, Set.of(SampleDiagram.PF)).of("line").stream()
                .map(c -> c.stroke().orElseThrow())
                .toList();
        assertThat(drawn).hasSize(strokes);
        assertThat(drawn.get(0).color()).isEqualTo(P.selection());
        Stroke last = drawn.get(strokes - 1);
        assertThat(last.color()).isEqualTo(role == Role.LINK ? P.selection() : P.color(role));
        assertThat(drawn.get(0).width()).as("wider than the wire").isGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"CONFLICT, true", "SDI, false"})
    void selectingATroubledStackDoesNotHideItsTrouble(Role role, boolean kept) {
        Mark span = new Mark.Span(
                new MarkId("sdis"),
                role,
                Ink.DASHED,
                new Rect(0, 0, 90, 26),
                "512 SDIs",
                Optional.of(SampleDiagram.PF),
                "");
        Diagram diagram = new Diagram("topology", "stack", 100, 30, List.of(span));
        assertThat(paint(diagram, 1, Set.of(SampleDiagram.PF)).of("box"))
                .allSatisfy(c ->
                        assertThat(c.stroke().orElseThrow().color()).isEqualTo(kept ? P.color(role) : P.selection()));
    }

    @Test
    void vfsThatExistAreTintedAndPossibleOnesAreNot() {
        for (Ink ink : List.of(Ink.FILLED, Ink.OUTLINED)) {
            Mark span = new Mark.Span(
                    new MarkId("vfs"), Role.VF, ink, new Rect(0, 0, 90, 26), "8 VFs", Optional.empty(), "");
            Diagram diagram = new Diagram("topology", "stack", 100, 30, List.of(span));
            assertThat(paint(diagram, 1, Set.of()).of("box").stream()
                            .filter(c -> c.fill().filter(f -> f.opacity() < 1).isPresent()))
                    .hasSize(ink == Ink.FILLED ? 1 : 0);
        }
    }

    @Test
    void adjacentFilledCellsAreOneBlock() {
        RecordingSurface surface = paint(run(Ink.FILLED, 2, 2, 255), 1, Set.of());
        assertThat(surface.of("box")).extracting(Call::rect).containsExactly(new Rect(0, 0, 510, 18));
    }

    @Test
    void cellsWithGapsAreOneCall() {
        RecordingSurface surface = paint(run(Ink.FILLED, 2, 4, 64), 1, Set.of());
        assertThat(surface.of("cells")).extracting(Call::count).containsExactly(64);
    }

    @Test
    void ticksAreNarrowerThanFilledCells() {
        double filled = paint(run(Ink.FILLED, 2, 4, 64), 1, Set.of())
                .of("cells")
                .get(0)
                .rect()
                .width();
        double tick = paint(run(Ink.DASHED, 2, 4, 64), 1, Set.of())
                .of("cells")
                .get(0)
                .rect()
                .width();
        assertThat(tick).isLessThan(filled / 2 + 0.1);
    }

    @Test
    void outlinesAreFourRunsWhereThereIsRoom() {
        assertThat(paint(run(Ink.OUTLINED, 2, 2, 64), 8, Set.of()).of("cells")).hasSize(4);
        assertThat(paint(run(Ink.OUTLINED, 2, 2, 64), 1, Set.of()).of("cells")).hasSize(1);
    }

    @Test
    void aCombTooFineForTheScreenIsAPaleBlock() {
        RecordingSurface surface = paint(run(Ink.DASHED, 2, 2, 255), 0.5, Set.of());
        assertThat(surface.of("cells")).isEmpty();
        assertThat(surface.of("box").get(0).fill().map(Rgba::opacity)).contains(0.55);
    }

    @Test
    void aDeepZoomDrawsOnlyTheCellsInSight() {
        Diagram diagram = run(Ink.FILLED, 2, 4, 255);
        Viewport view = new Viewport(new Rect(400, 0, 20, 18), 20);
        RecordingSurface surface = new RecordingSurface();
        DiagramPainter.paint(diagram, P, view, Set.of(), surface);
        Call cells = surface.of("cells").get(0);
        assertThat(cells.count()).isBetween(6, 8);
        assertThat(cells.rect().x()).isBetween(396.0, 402.0);
        assertThat(cells.rect().x() % 4).as("keeps its grid").isBetween(0.0, 0.3);
    }

    private static Diagram run(Ink ink, double width, double pitch, int count) {
        Mark cells = new Mark.Cells(
                new MarkId("run"), Role.VF, ink, new Rect(0, 0, width, 18), pitch, count, Optional.empty(), "");
        return new Diagram("rid-map", "run", 1100, 18, List.of(cells));
    }

    private static RecordingSurface paint(Diagram diagram, double scale, Set<Target> selected) {
        RecordingSurface surface = new RecordingSurface();
        DiagramPainter.paint(diagram, P, Viewport.all(diagram).scaled(scale), selected, surface);
        return surface;
    }
}
