package ridscope.topology;

import ridscope.rid.FunctionAddress;

/**
 * Why a function is a VF.
 *
 * @param physicalFunction its PF
 * @param index 0 to NumVFs − 1
 * @param evidence how it is known
 */
public record VirtualFunction(FunctionAddress physicalFunction, int index, Evidence evidence) {

    /** Where the knowledge comes from. */
    public enum Evidence {
        /** A sysfs link {@code physfn} or {@code virtfnN}. */
        SYSFS,
        /** Its RID is PF + First VF Offset + index × VF Stride of an enabled PF. */
        FORMULA
    }
}
