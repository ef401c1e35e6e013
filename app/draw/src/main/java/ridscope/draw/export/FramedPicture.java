package ridscope.draw.export;

import java.util.ArrayList;
import java.util.List;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.layout.FramedMap;

/** A map with what a window draws beside it as one picture, for files. */
public final class FramedPicture {

    private FramedPicture() {}

    /** Narrower than this a title would be cut. */
    private static final double LEAST_WIDTH = 560;

    /**
     * @param hosts what its title says of where it comes from, behind its head
     * @param legend whether what explains the map stands below it
     */
    public static Diagram of(FramedMap<?> map, String hosts, boolean legend) {
        Diagram own = map.diagram();
        double left = map.gutterWidth();
        double top = map.headsHeight();
        double width = Math.max(LEAST_WIDTH, left + own.width());
        List<Mark> marks = new ArrayList<>();
        add(own, left, top, marks);
        add(map.gutter(1, 0, own.height()), 0, top, marks);
        add(map.heads(1, 0, own.width()), left, 0, marks);
        double height = top + own.height();
        if (legend) {
            Diagram explained = map.legend().apply(width);
            add(explained, 0, height, marks);
            height += explained.height();
        }
        int head = own.title().indexOf(" · ");
        String title = head < 0 ? own.title() : own.title().substring(0, head);
        String rest = own.title().substring(title.length());
        return new Diagram(own.name(), title + " · " + hosts + rest, width, height, marks);
    }

    private static void add(Diagram part, double dx, double dy, List<Mark> marks) {
        part.marks().forEach(mark -> marks.add(mark.moved(dx, dy)));
    }
}
