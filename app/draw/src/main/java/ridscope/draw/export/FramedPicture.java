package ridscope.draw.export;

import java.util.ArrayList;
import java.util.List;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.layout.FramedMap;

/** A map with what a window draws beside it as one picture, for files. */
public final class FramedPicture {

    private FramedPicture() {}

    /** @param legend whether what explains the map stands below it */
    public static Diagram of(FramedMap<?> map, boolean legend) {
        Diagram own = map.diagram();
        double left = map.gutterWidth();
        double top = map.headsHeight();
        double width = left + own.width();
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
        return new Diagram(own.name(), own.title(), width, height, marks);
    }

    private static void add(Diagram part, double dx, double dy, List<Mark> marks) {
        part.marks().forEach(mark -> marks.add(mark.moved(dx, dy)));
    }
}
