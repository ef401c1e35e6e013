package ridscope.desktop.busplan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ridscope.desktop.l10n.Messages;
import ridscope.plan.Loss;
import ridscope.plan.Outlook;
import ridscope.plan.PlanAnswer;
import ridscope.plan.Shortage;

/** What is said of a plan in which nothing fails: what that speaks of, and what it means for the others. */
final class VerdictWords {

    /** Of each kind named. */
    private static final int FEW = 2;

    private VerdictWords() {}

    static String of(PlanResult result) {
        List<String> sentences = new ArrayList<>();
        Outlook outlook = result.outlook();
        if (result.plan().answer() == PlanAnswer.CANNOT_TELL) {
            sentences.add(Messages.text(
                    "busplan.cannot-tell", result.plan().gaps().get(0).missing()));
        } else {
            boolean asked = result.plan().answer() == PlanAnswer.FITS;
            sentences.add(Messages.text(asked ? "busplan.fits" : "busplan.nothing-asked"));
            long pfs = outlook.shortages().stream().map(Shortage::pf).distinct().count();
            if (pfs > 0) {
                sentences.add(Messages.text(
                        "busplan.short",
                        Messages.count("busplan.pfs", pfs),
                        some(outlook.shortages().stream().map(Shortage::text).toList())));
            }
        }
        if (outlook.worse()) {
            sentences.add(Messages.text("busplan.worse", worse(outlook)));
        }
        if (result.moved() > 0) {
            sentences.add(Messages.text("busplan.sentence", Messages.count("busplan.moved", result.moved())));
        }
        return String.join(" ", sentences);
    }

    /** The first things that would be worse than today. */
    static String worse(Outlook outlook) {
        List<String> all = new ArrayList<>();
        if (!outlook.notFound().isEmpty()) {
            all.add(Messages.count("busplan.not-found", outlook.notFound().size()));
        }
        outlook.losses().stream().map(Loss::text).forEach(all::add);
        return some(all);
    }

    private static String some(List<String> all) {
        String first = all.stream().limit(FEW).collect(Collectors.joining("; "));
        return all.size() > FEW ? Messages.text("busplan.and-more", first, all.size() - FEW) : first;
    }
}
