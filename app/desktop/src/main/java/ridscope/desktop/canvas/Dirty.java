package ridscope.desktop.canvas;

/** What has changed on a canvas since the last paint. */
enum Dirty {
    DIAGRAM,
    VIEWPORT,
    PALETTE,
    SELECTION,
    FOCUS
}
