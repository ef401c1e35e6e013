package ridscope.draw.diagram;

import java.util.List;
import java.util.Optional;

/**
 * A laid-out picture: the only thing that surfaces, hit tests, tooltips, exports and tests read. Immutable.
 *
 * @param name {@code topology} or {@code rid-map}
 * @param title what the picture shows, one line
 * @param width in diagram units
 * @param height in diagram units
 * @param marks in painting order
 */
public record Diagram(String name, String title, double width, double height, List<Mark> marks) {

    public Diagram {
        marks = List.copyOf(marks);
    }

    /** The topmost mark with a target at a point. */
    public Optional<Mark> hit(double x, double y) {
        for (int i = marks.size() - 1; i >= 0; i--) {
            Mark mark = marks.get(i);
            if (mark.target().isPresent() && mark.covers(x, y)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }

    /** All marks that stand for a target. */
    public List<Mark> marksOf(Target target) {
        return marks.stream()
                .filter(m -> m.target().filter(target::equals).isPresent())
                .toList();
    }
}
