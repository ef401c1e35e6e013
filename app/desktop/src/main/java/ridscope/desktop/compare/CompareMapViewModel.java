package ridscope.desktop.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ridscope.desktop.canvas.ReadyMap;
import ridscope.desktop.task.Slices;
import ridscope.desktop.task.TaskRunner;
import ridscope.diff.FunctionFate;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.CompareMapLayout;
import ridscope.draw.layout.CompareMapPicture;
import ridscope.report.DiffRow;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

/** The map of both hosts, a segment at a time. To be used from one thread only. */
final class CompareMapViewModel {

    private static final String LANE = "compare-map";

    private final CompareViewModel model;
    private final TaskRunner runner;
    private final ReadOnlyObjectWrapper<Segment> segment = new ReadOnlyObjectWrapper<>(this, "segment", Segment.ZERO);
    private final ReadOnlyObjectWrapper<Optional<ReadyMap<CompareMapPicture>>> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", Optional.empty());

    CompareMapViewModel(CompareViewModel model, TaskRunner runner) {
        this.model = model;
        this.runner = runner;
        model.comparedProperty().addListener((observable, before, now) -> show());
        model.readProperty().addListener((observable, before, now) -> now.ifPresent(this::follow));
        show();
    }

    /** For things that are done one in each pulse. */
    Slices slices() {
        return runner.slices();
    }

    CompareViewModel model() {
        return model;
    }

    /** The map; empty until there is one. */
    ReadOnlyObjectProperty<Optional<ReadyMap<CompareMapPicture>>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** The same without what is made ready for showing it. */
    Optional<CompareMapPicture> map() {
        return picture.get().map(ReadyMap::map);
    }

    /** The segment shown. */
    ReadOnlyObjectProperty<Segment> segmentProperty() {
        return segment.getReadOnlyProperty();
    }

    /** Segments of either host. */
    List<Segment> segments() {
        return model.comparedProperty().get().map(Compared::segments).orElse(List.of());
    }

    /** Shows another segment. */
    void choose(Segment next) {
        if (!next.equals(segment.get()) && segments().contains(next)) {
            segment.set(next);
            layOut();
        }
    }

    /** What became of the function of a row. */
    Optional<FunctionFate> fate(DiffRow row) {
        return model.comparedProperty().get().flatMap(c -> c.table().fate(row));
    }

    private void show() {
        if (!segments().contains(segment.get())) {
            segment.set(segments().stream().findFirst().orElse(Segment.ZERO));
        }
        layOut();
    }

    /** The segment where the function is now, or was. */
    private void follow(DiffRow row) {
        row.after().or(row::before).map(FunctionAddress::segment).ifPresent(this::choose);
    }

    private void layOut() {
        Optional<Compared> now = model.comparedProperty().get();
        if (now.isEmpty()) {
            runner.cancel(LANE);
            picture.set(Optional.empty());
            return;
        }
        Compared shown = now.get();
        Segment of = segment.get();
        CompareMapLayout layout =
                new CompareMapLayout(FontMetricsTable.bundled(), shown.after().names());
        runner.work(feedback ->
                        ReadyMap.of(layout.layout(List.copyOf(shown.table().fates()), of), 1))
                .lane(LANE)
                .onDone(result -> picture.set(Optional.of(result)))
                .start();
    }
}
