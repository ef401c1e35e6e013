package ridscope.desktop.topology;

import java.util.function.Supplier;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.canvas.MarkTooltip;
import ridscope.desktop.canvas.PaneHead;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.theme.ThemeModel;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;

/** The picture of what is plugged where, with its title. */
public final class TopologyView extends VBox {

    private static final double SMALLEST = 0.72;
    private static final double LARGEST = 1;

    private final TopologyViewModel model;
    private final DiagramCanvas canvas;

    public TopologyView(TopologyViewModel model, ThemeModel theme) {
        this.model = model;
        setId("topology");
        canvas = new DiagramCanvas(theme.get().palette(), SMALLEST, LARGEST);
        canvas.setId("topology-canvas");
        canvas.setAccessibleText(Messages.text("topology.title"));
        MarkTooltip tooltip = new MarkTooltip(canvas);
        PaneHead head = new PaneHead(Messages.text("topology.title"));
        VBox.setVgrow(canvas, Priority.ALWAYS);
        getChildren().setAll(head, canvas);
        theme.follow(t -> canvas.setPalette(t.palette()));
        canvas.setOnSelect(where -> where.mark().flatMap(Mark::target).ifPresent(model.selection()::select));
        canvas.setOnOpen(mark -> mark.target().ifPresent(model::toggle));
        canvas.setOnHover(hover -> tooltip.show(hover.flatMap(DiagramCanvas.Hover::mark)));
        model.diagramProperty().addListener((observable, before, now) -> {
            now.ifPresent(model.isLater() ? canvas::updateDiagram : canvas::setDiagram);
            canvas.setSelected(model.lit());
            head.setSubtitle(model.subtitle());
        });
        model.diagramProperty().get().ifPresent(canvas::setDiagram);
        head.setSubtitle(model.subtitle());
        model.selection().follow(target -> {
            canvas.setSelected(model.lit());
            target.map(model::shown).ifPresent(canvas::reveal);
        });
    }

    /** The picture itself. */
    public DiagramCanvas canvas() {
        return canvas;
    }

    /** Makes the picture with its legend. */
    public Supplier<Diagram> exported() {
        return model.exported();
    }
}
