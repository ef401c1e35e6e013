package ridscope.plan;

/**
 * How the numbers that a bus may hand out are spread among its bridges (enumeration steps C4 to C6). All figures are unsigned
 * 32-bit numbers, and the subtraction wraps as in Linux.
 */
final class HotplugShare {

    private final int available;
    private int hot;
    private int normal;
    private int used;

    /**
     * @param available numbers to hand out
     * @param used numbers taken for VFs and SDIs
     */
    HotplugShare(int available, int used, Iterable<Part> bridges) {
        this.available = available;
        this.used = used;
        for (Part bridge : bridges) {
            if (bridge.hotplug) {
                hot++;
            } else {
                normal++;
            }
        }
    }

    /** Pass 0 went over a bridge. */
    void counted(int before, int after) {
        used++;
        took(before, after);
    }

    /** A pass went over a bridge; its own number is counted already. */
    void took(int before, int after) {
        if (Integer.compareUnsigned(after - before, 1) > 0) {
            used += after - before - 1;
        }
    }

    /** What a bridge may take beyond its own number in pass 1. */
    int extra(Part bridge) {
        if (hot == 0 && normal == 1) {
            return available;
        }
        if (!bridge.hotplug) {
            return 0;
        }
        int share = Integer.divideUnsigned(available, hot);
        int rest = available - used + 1;
        return Integer.compareUnsigned(share, rest) < 0 ? share : rest;
    }

    /** Whether the limit on what hot-plug ports take has wrapped away while there is something to take. */
    boolean wrapped() {
        return hot > 0
                && Integer.divideUnsigned(available, hot) != 0
                && Integer.toUnsignedLong(used) > Integer.toUnsignedLong(available) + 1;
    }
}
