package ridscope.diff;

import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/**
 * A function that both hosts have.
 *
 * @param before as it was
 * @param after as it is
 * @param basis why they are the same
 */
public record Pair(PciFunction before, PciFunction after, Basis basis) {

    /** Where it was. */
    public FunctionAddress from() {
        return before.address();
    }

    /** Where it is. */
    public FunctionAddress to() {
        return after.address();
    }

    /** Whether it has another address. */
    public boolean readdressed() {
        return !from().equals(to());
    }
}
