package ridscope.desktop.command;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import ridscope.desktop.l10n.Messages;

/**
 * Everything the window can be told to do. Menu item, button, tooltip and accessible text all come from here: the label is
 * message {@code command.<id>}, the tooltip {@code command.<id>.tip}, the icon is style class {@code icon-<id>}.
 */
public enum Command {
    OPEN("Shortcut+O", true),
    OPEN_FOLDER("Shortcut+Shift+O", false),
    PASTE("Shortcut+Shift+V", false),
    LIVE("Shortcut+Shift+L", true),
    OPEN_SSH("Shortcut+Shift+H", false),
    RELOAD("F5", false),
    ADD_BOOT_LOG("Shortcut+B", false),
    WATCH("Shortcut+Shift+W", false),
    SAVE_SNAPSHOT("Shortcut+S", true),
    SAVE_REDACTED("Shortcut+Shift+S", false),
    EXPORT("Shortcut+E", true),
    COPY_PICTURE("Shortcut+Shift+E", false),
    PRINT("", false),
    NEW_WINDOW("Shortcut+N", false),
    OPEN_IN_NEW_WINDOW("Shortcut+Shift+N", false),
    CLOSE_WINDOW("Shortcut+W", false),
    QUIT("Shortcut+Q", false),
    ASK("Shortcut+L", false),
    FILTER("Shortcut+F", false),
    NEXT_MATCH("F3", false),
    PREVIOUS_MATCH("Shift+F3", false),
    GO_FINDINGS("F8", false),
    BACK("Alt+LEFT", true),
    FORWARD("Alt+RIGHT", true),
    BOOKMARK("Shortcut+Shift+B", false),
    NEXT_BOOKMARK("F2", false),
    PREVIOUS_BOOKMARK("Shift+F2", false),
    EDIT_NOTE("Shortcut+M", false),
    CLEAR_SELECTION("Shortcut+D", false),
    CLEAR_MARKS("Shortcut+Shift+D", false),
    VIEW_BOTH("Shortcut+1", false),
    VIEW_TOPOLOGY("Shortcut+2", false),
    VIEW_RID_MAP("Shortcut+3", false),
    VIEW_BUS_PLAN("Shortcut+4", false),
    VIEW_COMPARE("Shortcut+5", false),
    UNDO("Shortcut+Z", false),
    REDO("Shortcut+Shift+Z", false),
    RESET_PLAN("Shortcut+Shift+R", false),
    OPEN_PLAN("Shortcut+Alt+P", false),
    SAVE_PLAN("Shortcut+P", false),
    COMPARE_WITH("Shortcut+Shift+C", false),
    COMPARE_LIVE("", false),
    COMPARE_OPENED("", false),
    COMPARE_SWAP("Shortcut+Shift+X", true),
    COPY_ADDRESSES("Shortcut+Shift+A", false),
    TOGGLE_OUTLINE("F9", false),
    TOGGLE_DETAILS("F10", false),
    TOGGLE_FINDINGS("Shortcut+Shift+F", false),
    FIT("Shortcut+0", false),
    ZOOM_IN("Shortcut+PLUS", false),
    ZOOM_OUT("Shortcut+MINUS", false),
    ZOOM_SELECTION("Shortcut+9", false),
    MINIMAP("Shortcut+Shift+M", false),
    OVERLAY_DRIVERS("Shortcut+Alt+D", false),
    OVERLAY_GROUPS("Shortcut+Alt+G", false),
    OVERLAY_NUMA("Shortcut+Alt+N", false),
    OVERLAY_LINKS("Shortcut+Alt+L", false),
    OVERLAY_FINDINGS("Shortcut+Alt+F", false),
    COPY_BDF("Shortcut+C", false),
    COPY_HEX("", false),
    COPY_DECIMAL("", false),
    ARI_NUMBERS("Shortcut+Alt+A", false),
    UNFOLD_BUSES("Shortcut+Alt+U", false),
    FOLD_BUSES("Shortcut+Alt+Shift+U", false),
    PATH_TO("Shortcut+Shift+J", false),
    FOLD_ALL("Shortcut+U", false),
    UNFOLD_ALL("Shortcut+Shift+U", false),
    UNFOLD_SELECTION("Shortcut+J", false),
    THEME("Shortcut+T", true),
    THEME_LIGHT("", false),
    THEME_DARK("", false),
    THEME_CONTRAST("", false),
    THEME_PRINT("", false),
    TEXT_LARGER("Shortcut+Alt+PLUS", false),
    TEXT_SMALLER("Shortcut+Alt+MINUS", false),
    TEXT_NORMAL("Shortcut+Alt+0", false),
    REDUCE_MOTION("", false),
    LANGUAGE_SYSTEM("", false),
    LANGUAGE_ENGLISH("", false),
    LANGUAGE_GERMAN("", false),
    PALETTE("Shortcut+Shift+P", false),
    CANCEL("Shortcut+PERIOD", false),
    SHORTCUTS("F1", false),
    ABOUT("Shift+F1", false);

    private final String accelerator;
    private final boolean icon;

    Command(String accelerator, boolean icon) {
        this.accelerator = accelerator;
        this.icon = icon;
    }

    /** {@code save-snapshot}: node id of its button, end of its keys and style class. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What its menu item and button say. */
    public String label() {
        return Messages.text("command." + id());
    }

    /** One sentence on what it does. */
    public String tip() {
        return Messages.text("command." + id() + ".tip");
    }

    /** Its key combination; empty for one that is found in menus and by name only. */
    public Optional<KeyCombination> accelerator() {
        return accelerator.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(accelerator));
    }

    /** The same as it is written on this platform, such as {@code Ctrl+O}; {@code ""} for none. */
    public String keys() {
        return accelerator().map(KeyCombination::getDisplayText).orElse("");
    }

    /** Style class of its icon, if it has one. */
    public Optional<String> icon() {
        return icon ? Optional.of("icon-" + id()) : Optional.empty();
    }

    /** What a menu calls those that belong together, where their own names say only half of it: {@code Theme}. */
    public Optional<String> group() {
        if (overlays().anyMatch(this::equals)) {
            return Optional.of(Messages.text("menu.overlays"));
        }
        boolean theme = this == THEME_LIGHT || this == THEME_DARK || this == THEME_CONTRAST || this == THEME_PRINT;
        return theme ? Optional.of(Messages.text("menu.theme")) : Optional.empty();
    }

    /** Those that lay something over the topology. */
    public static Stream<Command> overlays() {
        return Stream.of(OVERLAY_DRIVERS, OVERLAY_GROUPS, OVERLAY_NUMA, OVERLAY_LINKS, OVERLAY_FINDINGS);
    }
}
