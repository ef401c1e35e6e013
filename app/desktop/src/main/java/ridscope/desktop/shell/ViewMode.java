package ridscope.desktop.shell;

import java.util.Arrays;
import java.util.Locale;
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

    /** Name in the settings: {@code bus-plan}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The view of a name; side by side where no view has it. */
    static ViewMode of(String id) {
        return Arrays.stream(values())
                .filter(mode -> mode.id().equals(id))
                .findFirst()
                .orElse(BOTH);
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
