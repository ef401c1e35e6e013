package ridscope.enumerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.config.Views;
import ridscope.host.OsFacts;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.topology.Siov;
import ridscope.topology.SrIov;

/** SR-IOV and SIOV of one PF, with the validity rules of Linux {@code sriov_init} and the SIOV series' {@code siov_init}. */
final class IovViews {

    private IovViews() {}

    /** From the capability, or what was printed of it, or where that is not readable from sysfs attributes. */
    static Optional<SrIov> srIov(Draft draft) {
        OsFacts.SrIovAttributes attributes = draft.record.os().sriov();
        return Views.srIov(draft.record.config(), draft.capabilities)
                .or(draft.record.listing()::sriov)
                .map(c -> fromCapability(draft.address.rid(), c, attributes))
                .or(() -> attributes.totalVfs().isPresent()
                        ? Optional.of(fromAttributes(draft.address.rid(), attributes))
                        : Optional.empty());
    }

    private static SrIov fromCapability(RoutingId pf, SrIovCapability c, OsFacts.SrIovAttributes attributes) {
        List<String> problems = new ArrayList<>();
        Optional<StridedRids> possible =
                place(new StridedRids(pf, c.firstVfOffset(), c.vfStride(), c.totalVfs()), "VF", problems);
        if (c.totalVfs() > 0 && c.initialVfs() > c.totalVfs()) {
            problems.add("InitialVFs " + c.initialVfs() + " exceeds TotalVFs " + c.totalVfs() + ": enabling VFs fails");
        } else if (c.totalVfs() > 0 && c.initialVfs() != c.totalVfs() && !c.migrationCapable()) {
            problems.add("InitialVFs " + c.initialVfs() + " differs from TotalVFs " + c.totalVfs()
                    + " without VF migration: enabling VFs fails");
        }
        return new SrIov(
                Optional.of(c),
                c.enabled(),
                c.totalVfs(),
                attributes.totalVfs(),
                c.numVfs(),
                OptionalInt.of(c.firstVfOffset()),
                OptionalInt.of(c.vfStride()),
                OptionalInt.of(c.vfDeviceId()),
                possible,
                problems);
    }

    private static SrIov fromAttributes(RoutingId pf, OsFacts.SrIovAttributes a) {
        List<String> problems = new ArrayList<>();
        int total = a.totalVfs().orElse(0) & 0xffff;
        int num = a.numVfs().orElse(0) & 0xffff;
        Optional<StridedRids> possible = a.offset().isPresent() && a.stride().isPresent()
                ? place(
                        new StridedRids(
                                pf, a.offset().getAsInt() & 0xffff, a.stride().getAsInt() & 0xffff, total),
                        "VF",
                        problems)
                : Optional.empty();
        return new SrIov(
                Optional.empty(),
                num > 0,
                total,
                a.totalVfs(),
                num,
                a.offset(),
                a.stride(),
                a.vfDevice(),
                possible,
                problems);
    }

    /** The SIOV view; also one with Total SDIs 0, which is legal and empty. */
    static Optional<Siov> siov(Draft draft) {
        return Views.siov(draft.record.config(), draft.capabilities)
                .or(draft.record.listing()::siov)
                .map(c -> siov(draft.address.rid(), c));
    }

    private static Siov siov(RoutingId pf, SiovCapability c) {
        List<String> problems = new ArrayList<>();
        Optional<StridedRids> sdis =
                place(new StridedRids(pf, c.firstSdiOffset(), c.sdiStride(), c.totalSdis()), "SDI", problems);
        return new Siov(c, sdis, problems);
    }

    private static Optional<StridedRids> place(StridedRids rids, String what, List<String> problems) {
        if (rids.count() == 0) {
            problems.add("Total " + what + "s is 0");
        } else if (rids.offset() == 0) {
            problems.add("First " + what + " Offset is 0: " + what + " 0 would be the PF itself");
        } else if (rids.stride() == 0 && rids.count() > 1) {
            problems.add(what + " Stride is 0 with " + rids.count() + " " + what + "s: all would have one Routing ID");
        } else {
            return Optional.of(rids);
        }
        return Optional.empty();
    }
}
