package ridscope.desktop.compare;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.canvas.MapFrame;
import ridscope.desktop.canvas.MarkTooltip;
import ridscope.desktop.canvas.PaneHead;
import ridscope.desktop.canvas.ReadyMap;
import ridscope.desktop.canvas.SegmentTabs;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.theme.ThemeModel;
import ridscope.diff.FunctionFate;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.CompareMapPicture;
import ridscope.draw.layout.FramedMap;
import ridscope.report.DiffRow;
import ridscope.rid.FunctionAddress;

/** The map of both hosts, with a tab per segment. */
final class CompareMapPane extends VBox {

    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 1.4;

    private final CompareMapViewModel model;
    private final DiagramCanvas canvas;
    private final MapFrame<CompareMapPicture> frame;
    private final MarkTooltip tooltip;
    private final PaneHead head = new PaneHead(Messages.text("compare.map"));
    private final SegmentTabs tabs;

    CompareMapPane(CompareMapViewModel model, ThemeModel theme) {
        this.model = model;
        tabs = new SegmentTabs("compare-segment-", theme.get().palette(), model::choose, model.slices());
        tabs.getStyleClass().add("plan-tabs");
        canvas = new DiagramCanvas(theme.get().palette(), SMALLEST, LARGEST);
        canvas.setId("compare-map");
        canvas.setAccessibleText(Messages.text("compare.map"));
        tooltip = new MarkTooltip(canvas);
        frame = new MapFrame<>(canvas, theme.get().palette());
        frame.setOnSelect(model.model()::choose);
        VBox.setVgrow(frame, Priority.ALWAYS);
        setMinSize(0, 0);
        getStyleClass().add("map-pane");
        getChildren().setAll(head, tabs, frame);
        theme.follow(t -> {
            frame.setPalette(t.palette());
            tabs.setPalette(t.palette());
        });
        canvas.setOnHover(hover -> tooltip.show(hover.flatMap(DiagramCanvas.Hover::mark)));
        canvas.setOnSelect(this::select);
        model.pictureProperty().addListener((observable, before, now) -> draw(now));
        model.segmentProperty().addListener((observable, before, now) -> fillTabs());
        model.model().readProperty().addListener((observable, before, now) -> light());
        draw(model.pictureProperty().get());
    }

    DiagramCanvas canvas() {
        return canvas;
    }

    Optional<FramedMap<?>> shown() {
        return model.map().map(picture -> picture);
    }

    private void draw(Optional<ReadyMap<CompareMapPicture>> picture) {
        picture.ifPresentOrElse(p -> frame.show(p, true), frame::clear);
        head.setSubtitle(
                Messages.text("compare.map.subtitle", model.segmentProperty().get()));
        fillTabs();
        light();
    }

    private void fillTabs() {
        tabs.showNames(model.segments(), model.segmentProperty().get());
    }

    /** A click on a run of VFs means the one under the pointer. */
    private void select(DiagramCanvas.Hover hover) {
        Optional<Target> target = hover.mark().flatMap(Mark::target);
        boolean run = target.filter(Target.OfVfs.class::isInstance).isPresent()
                || hover.mark()
                        .filter(m -> m instanceof Mark.Cells c && c.count() > 1)
                        .isPresent();
        Optional<FunctionAddress> at = model.map()
                .filter(p -> run)
                .flatMap(p -> p.geometry()
                        .ridAt(hover.point().x(), hover.point().y())
                        .map(rid -> new FunctionAddress(p.segment(), rid)));
        boolean gone = target.filter(Target.OfRid.class::isInstance).isPresent();
        at.<Target>map(a -> gone ? new Target.OfRid(a) : new Target.OfFunction(a))
                .or(() -> target)
                .ifPresent(model.model()::choose);
    }

    /** Frames both places of the row that is read, and draws its arrow over all others. */
    private void light() {
        Optional<DiffRow> read = model.model().readProperty().get();
        Optional<CompareMapPicture> picture = model.map();
        Optional<Target> target = read.map(row -> row.after()
                .<Target>map(Target.OfFunction::new)
                .orElseGet(() -> new Target.OfRid(row.before().orElseThrow())));
        canvas.setSelected(target.map(Set::of).orElse(Set.of()));
        frame.setSelected(target.map(Set::of).orElse(Set.of()));
        Optional<FunctionFate> fate = read.flatMap(model::fate);
        canvas.setLit(picture.flatMap(p -> fate.flatMap(p::arrow))
                .<List<Mark>>map(List::of)
                .orElse(List.of()));
        // Marks of functions are framed as such; those that are hatched or stand for many VFs are not.
        boolean marked = picture.filter(p -> target.filter(t -> !(t instanceof Target.OfRid)
                                && !p.diagram().marksOf(t).isEmpty())
                        .isPresent())
                .isPresent();
        Optional<Rect> cell =
                picture.flatMap(p -> read.flatMap(row -> row.after().or(row::before))
                        .filter(a -> a.segment().equals(p.segment()))
                        .flatMap(a -> p.geometry().cell(a.rid())));
        canvas.setFramed(cell.filter(c -> !marked));
        cell.ifPresent(canvas::reveal);
    }
}
