/** Every word of the command line. */
module ridscope.cli {
    requires info.picocli;
    requires transitive ridscope.core;
    requires ridscope.draw;

    exports ridscope.cli;

    opens ridscope.cli to
            info.picocli;
}
