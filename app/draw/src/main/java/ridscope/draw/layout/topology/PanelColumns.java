package ridscope.draw.layout.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sets panels in reading order into columns of about equal height. Most hosts have one column; a host of many segments would be a
 * strip in which nothing can be seen as a whole.
 */
final class PanelColumns {

    /** One column may be so many times as high as it is wide before the panels are set side by side. */
    private static final double TALLEST = 4;

    /** Several columns together are about so many times as wide as they are high: the shape of a screen or a page. */
    private static final double SHAPE = 1.5;

    /** Top left corner of a panel, from the first panel's. */
    record Spot(double x, double y) {}

    private final double[] heights;
    private final double width;
    private final double gap;
    private final List<Spot> spots;

    /**
     * @param heights of the panels, in order
     * @param width of each of them
     * @param gap between two
     */
    PanelColumns(List<Double> heights, double width, double gap) {
        this.heights = heights.stream().mapToDouble(h -> h).toArray();
        this.width = width;
        this.gap = gap;
        spots = spots(limit());
    }

    List<Spot> spots() {
        return List.copyOf(spots);
    }

    /** From the left edge of the first column to the right edge of the last one. */
    double width() {
        return spots.stream().mapToDouble(Spot::x).max().orElse(0) + width;
    }

    /** From the top of the first panel to the bottom of the lowest one; 0 without panels. */
    double height() {
        double bottom = 0;
        for (int i = 0; i < heights.length; i++) {
            bottom = Math.max(bottom, spots.get(i).y() + heights[i]);
        }
        return bottom;
    }

    /** The greatest height of a column. */
    private double limit() {
        double all = Arrays.stream(heights).sum() + gap * Math.max(0, heights.length - 1);
        if (all <= TALLEST * width) {
            return all;
        }
        double best = all;
        for (int columns = 2; columns <= heights.length; columns++) {
            double limit = lowest(columns, all);
            if (strangeness(columns, limit) < strangeness(used(best), best)) {
                best = limit;
            }
        }
        return best;
    }

    private double strangeness(int columns, double height) {
        return Math.abs(Math.log((columns * (width + gap)) / height / SHAPE));
    }

    /** The least height at which so many columns are enough. */
    private double lowest(int columns, double all) {
        double low = Arrays.stream(heights).max().orElse(0);
        double high = all;
        while (high - low > 1) {
            double middle = (low + high) / 2;
            if (used(middle) <= columns) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return used(low) <= columns ? low : high;
    }

    private int used(double limit) {
        double right = spots(limit).stream().mapToDouble(Spot::x).max().orElse(0);
        return 1 + (int) Math.round(right / (width + gap));
    }

    private List<Spot> spots(double limit) {
        List<Spot> placed = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (double height : heights) {
            if (y > 0 && y + height > limit) {
                x += width + gap;
                y = 0;
            }
            placed.add(new Spot(x, y));
            y += height + gap;
        }
        return placed;
    }
}
