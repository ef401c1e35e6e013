package ridscope.desktop.topology;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Controls side by side, in further rows where there is no room; the last one takes what room is left in its row. */
class WrappedRow extends Region {

    private static final double GAP = 6;

    /** Puts controls there. */
    final void show(List<? extends Node> nodes) {
        getChildren().setAll(nodes);
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
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets around = getInsets();
        double width = getManagedChildren().stream()
                .mapToDouble(node -> node.prefWidth(-1) + GAP)
                .sum();
        return around.getLeft() + Math.max(0, width - GAP) + around.getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? computePrefWidth(-1) : width, false);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /** Returns the height of all rows. */
    private double place(double width, boolean move) {
        Insets around = getInsets();
        List<Node> nodes = getManagedChildren();
        double row =
                nodes.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
        double end = width - around.getRight();
        double x = around.getLeft();
        double y = around.getTop();
        for (Node node : nodes) {
            boolean last = node == nodes.get(nodes.size() - 1);
            double own = node.prefWidth(-1);
            if (!last && x > around.getLeft() && x + own > end) {
                x = around.getLeft();
                y += row + GAP;
            }
            double given = last ? Math.max(0, Math.min(own, end - x)) : own;
            if (move) {
                double height = node.isResizable() && node.maxHeight(-1) >= row ? row : node.prefHeight(-1);
                node.resizeRelocate(snapPositionX(x), snapPositionY(y + (row - height) / 2), given, height);
            }
            x += given + GAP;
        }
        return y + row + around.getBottom();
    }
}
