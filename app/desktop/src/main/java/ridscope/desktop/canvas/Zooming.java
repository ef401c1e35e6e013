package ridscope.desktop.canvas;

/** Another way to zoom than to enlarge the picture as it is. */
interface Zooming {

    /** Larger or smaller around a point of the canvas. */
    void zoom(double factor, double x, double y);

    /** Is told before the whole picture is shown. */
    void fit();
}
