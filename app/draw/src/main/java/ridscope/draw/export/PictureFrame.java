package ridscope.draw.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.layout.TextMetrics;

/** Puts a title above and a caption below a diagram. They are marks as well, so every format has them and nothing overlaps. */
public final class PictureFrame {

    private static final double MARGIN = 12;
    private static final double LINE = 15;
    private static final double TITLE = 26;
    private static final double NARROWEST = 320;

    private final TextMetrics metrics;

    public PictureFrame(TextMetrics metrics) {
        this.metrics = metrics;
    }

    /** The same diagram if there is neither title nor caption. Long lines wrap or end in an ellipsis. */
    public Diagram around(Diagram diagram, Optional<String> title, Optional<Caption> caption) {
        if (title.isEmpty() && caption.isEmpty()) {
            return diagram;
        }
        double width = Math.max(NARROWEST, diagram.width());
        List<Mark> marks = new ArrayList<>(diagram.marks().size() + 4);
        double top = 0;
        if (title.isPresent()) {
            String text = metrics.fit(TextStyle.TITLE, title.get(), width - 2 * MARGIN);
            marks.add(label("picture-title", TextStyle.TITLE, Role.TEXT, 20, text));
            top = TITLE;
        }
        for (Mark mark : diagram.marks()) {
            marks.add(top == 0 ? mark : Moved.down(mark, top));
        }
        double bottom = top + diagram.height();
        if (caption.isPresent()) {
            List<String> lines = wrap(caption.get(), width - 2 * MARGIN);
            for (int i = 0; i < lines.size(); i++) {
                marks.add(label(
                        "picture-caption-" + i, TextStyle.SMALL, Role.MUTED, bottom + LINE * (i + 1), lines.get(i)));
            }
            bottom += LINE * lines.size() + MARGIN;
        }
        return new Diagram(diagram.name(), title.orElse(diagram.title()), width, bottom, marks);
    }

    private Mark label(String id, TextStyle style, Role role, double baseline, String text) {
        double ascent = metrics.capHeight(style) + 1;
        Rect bounds = new Rect(MARGIN, baseline - ascent, metrics.width(style, text), ascent + style.size() * 0.25);
        return new Mark.Label(
                new MarkId(id),
                role,
                style,
                Mark.Anchor.START,
                new Point(MARGIN, baseline),
                text,
                bounds,
                Optional.empty());
    }

    /** Breaks only between parts; a part that is too long by itself is cut. */
    private List<String> wrap(Caption caption, double available) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : caption.parts()) {
            String longer = line.isEmpty() ? part : line + " · " + part;
            if (!line.isEmpty() && metrics.width(TextStyle.SMALL, longer) > available) {
                lines.add(line);
                longer = part;
            }
            line = metrics.fit(TextStyle.SMALL, longer, available);
        }
        lines.add(line);
        return lines;
    }
}
