package ridscope.plan;

import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;

/** How many bus numbers a kernel sets aside on a bus for the VFs and SDIs of its PFs (enumeration step C3). */
final class IovReservation {

    private final Reservation rule;

    IovReservation(Reservation rule) {
        this.rule = rule;
    }

    /**
     * Additional numbers, as the kernel would add them; negative where the series' arithmetic wraps. PFs share them: the one
     * that reaches farthest counts.
     */
    BridgePlan.Reserve on(KernelBus bus) {
        long vfs = 0;
        long sdis = 0;
        Part farthestVf = null;
        Part farthestSdi = null;
        for (Part part : bus.functions) {
            RoutingId pf = RoutingId.of(bus.number, part.devfn);
            long vf = part.vfs.usable() ? lastVfBus(part.vfs.at(pf)) : 0;
            long sdi = part.sdis.usable() ? lastSdiBus(part.sdis.at(pf)) : 0;
            farthestVf = vf > vfs ? part : farthestVf;
            farthestSdi = sdi > sdis ? part : farthestSdi;
            vfs = Math.max(vfs, vf);
            sdis = Math.max(sdis, sdi);
        }
        long forVfs = vfs == 0 ? 0 : vfs - bus.number;
        long forSdis = sdis == 0 ? 0 : sdis - bus.number;
        long all = rule == Reservation.MAINLINE ? forVfs : Math.max(forVfs, forSdis);
        if (rule == Reservation.CORRECT) {
            all = Math.min(all, 0xff - bus.number);
        }
        boolean sdiCounts = rule != Reservation.MAINLINE && forSdis > forVfs;
        Part why = sdiCounts ? farthestSdi : farthestVf;
        return new BridgePlan.Reserve(BridgePlan.Reserve.Kind.IOV, all, why == null ? "" : words(why, sdiCounts));
    }

    private static String words(Part part, boolean sdis) {
        int total = sdis ? part.sdis.total() : part.vfs.total();
        return (total == 1 ? "1 " : total + " ") + (sdis ? "SDI" : "VF") + (total == 1 ? "" : "s") + " of "
                + part.subject();
    }

    /**
     * Linux {@code compute_max_vf_buses}. On the way down from TotalVFs its 8-bit field ends at the highest bus that exists and
     * has a VF, which is what counts here; where no VF has a bus that exists nothing is set aside, rather than what is left
     * of the number in 8 bits.
     */
    private long lastVfBus(StridedRids vfs) {
        return switch (rule) {
            case MAINLINE -> {
                int fitting = vfs.countUpTo(RoutingId.COUNT - 1);
                yield fitting == 0 ? 0 : vfs.at(fitting - 1).bus();
            }
            case SIOV_SERIES -> highestWrappedBus(vfs);
            case CORRECT -> vfs.last().bus();
        };
    }

    /** The series' {@code siov_init} looks at the last SDI only. */
    private long lastSdiBus(StridedRids sdis) {
        return rule == Reservation.CORRECT
                ? sdis.last().bus()
                : sdis.last().wrapped().bus();
    }

    private static long highestWrappedBus(StridedRids vfs) {
        if (vfs.last().fits()) {
            return vfs.last().bus();
        }
        long highest = 0;
        for (int k = 0; k < vfs.count(); k++) {
            highest = Math.max(highest, vfs.at(k).wrapped().bus());
        }
        return highest;
    }
}
