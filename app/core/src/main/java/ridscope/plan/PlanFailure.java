package ridscope.plan;

/**
 * Why the wishes do not fit.
 *
 * @param bridge the bridge (or root bus) where it fails; the PF where that refuses, whatever is above it
 * @param subject whose wish fails; the bridge itself where it gets no number
 * @param reason one sentence with the numbers in it
 * @param kernelMessage what Linux logs, without the device's name in front; empty where it says nothing
 * @param advice what to do, one sentence
 */
public record PlanFailure(PlanSubject bridge, PlanSubject subject, String reason, String kernelMessage, String advice) {

    /** The same, with another way out added to the advice. */
    PlanFailure or(String other) {
        return new PlanFailure(bridge, subject, reason, kernelMessage, advice + ", or " + other);
    }
}
