/** Diagrams: layout, painter, one surface per file format, and the bundled fonts. */
module ridscope.draw {
    requires java.desktop;
    requires org.apache.commons.logging;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires transitive ridscope.core;

    exports ridscope.draw.diagram;
    exports ridscope.draw.export;
    exports ridscope.draw.fonts;
    exports ridscope.draw.graph;
    exports ridscope.draw.layout;
    exports ridscope.draw.paint;
    exports ridscope.draw.pdf;
    exports ridscope.draw.png;
    exports ridscope.draw.svg;
    exports ridscope.draw.text;
}
