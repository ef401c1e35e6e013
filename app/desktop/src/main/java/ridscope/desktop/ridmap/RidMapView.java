package ridscope.desktop.ridmap;

import java.util.Optional;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.canvas.MapFrame;
import ridscope.desktop.canvas.MarkTooltip;
import ridscope.desktop.canvas.PaneHead;
import ridscope.desktop.canvas.ReadyMap;
import ridscope.desktop.canvas.RidCard;
import ridscope.desktop.canvas.SegmentTabs;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.theme.ThemeModel;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.RidMapPicture;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;

/** The map of a segment's Routing IDs, with a tab per segment and a card under the pointer. */
public final class RidMapView extends VBox {

    /** At which folded rows still have room for text, and a row of cells for the narrowest pane. */
    private static final double SMALLEST = 0.38;

    private static final double LARGEST = 1.6;

    private final RidMapViewModel model;
    private final DiagramCanvas canvas;
    /** For marks beside the map; on it the card tells more. */
    private final MarkTooltip tooltip;

    private final SegmentTabs tabs;
    private final MapFrame<RidMapPicture> frame;
    private final StackPane stack = new StackPane();
    private final MapCard card;
    private final MapCursor cursor;
    private Optional<Segment> drawn = Optional.empty();

    public RidMapView(RidMapViewModel model, ThemeModel theme, Commands commands) {
        this.model = model;
        tabs = new SegmentTabs("segment-", theme.get().palette(), model::choose, model.slices());
        setId("rid-map");
        canvas = new DiagramCanvas(theme.get().palette(), SMALLEST, LARGEST);
        canvas.setId("rid-map-canvas");
        canvas.setAccessibleText(Messages.text("ridmap.title"));
        tooltip = new MarkTooltip(canvas);
        PaneHead head = new PaneHead(Messages.text("ridmap.title"));
        RidCard label = new RidCard();
        label.setId("rid-card");
        stack.setMinSize(0, 0);
        frame = new MapFrame<>(canvas, theme.get().palette());
        frame.setOnSelect(this::choose);
        stack.getChildren().setAll(frame, label);
        card = new MapCard(frame, canvas, stack, label);
        cursor = new MapCursor(model, card, canvas);
        new MapMenu(model, commands, canvas, this::ridAt).install();
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().setAll(head, tabs, stack);
        theme.follow(t -> {
            frame.setPalette(t.palette());
            tabs.setPalette(t.palette());
        });
        frame.setOnWidened(this::widened);
        canvas.setOnSelect(this::select);
        canvas.setOnHover(this::explain);
        model.pictureProperty().addListener((observable, before, now) -> {
            now.ifPresent(this::draw);
            head.setSubtitle(model.subtitle());
            fillTabs();
        });
        model.pictureProperty().get().ifPresent(this::draw);
        head.setSubtitle(model.subtitle());
        fillTabs();
        model.selection().follow(target -> follow(true));
        model.followDimming(canvas::setDimming);
    }

    /** A later reading of the same segment is shown where the user has gone; another picture shows the selection. */
    private void draw(ReadyMap<RidMapPicture> picture) {
        boolean same = model.isLater()
                && drawn.equals(Optional.of(model.segmentProperty().get()));
        drawn = Optional.of(model.segmentProperty().get());
        frame.show(picture, same);
        follow(!same);
    }

    /** What can be told to the map besides. */
    public RidMapViewModel model() {
        return model;
    }

    /** The picture itself. */
    public DiagramCanvas canvas() {
        return canvas;
    }

    private void widened() {
        model.setWidening(frame.widening());
        follow(false);
    }

    private void follow(boolean reveal) {
        canvas.setSelected(model.lit());
        frame.setSelected(model.lit());
        Optional<Rect> cell = picture()
                .flatMap(p -> model.selectedRid().map(rid -> p.geometry().cell(rid)));
        canvas.setFramed(cell);
        cursor.frame();
        if (reveal && cell.isPresent()) {
            canvas.reveal(cell.get());
        } else if (reveal && model.selectedRid().isEmpty()) {
            model.selection().get().ifPresent(canvas::reveal);
        }
    }

    private Optional<RidMapPicture> picture() {
        return frame.picture();
    }

    private Optional<RoutingId> ridAt(DiagramCanvas.Hover hover) {
        return ridAt(hover.point());
    }

    private Optional<RoutingId> ridAt(Point place) {
        return picture().flatMap(p -> p.geometry().ridAt(place.x(), place.y()));
    }

    /** A click on the comb of a PF means the one Routing ID under the pointer, not the comb. */
    private void select(DiagramCanvas.Hover hover) {
        Optional<RoutingId> rid = ridAt(hover);
        if (rid.isPresent()) {
            model.moveCursor(rid.get());
            model.select(rid.get());
        } else {
            hover.mark().flatMap(Mark::target).ifPresent(this::choose);
        }
    }

    /** A press on a sign that folds, or on what is folded, folds and unfolds; anything else is selected. */
    private void choose(Target target) {
        if (target instanceof Target.OfHandle handle && handle.node() instanceof Target.OfBuses buses) {
            model.toggle(buses);
        } else {
            model.selection().select(target);
        }
    }

    private void explain(Optional<DiagramCanvas.Hover> hover) {
        boolean beside = hover.flatMap(this::ridAt).isEmpty();
        tooltip.show(hover.filter(h -> beside).flatMap(DiagramCanvas.Hover::mark));
        hover.flatMap(h -> ridAt(h).flatMap(model::describe))
                .ifPresentOrElse(
                        told -> card.showAtPointer(
                                told, hover.get().x(), hover.get().y()),
                        card::hide);
    }

    private void fillTabs() {
        tabs.show(model.segmentUses(), model.segmentProperty().get());
    }
}
