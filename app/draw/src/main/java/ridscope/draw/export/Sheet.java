package ridscope.draw.export;

import java.util.ArrayList;
import java.util.List;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Rect;

/**
 * One page and what of a diagram lies on it.
 *
 * @param visible the page in diagram units, its margins included
 * @param free the margin at each edge, diagram units
 * @param times page units, 96 to the inch, per diagram unit
 */
record Sheet(Rect visible, double free, double times) {

    /** More pages than this are nobody's wish. */
    private static final int MOST = 200;

    private static final double MARGIN = PicturePage.MARGIN * 96 / 25.4;

    /**
     * The pages of a diagram, row by row.
     *
     * @throws PictureException if they are too many
     */
    static List<Sheet> of(Diagram diagram, PicturePage page) throws PictureException {
        if (page.size().isEmpty()) {
            return List.of(new Sheet(new Rect(0, 0, diagram.width(), diagram.height()), 0, 1));
        }
        double width = page.width().orElseThrow();
        double height = page.height().orElseThrow();
        double fit = Math.min((width - 2 * MARGIN) / diagram.width(), (height - 2 * MARGIN) / diagram.height());
        if (fit >= 1 || page.fit() == PicturePage.Fit.SHRINK) {
            return List.of(centred(diagram, width, height, Math.min(1, fit)));
        }
        return tiles(diagram, width, height);
    }

    private static Sheet centred(Diagram diagram, double width, double height, double times) {
        double w = width / times;
        double h = height / times;
        Rect visible = new Rect((diagram.width() - w) / 2, (diagram.height() - h) / 2, w, h);
        return new Sheet(visible, 0, times);
    }

    private static List<Sheet> tiles(Diagram diagram, double width, double height) throws PictureException {
        double stepX = width - 2 * MARGIN;
        double stepY = height - 2 * MARGIN;
        double columns = Math.ceil(diagram.width() / stepX);
        double rows = Math.ceil(diagram.height() / stepY);
        if (columns * rows > MOST) {
            throw new PictureException("the picture would take " + Math.round(columns * rows)
                    + " pages in its own size; shrink it to one page");
        }
        List<Sheet> sheets = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Rect visible = new Rect(column * stepX - MARGIN, row * stepY - MARGIN, width, height);
                sheets.add(new Sheet(visible, MARGIN, 1));
            }
        }
        return sheets;
    }
}
