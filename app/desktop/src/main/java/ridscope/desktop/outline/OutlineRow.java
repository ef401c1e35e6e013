package ridscope.desktop.outline;

import java.util.Locale;
import java.util.Optional;
import ridscope.desktop.document.SeverityWords;
import ridscope.draw.diagram.Target;
import ridscope.rules.Severity;

/**
 * One line of the outline.
 *
 * @param address what stands in front, monospaced
 * @param name what it is
 * @param detail what stands at the right end
 * @param alert whether something is wrong: a conflict, a link below its capability, a complaint of the boot log
 * @param badge what happened to it since the last look, or that the boot log complains of it; may be empty
 * @param mark how bad the findings about it are; empty where there are none
 * @param target what selecting it selects
 * @param words everything the filter looks at
 */
record OutlineRow(
        String address,
        String name,
        String detail,
        boolean alert,
        Optional<Badge> badge,
        Optional<Mark> mark,
        Optional<Target> target,
        String words) {

    /**
     * A word on a row.
     *
     * @param text the word
     * @param fresh whether it tells of something new rather than of something changed or gone
     */
    record Badge(String text, boolean fresh) {}

    /**
     * What the rules found.
     *
     * @param worst of all findings about the function
     * @param text what they say, a line each
     */
    record Mark(Severity worst, String text) {}

    /** A row that the rules say nothing about. */
    static OutlineRow plain(String address, String name, String detail, Target target) {
        return new OutlineRow(
                address, name, detail, false, Optional.empty(), Optional.empty(), Optional.of(target), "");
    }

    OutlineRow {
        words = (address + " " + name + " " + detail + " "
                        + badge.map(Badge::text).orElse("") + " " + words)
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a word begins like this, in lower case. The driver {@code ice} is not found in every "device". */
    boolean has(String beginning) {
        for (int at = words.indexOf(beginning); at >= 0; at = words.indexOf(beginning, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** For screen readers, and for whoever copies a row. */
    @Override
    public String toString() {
        String told = (address + " " + name + " " + detail + " "
                        + badge.map(Badge::text).orElse(""))
                .strip();
        return told + mark.map(m -> " · " + SeverityWords.name(m.worst())).orElse("");
    }
}
