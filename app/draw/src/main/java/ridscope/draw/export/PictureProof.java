package ridscope.draw.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;

/**
 * A look at a picture before it becomes a file: its marks where they lie on their pages, and the edges of those.
 *
 * @param diagram the marks; without a page the picture as it is
 * @param pages how many it takes
 * @param times how much smaller or larger it is on the page, 1 for its own size of 96 diagram units to the inch
 * @param size in pixels for PNG, else in diagram units
 */
public record PictureProof(Diagram diagram, int pages, double times, Size size) {

    /** Width and height of a page. */
    public record Size(long width, long height) {}

    /**
     * The picture as a file of that format.
     *
     * @throws PictureException if the format cannot hold it
     */
    public static PictureProof of(Picture picture, PictureFormat format) throws PictureException {
        PicturePage page = picture.options().page();
        List<Sheet> sheets = Sheet.of(picture.diagram(), page);
        Sheet first = sheets.get(0);
        double width = first.visible().width() * first.times();
        double height = first.visible().height() * first.times();
        Size size = new Size(Math.round(width), Math.round(height));
        if (format != PictureFormat.PDF) {
            PictureFormat.only(sheets);
        }
        if (format == PictureFormat.PNG) {
            Pixels pixels = Pixels.of(width, height, picture.options().sharpness());
            size = new Size(pixels.width(), pixels.height());
        }
        Diagram diagram = page.size().isEmpty() ? picture.diagram() : onPages(picture.diagram(), sheets);
        return new PictureProof(diagram, sheets.size(), first.times(), size);
    }

    private static Diagram onPages(Diagram diagram, List<Sheet> sheets) {
        Rect all = sheets.get(0).visible();
        for (Sheet sheet : sheets) {
            all = all.union(sheet.visible());
        }
        double dx = -all.x();
        double dy = -all.y();
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : diagram.marks()) {
            marks.add(mark.moved(dx, dy));
        }
        for (int i = 0; i < sheets.size(); i++) {
            marks.add(edge("page-" + (i + 1), sheets.get(i).visible().moved(dx, dy)));
        }
        return new Diagram(diagram.name(), diagram.title(), all.width(), all.height(), marks);
    }

    private static Mark edge(String id, Rect page) {
        List<Point> round = List.of(
                new Point(page.x(), page.y()),
                new Point(page.right(), page.y()),
                new Point(page.right(), page.bottom()),
                new Point(page.x(), page.bottom()),
                new Point(page.x(), page.y()));
        return new Mark.Wire(new MarkId(id), Role.MUTED, Ink.PLAIN, round, 1, Optional.empty(), "");
    }
}
