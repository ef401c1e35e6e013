package ridscope.desktop.busplan;

import ridscope.desktop.l10n.Messages;
import ridscope.plan.PlanSubject;
import ridscope.plan.Reservation;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Numbers;

/** Words that several parts of the view use. */
final class PlanWords {

    private PlanWords() {}

    /** {@code 3b:00.0}, with the segment where it is not 0. */
    static String address(FunctionAddress address) {
        return address.segment().equals(Segment.ZERO) ? address.rid().toString() : address.toString();
    }

    /** {@code 3b:00.0}, or {@code root bus 3a}. */
    static String subject(PlanSubject subject) {
        String bus = Numbers.hexText(subject.bus(), 2);
        String root = subject.segment().equals(Segment.ZERO) ? bus : subject.segment() + ":" + bus;
        return subject.function().map(PlanWords::address).orElseGet(() -> Messages.text("busplan.root-bus", root));
    }

    /** What a kernel is called. */
    static String kernel(Reservation rule) {
        return switch (rule) {
            case MAINLINE -> Messages.text("busplan.kernel.mainline");
            case SIOV_SERIES -> Messages.text("busplan.kernel.series");
            case CORRECT -> Messages.text("busplan.kernel.correct");
        };
    }

    /** What it reserves, a sentence. */
    static String kernelTip(Reservation rule) {
        return switch (rule) {
            case MAINLINE -> Messages.text("busplan.kernel.mainline.tip");
            case SIOV_SERIES -> Messages.text("busplan.kernel.series.tip");
            case CORRECT -> Messages.text("busplan.kernel.correct.tip");
        };
    }
}
