package ridscope.report;

/**
 * One line about a function of two hosts: what it is about, and what each host says.
 *
 * @param kind what sort of line
 * @param what which fact, register, rule
 * @param before what the earlier host says; empty if nothing
 * @param after what the later host says; empty if nothing
 */
public record Difference(Kind kind, String what, String before, String after) {

    /** Sorts of lines, in the order in which they are listed. */
    public enum Kind {
        /** Of the host or of the function. */
        FACT,
        /** Something that a rule says of one of them. */
        FINDING,
        /** A register or a bit field of one. */
        REGISTER,
        /** Only one of them tells it, so that nothing follows from it. */
        NOT_COMPARABLE
    }

    /** {@code driver ice → vfio-pci}. */
    String inWords() {
        return what + " " + before + " → " + after;
    }
}
