package ridscope.isolation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;

/**
 * Functions that a running kernel groups otherwise than the registers let expect.
 *
 * @param told the kernel's groups that are involved, by number
 * @param computed the computed groups of the same functions, by their lowest member
 */
public record GroupDifference(
        SortedMap<Integer, SortedSet<FunctionAddress>> told, List<SortedSet<FunctionAddress>> computed) {

    public GroupDifference {
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
        computed = List.copyOf(computed);
    }

    /** The lowest function involved. */
    public FunctionAddress first() {
        return computed.get(0).first();
    }
}
