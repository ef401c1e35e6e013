package ridscope.draw.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;

/** The texts of a diagram by what they are written on. */
final class Texts {

    /** Labels whose baselines are no farther apart stand in one line. */
    private static final double SAME_LINE = 3;

    private final Map<String, List<Mark.Label>> byOwner = new HashMap<>();
    private final List<Mark.Label> loose = new ArrayList<>();

    Texts(Diagram diagram, Shapes shapes, List<Connections.Connection> connections) {
        Map<String, Boolean> wires = new HashMap<>();
        connections.forEach(c -> c.labels().forEach(id -> wires.put(id, true)));
        for (Mark mark : diagram.marks()) {
            if (mark instanceof Mark.Label label
                    && Shapes.drawn(mark)
                    && !label.text().isEmpty()) {
                String owner = owner(label);
                boolean inside = shapes.named(owner)
                        .filter(s -> s.bounds()
                                .contains(label.bounds().x(), label.bounds().centerY()))
                        .isPresent();
                if (inside || wires.containsKey(owner)) {
                    byOwner.computeIfAbsent(owner, k -> new ArrayList<>()).add(label);
                } else {
                    loose.add(label);
                }
            }
        }
    }

    /** The name of a label is that of its owner and what it says of it, {@code fn-0000-3b-00.0-a}. */
    private static String owner(Mark.Label label) {
        String id = label.id().value();
        return id.substring(0, Math.max(0, id.lastIndexOf('-')));
    }

    /** Everything written on a mark, in lines. */
    String on(List<String> owners) {
        StringBuilder text = new StringBuilder();
        double baseline = Double.NaN;
        for (String owner : owners) {
            for (Mark.Label label : byOwner.getOrDefault(owner, List.of())) {
                boolean same = Math.abs(label.baseline().y() - baseline) <= SAME_LINE;
                text.append(text.length() == 0 ? "" : same ? "  " : "\n").append(label.text());
                baseline = label.baseline().y();
            }
        }
        return text.toString();
    }

    /** The size of the first text on a mark. */
    double size(String owner, double otherwise) {
        List<Mark.Label> labels = byOwner.getOrDefault(owner, List.of());
        return labels.isEmpty() ? otherwise : labels.get(0).style().size();
    }

    /** What stands on no shape and on no connection. */
    List<Mark.Label> loose() {
        return loose;
    }
}
