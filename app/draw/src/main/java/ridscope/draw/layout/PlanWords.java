package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.Consequences;
import ridscope.plan.PlanFailure;
import ridscope.plan.PlanGap;
import ridscope.plan.Wishes;

/** What the picture of a bus plan says above its maps. */
final class PlanWords {

    /** Failures and gaps told one by one. */
    private static final int SHOWN = 3;

    private PlanWords() {}

    /** One sentence of the answer. */
    record Line(TextStyle style, Role role, String text) {}

    static List<Line> of(BusPlan plan, Advice advice, Consequences consequences) {
        List<Line> lines = new ArrayList<>();
        lines.add(
                switch (plan.answer()) {
                    case DOES_NOT_FIT -> new Line(TextStyle.TITLE, Role.CONFLICT, "It does not fit");
                    case CANNOT_TELL -> new Line(TextStyle.TITLE, Role.WARNING, "It cannot be told whether it fits");
                    case FITS -> new Line(TextStyle.TITLE, Role.GOOD, "What was asked for fits");
                    case NOTHING_ASKED -> new Line(TextStyle.TITLE, Role.TEXT, "Nothing was asked for");
                });
        if (plan.wishes().anyAsked()) {
            lines.add(new Line(TextStyle.BODY, Role.TEXT, "asked: " + asked(plan.wishes())));
        }
        for (PlanFailure failure : advice.failures().stream().limit(SHOWN).toList()) {
            lines.add(
                    new Line(TextStyle.BODY, Role.CONFLICT, "fails at " + failure.bridge() + ": " + failure.reason()));
            if (!failure.kernelMessage().isEmpty()) {
                lines.add(new Line(TextStyle.MONO, Role.TEXT, "kernel: " + failure.kernelMessage()));
            }
            lines.add(new Line(TextStyle.BODY, Role.TEXT, "to do: " + failure.advice()));
        }
        more(advice.failures().size(), " failures", lines);
        named(Consequences.MOST_VFS, Role.TEXT, consequences.mostVfs(), lines);
        for (PlanGap gap : plan.gaps().stream().limit(SHOWN).toList()) {
            lines.add(new Line(TextStyle.BODY, Role.WARNING, "not known: " + gap.missing()));
        }
        more(plan.gaps().size(), " things not known", lines);
        named(Consequences.AT_MAXIMUM, Role.TEXT, consequences.atMaximum(), lines);
        named(Consequences.WORSE, Role.WARNING, consequences.worse(), lines);
        return lines;
    }

    private static void named(String name, Role role, List<String> texts, List<Line> lines) {
        texts.stream().limit(SHOWN).forEach(text -> lines.add(new Line(TextStyle.BODY, role, name + ": " + text)));
        more(texts.size(), "", lines);
    }

    private static void more(int count, String what, List<Line> lines) {
        if (count > SHOWN) {
            lines.add(new Line(TextStyle.BODY, Role.MUTED, "and " + Counts.grouped(count - SHOWN) + " more" + what));
        }
    }

    private static String asked(Wishes wishes) {
        List<String> parts = new ArrayList<>();
        wishes.vfs().forEach((pf, count) -> parts.add(Counts.grouped(count) + " VFs on " + pf));
        wishes.sdis().forEach((pf, wish) -> parts.add(Counts.grouped(wish.total()) + " SDIs on " + pf));
        wishes.cards().forEach((port, card) -> parts.add(card.text() + " below " + port));
        return parts.stream().collect(Collectors.joining(", "));
    }
}
