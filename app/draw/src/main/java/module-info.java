/** Diagrams: layout, painter, one surface per file format, and the bundled fonts. */
module ridscope.draw {
    requires java.desktop;
    requires transitive ridscope.core;

    exports ridscope.draw.diagram;
    exports ridscope.draw.export;
    exports ridscope.draw.fonts;
    exports ridscope.draw.layout;
    exports ridscope.draw.paint;
    exports ridscope.draw.png;
    exports ridscope.draw.svg;
    exports ridscope.draw.text;
}
