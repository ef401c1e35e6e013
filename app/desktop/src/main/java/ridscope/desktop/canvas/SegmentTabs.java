package ridscope.desktop.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.task.Slices;
import ridscope.draw.diagram.Rect;
import ridscope.draw.layout.SegmentSketch;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Viewport;
import ridscope.rid.Segment;
import ridscope.ridmap.SegmentUse;

/**
 * A tab per segment above a map, each with a tiny map and the number of its functions; more than fit are dragged into
 * sight, or come with the wheel and the keyboard. Their maps are drawn one in each pulse.
 * Takes no room where there is one segment only.
 */
public final class SegmentTabs extends ScrollPane {

    private static final double SKETCH = 22;

    private final String prefix;
    private final Consumer<Segment> onChoose;
    private final HBox row = new HBox();
    private final ToggleGroup group = new ToggleGroup();
    private final CellTooltip<Offer> tooltip = new CellTooltip<>(offer -> Optional.of(offer.words()));
    private final CanvasFonts fonts = new CanvasFonts();
    private final Slices slices;
    private final List<Tab> tabs = new ArrayList<>();
    private List<Offer> offered = List.of();
    private Palette palette;
    private long sketched;

    private record Tab(Segment segment, ToggleButton button, Optional<Sketch> sketch) {}

    private record Sketch(Canvas canvas, SegmentUse use) {}

    private record Offer(Segment segment, Optional<SegmentUse> use) {

        static Offer of(SegmentUse use) {
            return new Offer(use.segment(), Optional.of(use));
        }

        static Offer named(Segment segment) {
            return new Offer(segment, Optional.empty());
        }

        String text() {
            return use.map(u -> segment + " · " + String.format(Locale.ROOT, "%,d", u.functions()))
                    .orElseGet(segment::toString);
        }

        String words() {
            String name = Messages.text("topology.segment", segment);
            return use.map(u -> name + " · " + Messages.count("ridmap.tab.functions", u.functions()) + " · "
                            + Messages.count("ridmap.tab.buses", u.buses().size()))
                    .orElse(name);
        }
    }

    /**
     * @param prefix of the tabs' ids
     * @param onChoose hears which one the user wants
     * @param slices for drawing the maps
     */
    public SegmentTabs(String prefix, Palette palette, Consumer<Segment> onChoose, Slices slices) {
        this.prefix = prefix;
        this.palette = palette;
        this.onChoose = onChoose;
        this.slices = slices;
        getStyleClass().add("segment-tabs");
        row.getStyleClass().add("segment-tab-row");
        setContent(row);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setPannable(true);
        setFocusTraversable(false);
        setMinSize(0, USE_PREF_SIZE);
        addEventFilter(ScrollEvent.SCROLL, this::wheel);
        setManaged(false);
        setVisible(false);
    }

    /** Offers these segments, one of which is shown. */
    public void show(List<SegmentUse> uses, Segment shown) {
        show(uses.stream().map(Offer::of).toList(), shown, uses.size());
    }

    /** The same for segments of more than one host: a map and a number of one of them would mislead. */
    public void showNames(List<Segment> segments, Segment shown) {
        show(segments.stream().map(Offer::named).toList(), shown, segments.size());
    }

    private void show(List<Offer> offers, Segment shown, int count) {
        List<Offer> wanted = count > 1 ? offers : List.of();
        if (!wanted.equals(offered)) {
            offered = wanted;
            fill();
        }
        for (Tab tab : tabs) {
            if (tab.segment().equals(shown) && !tab.button().isSelected()) {
                tab.button().setSelected(true);
                reveal(tab.button());
            }
        }
        setManaged(!tabs.isEmpty());
        setVisible(!tabs.isEmpty());
    }

    /** Other colours. */
    public void setPalette(Palette next) {
        palette = next;
        sketch();
    }

    /** How many maps were drawn. */
    long sketched() {
        return sketched;
    }

    private void fill() {
        tabs.clear();
        group.getToggles().clear();
        offered.forEach(offer -> tabs.add(tab(offer)));
        row.getChildren().setAll(tabs.stream().map(Tab::button).toList());
        sketch();
    }

    private Tab tab(Offer offer) {
        Segment segment = offer.segment();
        ToggleButton button = new ToggleButton(offer.text());
        button.setId(prefix + segment);
        button.setAccessibleText(offer.words());
        tooltip.on(button, offer);
        button.getStyleClass().add("mono");
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        Optional<Sketch> sketch = offer.use().map(use -> new Sketch(new Canvas(SKETCH, SKETCH), use));
        sketch.ifPresent(s -> button.setGraphic(s.canvas()));
        // Arrows choose among buttons of a group as they go; pressing the chosen one must not take its mark.
        button.selectedProperty().addListener((observable, before, now) -> {
            if (now) {
                onChoose.accept(segment);
            }
        });
        button.setOnAction(e -> button.setSelected(true));
        button.focusedProperty().addListener((observable, before, now) -> reveal(button));
        return new Tab(segment, button, sketch);
    }

    private void sketch() {
        slices.run(tabs.stream()
                .flatMap(tab -> tab.sketch().stream())
                .<Runnable>map(sketch -> () -> paint(sketch))
                .toList());
    }

    private void paint(Sketch sketch) {
        double scale = SKETCH / SegmentSketch.SIZE;
        Viewport view = new Viewport(new Rect(0, 0, SegmentSketch.SIZE, SegmentSketch.SIZE), scale);
        CanvasSurface surface = new CanvasSurface(sketch.canvas().getGraphicsContext2D(), fonts);
        DiagramPainter.paint(SegmentSketch.of(sketch.use()), palette, view, Set.of(), surface);
        sketched++;
    }

    /** A wheel turns up and down; there is only one row. */
    private void wheel(ScrollEvent e) {
        double spare = row.getWidth() - getViewportBounds().getWidth();
        if (spare > 0 && e.getDeltaX() == 0) {
            setHvalue(Math.max(0, Math.min(1, getHvalue() - e.getDeltaY() / spare)));
            e.consume();
        }
    }

    private void reveal(Node button) {
        Bounds place = button.getBoundsInParent();
        double room = getViewportBounds().getWidth();
        double spare = row.getWidth() - room;
        if (spare > 0 && room > 0) {
            double from = getHvalue() * spare;
            double to = place.getMinX() < from
                    ? place.getMinX()
                    : place.getMaxX() > from + room ? place.getMaxX() - room : from;
            setHvalue(Math.max(0, Math.min(1, to / spare)));
        }
    }
}
