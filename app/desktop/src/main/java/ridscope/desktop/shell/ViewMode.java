package ridscope.desktop.shell;

import ridscope.desktop.command.Command;

/** What the centre of the window shows. */
public enum ViewMode {
    BOTH(Command.VIEW_BOTH),
    TOPOLOGY(Command.VIEW_TOPOLOGY),
    RID_MAP(Command.VIEW_RID_MAP),
    BUS_PLAN(Command.VIEW_BUS_PLAN),
    COMPARE(Command.VIEW_COMPARE);

    private final Command command;

    ViewMode(Command command) {
        this.command = command;
    }

    /** Whether it has lists of its own and needs the room, so that outline and details come on demand. */
    boolean wide() {
        return this == BUS_PLAN || this == COMPARE;
    }

    /** The command that chooses it. */
    Command command() {
        return command;
    }
}
