package ridscope.desktop.compare;

import ridscope.desktop.l10n.Messages;
import ridscope.diff.Fate;

/** What kinds of changes are called. */
final class FateWords {

    private FateWords() {}

    /** {@code Moved}. */
    static String name(Fate fate) {
        return switch (fate) {
            case MOVED -> Messages.text("compare.fate.moved");
            case RENUMBERED -> Messages.text("compare.fate.renumbered");
            case GONE -> Messages.text("compare.fate.gone");
            case NEW -> Messages.text("compare.fate.new");
            case CHANGED -> Messages.text("compare.fate.changed");
            case SAME -> Messages.text("compare.fate.same");
        };
    }

    /** {@code 3 moved}. */
    static String count(Fate fate, int count) {
        return switch (fate) {
            case MOVED -> Messages.text("compare.count.moved", count);
            case RENUMBERED -> Messages.text("compare.count.renumbered", count);
            case GONE -> Messages.text("compare.count.gone", count);
            case NEW -> Messages.text("compare.count.new", count);
            case CHANGED -> Messages.text("compare.count.changed", count);
            case SAME -> Messages.text("compare.count.same", count);
        };
    }

    /** What it means, a sentence. */
    static String meaning(Fate fate) {
        return switch (fate) {
            case MOVED -> Messages.text("compare.meaning.moved");
            case RENUMBERED -> Messages.text("compare.meaning.renumbered");
            case GONE -> Messages.text("compare.meaning.gone");
            case NEW -> Messages.text("compare.meaning.new");
            case CHANGED -> Messages.text("compare.meaning.changed");
            case SAME -> Messages.text("compare.meaning.same");
        };
    }
}
