package ridscope.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.Consequences;
import ridscope.plan.Outlook;
import ridscope.plan.PlanAnswer;
import ridscope.plan.PlanFailure;
import ridscope.plan.PlanGap;
import ridscope.plan.PlanSubject;
import ridscope.plan.Shortage;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;

/** The answer of a plan: what fits of what was asked for, what does not, and what it means for the others. */
final class PlanAnswerText {

    private static final int COLUMN = 18;

    /** PFs and functions named before the rest is counted. */
    private static final int SHOWN = 5;

    private final BusPlan plan;
    private final Advice advice;
    private final Outlook outlook;
    private final boolean renumbers;
    private final Paragraphs out;

    /** @param renumbers whether the host's kernel knows {@code pci=assign-busses} */
    PlanAnswerText(BusPlan plan, Advice advice, Outlook outlook, boolean renumbers, Paragraphs out) {
        this.plan = plan;
        this.advice = advice;
        this.outlook = outlook;
        this.renumbers = renumbers;
        this.out = out;
    }

    void write() throws IOException {
        String headline = headline();
        String assumptions = plan.wishes().assumptions();
        if (headline.length() + 3 + assumptions.length() <= PlanText.WIDTH) {
            out.line(headline + " · " + assumptions);
        } else {
            out.words(headline, 4);
            entry("assumed", assumptions);
        }
        failures();
        Consequences consequences = Consequences.of(plan, advice, outlook, renumbers);
        for (String most : consequences.mostVfs()) {
            entry(Consequences.MOST_VFS, most);
        }
        parameters();
        for (PlanGap gap : plan.gaps()) {
            entry("not known", gap.missing());
        }
        for (String how : plan.gaps().stream().map(PlanGap::advice).distinct().toList()) {
            entry("  to know", how);
        }
        entries(Consequences.AT_MAXIMUM, consequences.atMaximum());
        entries(Consequences.WORSE, consequences.worse());
        if (!outlook.assumed().isEmpty() && plan.fits()) {
            entry(
                    "provided that",
                    "the bus window of "
                            + outlook.assumed().stream()
                                    .map(PlanSubject::toString)
                                    .collect(Collectors.joining(", "))
                            + " goes beyond the numbers of today; its end is not in the source");
        }
        moved();
    }

    private void entry(String label, String words) throws IOException {
        out.entry(label, COLUMN, words);
    }

    private void entries(String label, List<String> all) throws IOException {
        for (String words : all.subList(0, Math.min(SHOWN, all.size()))) {
            entry(label, words);
        }
        if (all.size() > SHOWN) {
            entry("", "and " + Words.grouped(all.size() - SHOWN) + " more (--json lists all)");
        }
    }

    private String headline() {
        PlanAnswer answer = plan.answer();
        boolean asked = plan.wishes().anyAsked();
        return switch (answer) {
            case DOES_NOT_FIT -> "It does not fit";
            case CANNOT_TELL ->
                asked
                        ? "It cannot be told whether it fits"
                        : "Nothing was asked for, and what Linux would do cannot be told";
            case FITS -> "What was asked for fits" + butWorse() + atMaximum("; ");
            case NOTHING_ASKED -> "Nothing was asked for" + butWorse() + atMaximum("; " + stands());
        };
    }

    private String stands() {
        Wishes wishes = plan.wishes();
        boolean asIs = !wishes.assignBusses() && wishes.hpbussize() == Wishes.DEFAULT_HPBUSSIZE;
        return asIs && plan.moved().isEmpty() ? "as it stands, " : "numbered like this, ";
    }

    private String butWorse() {
        return outlook.worse() ? ", but something gets worse than today" : "";
    }

    /** Of those that nothing was asked for. */
    private String atMaximum(String before) {
        long pfs = outlook.shortages().stream().map(Shortage::pf).distinct().count();
        if (pfs > 0) {
            return before + Words.count(pfs, "PF") + " would not fit at TotalVFs and Total SDIs"
                    + (outlook.unreadable() == 0
                            ? ""
                            : ", of " + Words.count(outlook.unreadable(), "function") + " that is not known");
        }
        if (plan.answer() == PlanAnswer.FITS) {
            return "";
        }
        if (outlook.unreadable() > 0) {
            return "; VFs and SDIs of " + Words.count(outlook.unreadable(), "function") + " are not readable"
                    + (outlook.owners() == 0 ? "" : ", all others fit at their totals");
        }
        return outlook.owners() == 0
                ? "; no function here has VFs or SDIs"
                : before + "every PF fits at TotalVFs and Total SDIs";
    }

    /** Bridges that fail alike are named together. */
    private void failures() throws IOException {
        Map<String, List<PlanFailure>> alike = new LinkedHashMap<>();
        for (PlanFailure failure : advice.failures()) {
            alike.computeIfAbsent(failure.reason() + failure.advice(), k -> new ArrayList<>())
                    .add(failure);
        }
        for (List<PlanFailure> group : alike.values()) {
            PlanFailure first = group.get(0);
            entry("fails at", first.bridge() + others(group.size() - 1) + " · " + first.reason());
            if (!first.kernelMessage().isEmpty()) {
                out.line("  kernel          " + first.kernelMessage());
            }
            entry("  to do", first.advice());
        }
    }

    private static String others(int count) {
        return count == 0 ? "" : " and " + Words.count(count, "other bridge");
    }

    private void parameters() throws IOException {
        if (plan.failures().isEmpty()) {
            for (String parameter : advice.parameters()) {
                entry("kernel parameter", parameter);
            }
            return;
        }
        if (advice.instead().isPresent()) {
            entry(
                    "try",
                    advice.parameters().isEmpty()
                            ? "no kernel parameters"
                            : advice.parameters().get(0));
        }
        if (advice.worse().isPresent()) {
            entries("  but then", advice.worse().get().worseTexts());
        }
    }

    private void moved() throws IOException {
        Map<FunctionAddress, FunctionAddress> moved = plan.moved();
        if (moved.isEmpty()) {
            return;
        }
        String first = moved.entrySet().stream()
                .limit(SHOWN)
                .map(e -> e.getKey() + " → " + e.getValue())
                .collect(Collectors.joining(", "));
        entry(
                "other addresses",
                Words.count(moved.size(), "function") + ": " + first + (moved.size() > SHOWN ? ", …" : ""));
    }
}
