package ridscope.draw.layout.topology;

/** Measures and limits of the topology picture, in diagram units. */
final class Sizes {

    /** Runs of at least this many alike siblings are folded, so that eight drives or GPUs still show one by one. */
    static final int FOLD_FROM = 9;
    /** A fold keeps this many before it … */
    static final int FOLD_FIRST = 3;
    /** … and this many behind it. */
    static final int FOLD_LAST = 1;
    /** Plain functions of a root bus; more than this and those in the middle are folded whatever they are. */
    static final int GRID_LIMIT = 48;
    /** Cards shown one by one in an opened stack. */
    static final int STACK_LIMIT = 16;
    /** Rows with more bridge levels than this get a device column of their own instead of moving everybody's. */
    static final int COMMON_LEVELS = 3;

    static final double MARGIN = 8;
    static final double PANEL_PAD = 10;
    static final double PANEL_TITLE = 26;
    static final double PANEL_GAP = 10;
    static final double HOST_PAD = 10;
    static final double HOST_GAP = 10;
    static final double HOST_MIN = 104;
    static final double OWN_HEIGHT = 18;
    static final double OWN_MAX = 112;
    static final double LINE = 14;
    static final double DETAIL_LINE = 8.2;
    static final double PORT_HEIGHT = 24;
    static final double PORT_GAP = 8;
    static final double ALARM = 10;
    static final double HANDLE = 9;
    /** From a right edge to the middle of a handle. */
    static final double HANDLE_INSET = 6.5;

    static final double SWITCH_HEADER = 28;
    static final double SWITCH_PAD = 8;
    static final double SWITCH_GUT = 38;
    static final double SWITCH_MAX = 270;
    static final double ROW_GAP = 10;
    static final double JOG = 16;
    static final double LABEL_ROOM = 17;
    static final double BARE_ROOM = 13;
    static final double SLOT_HEIGHT = 36;
    static final double NOTHING_HEIGHT = 22;
    static final double LABEL_PAD = 10;
    static final double GAP_MIN = 56;
    static final double GAP_MAX = 230;
    static final double TRUNK = 14;
    static final double CARD_MIN = 84;
    static final double CARD_MAX = 190;
    static final double EMPTY_MAX = 250;
    static final double FOLDED_MAX = 340;
    static final double CARD_GAP = 4;
    static final double FRAME_PAD = 5;
    static final double SLOT_PAD = 6;
    static final double SLOT_HEADER = 18;
    static final double TEXT_INSET = 13;
    static final double WORD_INSET = 13;
    static final double WORD_MAX = 300;
    static final double STACK_GAP = 8;
    static final double STACK_FRONT = 20;
    static final double STACK_BEHIND = 6;
    static final double STACK_MIN = 96;
    static final double OPEN_HEIGHT = 18;
    static final double CHIP_HEIGHT = 20;
    static final double CHIP_GAP = 4;
    static final double CHIP_MAX = 190;
    static final int CHIP_COLUMNS = 4;
    static final int CHIP_ROWS = 7;

    private Sizes() {}

    /** Height of the box that stands for nothing. */
    static double emptyHeight(Tree.EmptyBlock block) {
        return block.title().isEmpty() ? NOTHING_HEIGHT : SLOT_HEIGHT;
    }

    /** Room for a wire on either side of its axis. */
    static double wireRoom(Tree.Wiring wiring) {
        return wiring.text().isEmpty() && wiring.remark().isEmpty() ? BARE_ROOM : LABEL_ROOM;
    }

    /** Height of a card with so many lines below the address. */
    static double cardHeight(int lines) {
        return lines == 0 ? 22 : 22 + LINE * lines;
    }
}
