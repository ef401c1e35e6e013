package ridscope.plan;

import java.util.List;
import java.util.OptionalLong;

/**
 * Something that happened on the way to the planned numbers, or that follows from them.
 *
 * @param id stable, such as {@code BUS_EXHAUSTED}; the same as that of the finding with that meaning where there is one
 * @param subject what it is about
 * @param number the figure in it: a bus number, a count; empty where there is none
 * @param text one sentence
 * @param kernelMessage what Linux would log, without the device's name in front; empty where it says nothing
 */
public record PlanEvent(Id id, PlanSubject subject, OptionalLong number, String text, String kernelMessage) {

    /** Kinds of events. */
    public enum Id {
        /** A bridge needed a number where its parent's range, or all 256, had none left. Number: the number it needed. */
        BUS_EXHAUSTED,
        /** A root bus whose window does not hold the numbers Linux would hand out. Number: bridges without a place in it. */
        PLAN_WOULD_EXHAUST,
        /** {@code pci=hpbussize=0} with hot-plug ports there. Number: how many. */
        HPBUSSIZE_ZERO,
        /** A hot-plug port got numbers that plain siblings needed (3.2 C6 wraps). Number: what it got beyond its own. */
        HOTPLUG_STARVES_SIBLING,
        /** What hangs below a kept bridge needs numbers beyond its range. Number: the highest needed. */
        MAX_BUSN_EXCEEDED,
        /** Linux calls the devices behind this bridge unusable. Number: its secondary bus. */
        DEVICES_UNUSABLE,
        /** A secondary bus number that another bridge has already. Number: it. */
        SECONDARY_SHARED,
        /** Two bridges, neither above the other, with common numbers. Number: the first of them. */
        BUS_OVERLAP,
        /** A range that is not inside that of the bridge above. */
        RANGE_OUTSIDE_PARENT,
        /** A range that is not inside the window of the root bus. */
        RANGE_OUTSIDE_ROOT,
        /** A range that ends before it begins. */
        RANGE_INVERTED,
        /** Registers as firmware left them that Linux does not believe: configured, but not above the bus it sits on. */
        SECONDARY_NOT_ABOVE_PRIMARY,
        /** Likewise: subordinate below secondary. */
        SUBORDINATE_BELOW_SECONDARY,
        /** Likewise: primary is another bus. */
        PRIMARY_MISMATCH,
        /** Primary reads 0 below another bus; Linux takes it for hard-wired. */
        PRIMARY_HARDWIRED,
        /** A kept bridge that ends at ff in front of one that needs numbers. */
        SUBORDINATE_FF_BLOCKS,
        /** Free numbers below the highest kept one that will not be handed out. Number: how many. */
        GAP_LOST,
        /** The registers of a bridge are not in the snapshot; its numbers were taken from what is seen below. */
        BUS_NUMBERS_UNKNOWN,
        /** VFs or SDIs beyond Routing ID ffff. Number: how many. */
        RID_OVERFLOW,
        /** VFs on buses beyond the subordinate number above. Number: how many. */
        VF_BEYOND_SUBORDINATE,
        /** SDIs on buses beyond the subordinate number above. Number: how many. */
        SDI_BEYOND_SUBORDINATE,
        /** Routing IDs that two of function, VF and SDI would claim. Number: how many. */
        IOV_COLLISION,
        /** VFs or SDIs on a bus that belongs to another bridge. Number: the first such bus. */
        IOV_BUS_FOREIGN,
        /** VFs on the PF's own bus beyond device 0 below a port without ARI forwarding. Number: how many. */
        ARI_REQUIRED_VF,
        /** Offset and stride are those the device shows at another NumVFs. Number: that NumVFs. */
        SRIOV_OFFSET_SAMPLED,
        /** What Linux looks at too before it enables VFs, and the snapshot does not tell. */
        SRIOV_UNCHECKED,
        /** SDIs need buses that this kernel does not reserve. Number: how many buses. */
        SIOV_UNRESERVED,
        /** A SIOV capability with offset 0, or stride 0 and more than one SDI. */
        SIOV_MALFORMED,
        /** A switch that could not be added to a running system: no number free above it. */
        HOT_ADD_NO_NUMBER,
        /** Where the root bus window ends is a guess. Number: the guessed end. */
        ROOT_END_ASSUMED
    }

    /** Events of one kind. */
    static List<PlanEvent> of(List<PlanEvent> events, Id id) {
        return events.stream().filter(e -> e.id == id).toList();
    }
}
