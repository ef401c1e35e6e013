package ridscope.config.words;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How much was compared, by capability. */
final class Score {

    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, Integer> wrong = new TreeMap<>();

    private static final class Row {
        private int parts;
        private int flags;
        private int figures;
        private int ignored;
        private int wrong;
        private final Set<String> plus = new TreeSet<>();
        private final Set<String> minus = new TreeSet<>();
        private final Set<String> figureLabels = new TreeSet<>();

        private int flagLabels() {
            Set<String> all = new TreeSet<>(plus);
            all.addAll(minus);
            return all.size();
        }

        private int bothWays() {
            Set<String> both = new TreeSet<>(plus);
            both.retainAll(minus);
            return both.size();
        }
    }

    private Row row(String topic) {
        return rows.computeIfAbsent(topic, t -> new Row());
    }

    void part(String topic) {
        row(topic).parts++;
    }

    void flag(String topic, String label, boolean set) {
        row(topic).flags++;
        (set ? row(topic).plus : row(topic).minus).add(label);
    }

    void figure(String topic, String label) {
        row(topic).figures++;
        row(topic).figureLabels.add(label);
    }

    void ignored(String topic) {
        row(topic).ignored++;
    }

    void wrong(String topic, String reason) {
        row(topic).wrong++;
        wrong.merge(topic + " " + reason, 1, Integer::sum);
    }

    int flags() {
        return rows.values().stream().mapToInt(r -> r.flags).sum();
    }

    int figures() {
        return rows.values().stream().mapToInt(r -> r.figures).sum();
    }

    /** Different flags of this capability that were compared at least once. */
    int labels(String topic) {
        return rows.containsKey(topic)
                ? row(topic).flagLabels() + row(topic).figureLabels.size()
                : 0;
    }

    /** Each flag with the signs it was seen with, and each figure; by capability. */
    String labels() {
        StringBuilder text = new StringBuilder();
        rows.forEach((topic, row) -> {
            Set<String> flags = new TreeSet<>(row.plus);
            flags.addAll(row.minus);
            flags.forEach(label -> text.append(topic)
                    .append(": ")
                    .append(label)
                    .append(row.plus.contains(label) ? " +" : "")
                    .append(row.minus.contains(label) ? " -" : "")
                    .append('\n'));
            row.figureLabels.forEach(
                    label -> text.append(topic).append(": ").append(label).append('\n'));
        });
        return text.toString();
    }

    /** A table for people. */
    String text() {
        StringBuilder text = new StringBuilder();
        String format = "%-42s %6s %7s %7s %7s %7s %7s %6s%n";
        text.append(
                String.format(format, "capability", "times", "flags", "labels", "both", "figures", "labels", "wrong"));
        rows.forEach((topic, r) -> text.append(String.format(
                format,
                topic,
                r.parts,
                r.flags,
                r.flagLabels(),
                r.bothWays(),
                r.figures,
                r.figureLabels.size(),
                r.wrong)));
        text.append(String.format(format, "all", "", flags(), "", "", figures(), "", ""));
        wrong.forEach((reason, times) -> text.append(times)
                .append(" times lspci differs: ")
                .append(reason)
                .append('\n'));
        return text.toString();
    }
}
