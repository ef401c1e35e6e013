package ridscope.diff;

import java.util.List;
import java.util.Optional;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/**
 * What became of one function of two hosts.
 *
 * @param fate in one word
 * @param before as it was; empty for a new one
 * @param after as it is; empty for one that is gone
 * @param basis why the two are the same; empty unless both are there
 * @param changes what is told of it, or of what it follows, in the order of {@link Comparison#changes}
 */
public record FunctionFate(
        Fate fate,
        Optional<PciFunction> before,
        Optional<PciFunction> after,
        Optional<Basis> basis,
        List<Change> changes) {

    public FunctionFate {
        changes = List.copyOf(changes);
    }

    /** Where it was. */
    public Optional<FunctionAddress> from() {
        return before.map(PciFunction::address);
    }

    /** Where it is. */
    public Optional<FunctionAddress> to() {
        return after.map(PciFunction::address);
    }

    /** The same where registers count too, and some differ: a function of which nothing else does is changed. */
    public FunctionFate withRegisters() {
        return fate == Fate.SAME ? new FunctionFate(Fate.CHANGED, before, after, basis, changes) : this;
    }

    /** Its old address, or the new one of a new function: the order in which they are listed. */
    FunctionAddress listedAt() {
        return from().or(this::to).orElseThrow();
    }
}
