package ridscope.desktop.topology;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.canvas.MarkTooltip;
import ridscope.desktop.canvas.Minimap;
import ridscope.desktop.canvas.PaneHead;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.theme.ThemeModel;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.diagram.Target;

/** The picture of what is plugged where, with its title. */
public final class TopologyView extends VBox {

    private static final double SMALLEST = 0.72;
    private static final double LARGEST = 1;
    private static final double CLOSE = 1.8;
    private static final double CORNER = 10;

    private final TopologyViewModel model;
    private final DiagramCanvas canvas;
    private final Minimap minimap;

    public TopologyView(TopologyViewModel model, ThemeModel theme, Commands commands) {
        this.model = model;
        setId("topology");
        canvas = new DiagramCanvas(theme.get().palette(), SMALLEST, LARGEST);
        canvas.setId("topology-canvas");
        canvas.setAccessibleText(Messages.text("topology.title"));
        PaneHead head = new PaneHead(Messages.text("topology.title"));
        minimap = new Minimap(canvas);
        PathCard card = new PathCard(model::endWay);
        StackPane pictures = new StackPane(canvas, minimap, card);
        pictures.setMinSize(0, 0);
        StackPane.setAlignment(card, Pos.BOTTOM_LEFT);
        StackPane.setMargin(card, new Insets(CORNER));
        VBox.setVgrow(pictures, Priority.ALWAYS);
        getChildren().setAll(head, pictures, new ViewStrip(canvas, commands, model));
        theme.follow(t -> {
            canvas.setPalette(t.palette());
            minimap.setPalette(t.palette());
        });
        canvas.setStill(theme.stillProperty().get());
        theme.stillProperty().addListener((observable, before, now) -> canvas.setStill(now));
        followPointer(new MarkTooltip(canvas));
        followModel(head, card);
    }

    private void followPointer(MarkTooltip tooltip) {
        canvas.setOnPick(where -> where.mark().flatMap(Mark::target).ifPresent(model::showWayTo));
        canvas.setOnSelect(where -> where.mark().flatMap(Mark::target).ifPresent(this::choose));
        canvas.setOnOpen(mark -> mark.target().filter(t -> !handle(t)).ifPresent(model::toggle));
        canvas.setOnFold((mark, fold) -> mark.target().ifPresent(t -> model.fold(t, fold)));
        canvas.setFolded(mark -> mark.target().flatMap(model::folded).orElse(false));
        canvas.setOnHover(hover -> tooltip.show(hover.flatMap(DiagramCanvas.Hover::mark)));
    }

    private void followModel(PaneHead head, PathCard card) {
        model.wayProperty().addListener((observable, before, now) -> {
            card.show(now);
            canvas.setLit(model.path());
        });
        model.diagramProperty().addListener((observable, before, now) -> {
            now.ifPresent(next -> show(next, before.isPresent()));
            canvas.setSelected(model.lit());
            canvas.setLit(model.path());
            head.setSubtitle(model.subtitle());
        });
        model.diagramProperty().get().ifPresent(canvas::setDiagram);
        head.setSubtitle(model.subtitle());
        model.followDimming(canvas::setDimming);
        model.selection().follow(target -> {
            canvas.setSelected(model.lit());
            canvas.setLit(model.path());
            target.map(model::shown).ifPresent(canvas::reveal);
        });
    }

    private static boolean handle(Target target) {
        return target instanceof Target.OfHandle || target instanceof Target.OfRun;
    }

    /** A press on a handle, or on a run that is folded, folds and unfolds; anything else is selected. */
    private void choose(Target target) {
        if (handle(target)) {
            model.toggle(target);
        } else {
            model.selection().select(target);
        }
    }

    private void show(MarkIndex next, boolean any) {
        if (any && model.isSameHost()) {
            canvas.updateDiagram(next, model.anchor());
            if (model.isRefolded() && model.anchor().isEmpty()) {
                model.selection().get().map(model::shown).ifPresent(canvas::reveal);
            }
        } else {
            canvas.setDiagram(next);
        }
    }

    /** Shows what is selected as large as it is read with ease. */
    public void zoomToSelection() {
        model.selection().get().map(model::shown).flatMap(model::boundsOf).ifPresent(r -> canvas.zoomTo(r, CLOSE));
    }

    /** The whole picture in a corner. */
    public Minimap minimap() {
        return minimap;
    }

    /** What can be told to the picture besides. */
    public TopologyViewModel model() {
        return model;
    }

    /** The picture itself. */
    public DiagramCanvas canvas() {
        return canvas;
    }
}
