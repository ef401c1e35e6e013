/** The window, and the launcher of everything. */
module ridscope.desktop {
    requires atlantafx.base;
    requires javafx.controls;
    requires javafx.graphics;
    requires org.controlsfx.controls;
    requires ridscope.cli;
    requires ridscope.core;
    requires ridscope.draw;
    requires tools.jackson.databind;

    exports ridscope.desktop to
            javafx.graphics;
}
