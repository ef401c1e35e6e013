package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.canvas.MapLegend;
import ridscope.desktop.canvas.SegmentTabs;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.theme.ThemeModel;
import ridscope.rid.Segment;
import ridscope.ridmap.SegmentUse;

/** The RID map before and after side by side, at the same scale and place, with a tab per segment of interest. */
final class MapsPane extends VBox {

    private final BusPlanViewModel model;
    private final SegmentTabs tabs;
    private final MapLegend legend;
    private final MapPane before;
    private final MapPane after;
    private Optional<PlanMaps> drawn = Optional.empty();

    MapsPane(BusPlanViewModel model, ThemeModel theme) {
        this.model = model;
        tabs = new SegmentTabs("plan-segment-", theme.get().palette(), model::choose, model.slices());
        legend = new MapLegend("plan-map", theme.get().palette());
        theme.follow(t -> {
            tabs.setPalette(t.palette());
            legend.setPalette(t.palette());
        });
        before = new MapPane(
                "plan-map-before", Messages.text("busplan.before"), theme, PlanMaps::before, PlanMaps::mapBefore);
        after = new MapPane(
                "plan-map-after", Messages.text("busplan.after"), theme, PlanMaps::after, PlanMaps::mapAfter);
        MapPane.pair(before, after);
        after.setOnWidened(model::setWidening);
        before.setOnSelect(model::select);
        after.setOnSelect(target -> maps().flatMap(m -> m.today(target)).ifPresent(model::select));
        HBox maps = sideBySide();
        tabs.getStyleClass().add("plan-tabs");
        setMinSize(0, 0);
        getStyleClass().add("maps-pane");
        getChildren().setAll(tabs, maps, legend);
        model.plannedProperty().addListener((observable, was, now) -> show(now));
        show(model.plannedProperty().get());
        model.selection().follow(target -> light(true));
        model.askedProperty().addListener((observable, was, now) -> fillTabs());
        model.segmentProperty().addListener((observable, was, now) -> fillTabs());
        fillTabs();
    }

    private HBox sideBySide() {
        HBox maps = new HBox(before, after);
        maps.setFillHeight(true);
        // Not a pixel apart, or the same picture would get two scales.
        DoubleBinding half = Bindings.createDoubleBinding(() -> Math.floor(maps.getWidth() / 2), maps.widthProperty());
        List.of(before, after).forEach(pane -> {
            pane.prefWidthProperty().bind(half);
            pane.maxWidthProperty().bind(half);
        });
        maps.setMinSize(0, 0);
        VBox.setVgrow(maps, Priority.ALWAYS);
        return maps;
    }

    /** The map that answers, and the one it is compared with. */
    List<DiagramCanvas> canvases() {
        return List.of(after.canvas(), before.canvas());
    }

    private Optional<PlanMaps> maps() {
        return model.plannedProperty().get().map(Planned::maps);
    }

    /** An answer about another selection has the same maps. */
    private void show(Optional<Planned> answer) {
        if (!answer.map(Planned::maps).equals(drawn)) {
            drawn = answer.map(Planned::maps);
            answer.ifPresentOrElse(a -> show(a.maps(), a.result().moved()), this::forget);
        }
    }

    private void show(PlanMaps maps, int moved) {
        before.show(maps);
        after.show(maps);
        legend.show(maps.legend());
        before.setSubtitle(Messages.text("busplan.before.subtitle", maps.segment()));
        after.setSubtitle(
                moved == 0 ? Messages.text("busplan.after.subtitle") : Messages.count("busplan.after.moved", moved));
        light(false);
    }

    /** Maps of a host that is gone would keep all of it in memory. */
    private void forget() {
        before.forget();
        after.forget();
    }

    /** Both light the same thing, each where it has it; the one before decides what comes into sight. */
    private void light(boolean reveal) {
        maps().ifPresent(maps -> {
            after.light(model.selection().get().flatMap(maps::moved), reveal);
            before.light(model.selection().get(), reveal);
        });
    }

    private void fillTabs() {
        List<Segment> offered = model.segments();
        List<SegmentUse> uses = model.document().map(d -> d.summary().segments()).orElse(List.of()).stream()
                .filter(use -> offered.contains(use.segment()))
                .toList();
        tabs.show(uses, model.segmentProperty().get());
    }
}
