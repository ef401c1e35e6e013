package ridscope.desktop.inspector;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Two things beside each other where there is room, else one below the other. */
final class SideBySide extends Pane {

    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");

    private final Region main;
    private final Region side;
    private final double sideWidth;
    private final double sideHeight;
    private final double from;

    /**
     * @param main takes what is left
     * @param side has a fixed size in one direction
     * @param sideWidth width of the side beside the main part
     * @param sideHeight height of the side below the main part, its own when 0
     * @param from width from which they stand beside each other
     */
    SideBySide(Region main, Region side, double sideWidth, double sideHeight, double from) {
        super(main, side);
        this.main = main;
        this.side = side;
        this.sideWidth = sideWidth;
        this.sideHeight = sideHeight;
        this.from = from;
        getStyleClass().add("side-by-side");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double sideHeight(double width) {
        return sideHeight > 0 ? sideHeight : side.prefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return width >= from
                ? Math.max(main.prefHeight(width - sideWidth), side.prefHeight(sideWidth))
                : main.prefHeight(width) + sideHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        side.pseudoClassStateChanged(BESIDE, width >= from);
        if (width >= from) {
            main.resizeRelocate(0, 0, width - sideWidth, height);
            side.resizeRelocate(width - sideWidth, 0, sideWidth, height);
        } else {
            double below = Math.min(sideHeight(width), height / 2);
            main.resizeRelocate(0, 0, width, height - below);
            side.resizeRelocate(0, height - below, width, below);
        }
    }
}
