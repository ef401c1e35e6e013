package ridscope.plan;

import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;

/**
 * What VFs or SDIs of a function would be reserved by.
 *
 * @param initial InitialVFs; the total for SDIs
 * @param total TotalVFs or Total SDIs
 * @param offset First Offset
 * @param stride Stride
 */
record IovRegisters(int initial, int total, int offset, int stride) {

    /** No VFs and no SDIs. */
    static final IovRegisters NONE = new IovRegisters(0, 0, 0, 0);

    /**
     * Whether Linux would take them: an offset of 0, or a stride of 0 with more than one, makes {@code sriov_init} and the
     * series' {@code siov_init} give up.
     */
    boolean usable() {
        return total > 0 && offset > 0 && (total == 1 || stride > 0);
    }

    /** Where they land from a PF. */
    StridedRids at(RoutingId pf) {
        return new StridedRids(pf, offset, stride, total);
    }

    /**
     * Bus numbers that the first so many need beyond the PF's own; does not depend on its bus.
     *
     * @param devfn of the PF
     */
    long extraBuses(int devfn, int count) {
        return usable() && count > 0 ? new StridedRids(new RoutingId(devfn), offset, stride, count).extraBuses() : 0;
    }
}
