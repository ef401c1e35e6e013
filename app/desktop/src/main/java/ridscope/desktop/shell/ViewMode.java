package ridscope.desktop.shell;

import ridscope.desktop.command.Command;

/** What the centre of the window shows. */
public enum ViewMode {
    BOTH(Command.VIEW_BOTH),
    TOPOLOGY(Command.VIEW_TOPOLOGY),
    RID_MAP(Command.VIEW_RID_MAP),
    BUS_PLAN(Command.VIEW_BUS_PLAN);

    private final Command command;

    ViewMode(Command command) {
        this.command = command;
    }

    /** The command that chooses it. */
    Command command() {
        return command;
    }
}
