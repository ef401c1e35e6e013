package ridscope.plan;

import java.util.Optional;
import ridscope.config.SiovCapability;
import ridscope.rid.StridedRids;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;
import ridscope.topology.Siov;

/** Whether the SDIs of a PF have a place. */
final class SdiCheck {

    private final PlanRun run;
    private final Unknowns unknowns;
    private final RoutedCheck routed;
    private final UnplacedCheck unplaced;

    SdiCheck(PlanRun run, Unknowns unknowns, RoutedCheck routed, UnplacedCheck unplaced) {
        this.run = run;
        this.unknowns = unknowns;
        this.routed = routed;
        this.unplaced = unplaced;
    }

    /** Those wished for, as far as it is known where they are. */
    Optional<Claim> check(Part part, SdiWish wish) {
        if (part.sdis.usable()) {
            StridedRids all =
                    part.sdis.at(WishCheck.rid(part)).withCount(wish == null ? part.sdis.total() : wish.total());
            unplaced.check(part, all, "SDI", PlanEvent.Id.SDI_BEYOND_SUBORDINATE);
            if (run.wishes().reservation() == Reservation.MAINLINE && all.extraBuses() > 0) {
                unreserved(part, all);
            }
        } else if (part.sdis.total() > 0) {
            run.log()
                    .add(
                            PlanEvent.Id.SIOV_MALFORMED,
                            part.subject(),
                            "Offset " + part.sdis.offset() + " and stride " + part.sdis.stride() + " place no "
                                    + Numbers.count(part.sdis.total(), "SDI"),
                            "");
        }
        if (wish == null || wish.total() == 0) {
            return Optional.empty();
        }
        part.known.flatMap(PciFunction::siov).filter(own -> !own.usable()).ifPresent(own -> assumed(part, wish, own));
        return wished(part, wish);
    }

    /** The device has registers that place none, and others were taken without anybody saying so. */
    private void assumed(Part part, SdiWish wish, Siov own) {
        SiovCapability registers = own.capability();
        boolean told = wish.offset().isPresent() && wish.stride().isPresent();
        if (told || registers.totalSdis() == 0) {
            return;
        }
        run.log()
                .add(
                        PlanEvent.Id.SIOV_MALFORMED,
                        part.subject(),
                        "First SDI Offset " + part.sdis.offset() + " and SDI Stride " + part.sdis.stride()
                                + " are assumed in place of " + registers.firstSdiOffset() + " and "
                                + registers.sdiStride() + ", which place no SDIs",
                        "");
    }

    private void unreserved(Part part, StridedRids all) {
        run.log()
                .add(
                        PlanEvent.Id.SIOV_UNRESERVED,
                        part.subject(),
                        all.extraBuses(),
                        "Its SDIs need " + Numbers.count(all.extraBuses(), "bus number")
                                + " beyond its own, which a kernel without the SIOV series does not reserve",
                        "");
    }

    private Optional<Claim> wished(Part part, SdiWish wish) {
        if (unknowns.sdisUnknown(part.known.orElseThrow())) {
            run.failures()
                    .undecided(unknowns.unreadable(
                            part,
                            "Where SDIs of " + part.subject()
                                    + " would be (Total SDIs, First SDI Offset, SDI Stride) is"));
            return Optional.empty();
        }
        if (!part.sdis.usable()) {
            run.failures()
                    .add(new PlanFailure(
                            part.bus.above(),
                            part.subject(),
                            "SDIs of " + part.subject() + " cannot be placed with First SDI Offset "
                                    + part.sdis.offset() + " and SDI Stride " + part.sdis.stride(),
                            "",
                            "Take an offset of at least 1, and for more than one SDI a stride of at least 1"));
            return Optional.empty();
        }
        StridedRids rids = part.sdis.at(WishCheck.rid(part)).withCount(wish.total());
        Optional<PlanGap> gap = unknowns.place(part, rids.extraBuses() > 0);
        if (gap.isPresent()) {
            run.failures().undecided(gap.get());
            return Optional.empty();
        }
        return Optional.of(routed.check(part, rids, "SDI"));
    }
}
