package ridscope.desktop.inspector;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Cards in as many columns as fit, each card in the column that is shortest so far. */
final class CardFlow extends Pane {

    private static final double NARROWEST_COLUMN = 312;
    private static final double GAP = 22;
    private static final double ROW_GAP = 14;

    CardFlow() {
        getStyleClass().add("card-flow");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width, false);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    private double arrange(double width, boolean place) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        int columns = Math.max(1, (int) ((inner + GAP) / (NARROWEST_COLUMN + GAP)));
        columns = Math.min(columns, Math.max(1, getManagedChildren().size()));
        double columnWidth = Math.floor((inner - GAP * (columns - 1)) / columns);
        double[] heights = new double[columns];
        for (Node child : getManagedChildren()) {
            int column = shortest(heights);
            double height = snapSizeY(child.prefHeight(columnWidth));
            if (place) {
                double x = snappedLeftInset() + column * (columnWidth + GAP);
                child.resizeRelocate(x, snappedTopInset() + heights[column], columnWidth, height);
            }
            heights[column] += height + ROW_GAP;
        }
        double tallest = 0;
        for (double height : heights) {
            tallest = Math.max(tallest, height);
        }
        return snappedTopInset() + tallest + snappedBottomInset();
    }

    private static int shortest(double[] heights) {
        int best = 0;
        for (int i = 1; i < heights.length; i++) {
            if (heights[i] < heights[best]) {
                best = i;
            }
        }
        return best;
    }
}
