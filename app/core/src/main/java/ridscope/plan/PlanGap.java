package ridscope.plan;

/**
 * Why it cannot be told whether the wishes fit: something that the source does not tell and the answer hangs on.
 *
 * @param subject what it is about: the function that is asked about, a bridge, or a root bus
 * @param missing what is not known, one sentence
 * @param advice how to get a source that tells it, one sentence
 */
public record PlanGap(PlanSubject subject, String missing, String advice) {}
