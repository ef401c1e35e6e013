package ridscope.plan;

/** How a plan ends. */
public enum PlanAnswer {
    /** No VFs, SDIs or cards were asked for, and every bridge gets its numbers. */
    NOTHING_ASKED,
    /** What was asked for gets its numbers. */
    FITS,
    /** Something does not, whatever else is not known. */
    DOES_NOT_FIT,
    /** Nothing is known not to fit, but the answer hangs on what the source does not tell. */
    CANNOT_TELL
}
