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
import ridscope.draw.diagram.Zooms;
import ridscope.draw.layout.TextMetrics;

/**
 * Puts a title above and a caption below a diagram. They are marks as well, so every format has them and nothing overlaps. Of a title
 * in parts ({@code RID map · segment 0000 · …}) the first is its head, the others follow small.
 */
public final class PictureFrame {

    private static final double MARGIN = 12;
    private static final double LINE = 15;
    private static final double TITLE = 26;
    private static final double NARROWEST = 320;
    private static final double GAP = 8;

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
            title(title.get(), width - 2 * MARGIN, marks);
            top = TITLE;
        }
        for (Mark mark : diagram.marks()) {
            marks.add(top == 0 ? mark : mark.moved(0, top));
        }
        double bottom = top + diagram.height();
        if (caption.isPresent()) {
            List<String> lines = wrap(caption.get(), width - 2 * MARGIN);
            for (int i = 0; i < lines.size(); i++) {
                Point at = new Point(MARGIN, bottom + LINE * (i + 1));
                marks.add(label("picture-caption-" + i, TextStyle.SMALL, Role.MUTED, at, lines.get(i)));
            }
            bottom += LINE * lines.size() + MARGIN;
        }
        return new Diagram(diagram.name(), title.orElse(diagram.title()), width, bottom, marks);
    }

    private void title(String title, double available, List<Mark> marks) {
        int cut = title.indexOf(" · ");
        String head = metrics.fit(TextStyle.TITLE, cut < 0 ? title : title.substring(0, cut), available);
        marks.add(label("picture-title", TextStyle.TITLE, Role.TEXT, new Point(MARGIN, 20), head));
        double used = metrics.width(TextStyle.TITLE, head) + GAP;
        if (cut >= 0 && used < available) {
            String rest = metrics.fit(TextStyle.SMALL, title.substring(cut + 3), available - used);
            marks.add(label("picture-subtitle", TextStyle.SMALL, Role.MUTED, new Point(MARGIN + used, 20), rest));
        }
    }

    private Mark label(String id, TextStyle style, Role role, Point at, String text) {
        double ascent = metrics.capHeight(style) + 1;
        Rect bounds = new Rect(at.x(), at.y() - ascent, metrics.width(style, text), ascent + style.size() * 0.25);
        return new Mark.Label(
                new MarkId(id), role, style, Mark.Anchor.START, at, text, bounds, Optional.empty(), Zooms.ALWAYS);
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
