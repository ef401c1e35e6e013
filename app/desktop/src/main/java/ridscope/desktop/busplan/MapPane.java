package ridscope.desktop.busplan;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.canvas.MapFrame;
import ridscope.desktop.canvas.PaneHead;
import ridscope.desktop.canvas.ReadyMap;
import ridscope.desktop.canvas.RidCard;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.Related;
import ridscope.desktop.document.RidDescription;
import ridscope.desktop.theme.ThemeModel;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.RidMapPicture;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;

/** One of the two maps, with the card under the pointer. */
final class MapPane extends VBox {

    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 1.6;

    private final DiagramCanvas canvas;
    private final MapFrame<RidMapPicture> frame;
    private final PaneHead head;
    private final RidCard card = new RidCard();
    private final StackPane stack = new StackPane();
    private Optional<PlanMaps> maps = Optional.empty();
    private Optional<RoutingId> framed = Optional.empty();
    private DoubleConsumer onWidened = times -> {};
    private final Function<PlanMaps, Document> host;
    private final Function<PlanMaps, ReadyMap<RidMapPicture>> picture;

    /**
     * @param id of the canvas
     * @param title above it
     * @param host whose map it is
     * @param picture the map
     */
    MapPane(
            String id,
            String title,
            ThemeModel theme,
            Function<PlanMaps, Document> host,
            Function<PlanMaps, ReadyMap<RidMapPicture>> picture) {
        this.host = host;
        this.picture = picture;
        head = new PaneHead(title);
        canvas = new DiagramCanvas(theme.get().palette(), SMALLEST, LARGEST);
        canvas.setId(id);
        canvas.setAccessibleText(title);
        stack.setMinSize(0, 0);
        frame = new MapFrame<>(canvas, theme.get().palette());
        stack.getChildren().setAll(frame, card);
        VBox.setVgrow(stack, Priority.ALWAYS);
        setMinWidth(0);
        getStyleClass().add("map-pane");
        getChildren().setAll(head, stack);
        theme.follow(t -> frame.setPalette(t.palette()));
        canvas.setOnHover(this::explain);
        frame.setOnWidened(() -> {
            onWidened.accept(frame.widening());
            frame();
        });
    }

    DiagramCanvas canvas() {
        return canvas;
    }

    /** Both show the same buses at the same height, and the same columns. */
    static void pair(MapPane one, MapPane other) {
        MapFrame.pair(one.frame, other.frame);
    }

    /** Hears what is chosen on it, as a target of its own host. */
    void setOnSelect(Consumer<Target> consumer) {
        frame.setOnSelect(consumer);
        canvas.setOnSelect(hover -> target(hover).ifPresent(consumer));
    }

    /** Hears how far apart columns stand. */
    void setOnWidened(DoubleConsumer consumer) {
        onWidened = consumer;
    }

    void setSubtitle(String text) {
        head.setSubtitle(text);
    }

    /** Shows other maps where the user has gone, if they are of the same segment. */
    void show(PlanMaps now) {
        boolean same = maps.filter(m -> m.segment().equals(now.segment())
                        && host.apply(m).title().equals(host.apply(now).title()))
                .isPresent();
        maps = Optional.of(now);
        frame.show(picture.apply(now), same);
    }

    /** Shows nothing, and keeps nothing of what it showed. */
    void forget() {
        maps = Optional.empty();
        frame.clear();
        card.hide();
    }

    /** Lights a target of its own host, and brings it into sight if that is asked for. */
    void light(Optional<Target> target, boolean reveal) {
        Optional<PlanMaps> now = maps;
        Set<Target> lit =
                now.flatMap(m -> target.map(t -> Related.lit(host.apply(m), t))).orElse(Set.of());
        canvas.setSelected(lit);
        frame.setSelected(lit);
        framed = now.flatMap(m -> target.flatMap(Related::address)
                .filter(a -> a.segment().equals(m.segment()))
                .map(FunctionAddress::rid));
        frame();
        if (reveal) {
            cell().ifPresent(canvas::reveal);
        }
    }

    private void frame() {
        canvas.setFramed(cell());
    }

    private Optional<Rect> cell() {
        return framed.flatMap(rid -> frame.picture().map(p -> p.geometry().cell(rid)));
    }

    private Optional<RoutingId> ridAt(DiagramCanvas.Hover hover) {
        return frame.picture()
                .flatMap(
                        p -> p.geometry().ridAt(hover.point().x(), hover.point().y()));
    }

    private Optional<Target> target(DiagramCanvas.Hover hover) {
        Optional<FunctionAddress> at = ridAt(hover).flatMap(this::address);
        Optional<Target> cell =
                at.map(a -> host.apply(maps.orElseThrow()).function(a).isPresent()
                        ? new Target.OfFunction(a)
                        : new Target.OfRid(a));
        return cell.or(() -> hover.mark().flatMap(Mark::target));
    }

    private Optional<FunctionAddress> address(RoutingId rid) {
        return maps.map(m -> new FunctionAddress(m.segment(), rid));
    }

    private void explain(Optional<DiagramCanvas.Hover> hover) {
        Optional<RidDescription> told = hover.flatMap(this::ridAt)
                .flatMap(this::address)
                .flatMap(a -> maps.map(m -> RidDescription.of(host.apply(m), a)));
        told.ifPresentOrElse(
                t -> card.show(
                        t,
                        canvas.getLayoutX() + hover.orElseThrow().x(),
                        canvas.getLayoutY() + hover.orElseThrow().y(),
                        stack.getWidth(),
                        stack.getHeight()),
                card::hide);
    }
}
