package ridscope.draw.diagram;

/** A place in diagram units (1 unit = 1 pixel at 100 %), y downwards. */
public record Point(double x, double y) {

    /** So much further to the right and down. */
    public Point moved(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}
