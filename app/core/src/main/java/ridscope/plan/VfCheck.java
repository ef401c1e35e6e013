package ridscope.plan;

import java.util.Optional;
import ridscope.rid.StridedRids;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;

/** Whether the VFs of a PF could be enabled. Where Linux gives up, nothing behind that is looked at. */
final class VfCheck {

    private final PlanRun run;
    private final Unknowns unknowns;
    private final RoutedCheck routed;
    private final UnplacedCheck unplaced;

    VfCheck(PlanRun run, Unknowns unknowns, RoutedCheck routed, UnplacedCheck unplaced) {
        this.run = run;
        this.unknowns = unknowns;
        this.routed = routed;
        this.unplaced = unplaced;
    }

    /** Those wished for, if they come to be. */
    Optional<Claim> check(Part part, Integer wish) {
        if (part.vfs.usable()) {
            int count = wish == null ? part.vfs.total() : Math.min(wish, part.vfs.total());
            StridedRids all = part.vfs.at(WishCheck.rid(part)).withCount(count);
            unplaced.check(part, all, "VF", PlanEvent.Id.VF_BEYOND_SUBORDINATE);
        }
        return wish == null || wish == 0 ? Optional.empty() : wished(part, wish);
    }

    private Optional<Claim> wished(Part part, int wish) {
        PciFunction pf = part.known.orElseThrow();
        EnableCheck check = EnableCheck.of(
                run.topology(),
                pf,
                part.planned().orElseThrow(),
                part.bus.range.end(),
                run.wishes().reservation());
        EnableCheck.Result result = check.afterReset(wish);
        boolean hangsOnPlace = result.allowed() || result.outcome() == EnableCheck.Outcome.NO_BUS;
        if (Unknowns.vfsUnknown(pf) && (hangsOnPlace || result.outcome() == EnableCheck.Outcome.NO_PF)) {
            run.failures()
                    .undecided(unknowns.unreadable(
                            part,
                            "Where VFs of " + part.subject() + " would be (" + Unknowns.missingOfVfs(pf) + ") is"));
            return Optional.empty();
        }
        StridedRids rids = part.vfs.at(WishCheck.rid(part)).withCount(wish);
        Optional<PlanGap> gap =
                hangsOnPlace ? unknowns.place(part, part.vfs.usable() && rids.extraBuses() > 0) : Optional.empty();
        if (gap.isPresent()) {
            run.failures().undecided(gap.get());
            return Optional.empty();
        }
        if (!result.allowed()) {
            run.failures()
                    .add(new PlanFailure(
                            result.outcome() == EnableCheck.Outcome.NO_BUS ? part.bus.above() : part.subject(),
                            part.subject(),
                            result.words() + " (write to sriov_numvfs: "
                                    + result.outcome().error() + ")",
                            result.kernelMessage(),
                            advice(part, pf, result.outcome(), check.largest())));
            return Optional.empty();
        }
        notes(part, result, wish);
        Claim claim = routed.check(part, rids, "VF");
        ari(part, rids);
        return Optional.of(claim);
    }

    private void notes(Part part, EnableCheck.Result result, int wish) {
        if (result.sampledAt().isPresent() && result.sampledAt().getAsInt() != wish) {
            int sampled = result.sampledAt().getAsInt();
            run.log()
                    .add(
                            PlanEvent.Id.SRIOV_OFFSET_SAMPLED,
                            part.subject(),
                            sampled,
                            "Computed with First VF Offset " + part.vfs.offset() + " and VF Stride " + part.vfs.stride()
                                    + " as read at NumVFs = " + sampled,
                            "");
        }
        if (!result.unchecked().isEmpty()) {
            run.log()
                    .add(
                            PlanEvent.Id.SRIOV_UNCHECKED,
                            part.subject(),
                            "Not checked: " + String.join("; ", result.unchecked()),
                            "");
        }
    }

    /** Of fewer none is named that ARI forwarding would be missing for. */
    private String advice(Part part, PciFunction pf, EnableCheck.Outcome outcome, int largest) {
        if (outcome == EnableCheck.Outcome.MORE_THAN_TOTAL && Unknowns.vfsUnknown(pf)) {
            return "Take at most " + Numbers.count(EnableCheck.totalVfs(pf), "VF")
                    + "; how many of them have bus numbers is not known";
        }
        int most = Math.min(largest, reached(part, pf));
        return largest > 0 && most == 0
                ? sentence(Ari.advice(run.topology(), pf, run.wishes()))
                : EnableAdvice.of(outcome, most, part);
    }

    private int reached(Part part, PciFunction pf) {
        return Ari.reached(pf, WishCheck.rid(part), Ari.planned(run.topology(), pf, run.wishes()));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void ari(Part part, StridedRids rids) {
        int need = Ari.needing(rids);
        if (need == 0 || part.above == null || part.above.known.isEmpty()) {
            return;
        }
        PciFunction pf = part.known.orElseThrow();
        Optional<Boolean> on = Ari.planned(run.topology(), pf, run.wishes());
        if (on.isEmpty() && Ari.port(run.topology(), pf).isPresent()) {
            run.failures()
                    .undecided(unknowns.unreadable(
                            part,
                            WishCheck.share(need, rids.count(), "VF") + " of " + part.subject()
                                    + " need ARI forwarding in " + part.above.subject()
                                    + ", and whether it has that is"));
        } else if (on.filter(yes -> !yes).isPresent()) {
            String text = WishCheck.share(need, rids.count(), "VF") + " of " + part.subject()
                    + (need == 1 ? " has" : " have") + " a device number above 0 on bus "
                    + PlanLog.bus(part.bus.number) + ", which a port without ARI forwarding does not reach";
            int most = reached(part, pf);
            String instead = Ari.advice(run.topology(), pf, run.wishes());
            run.log().add(PlanEvent.Id.ARI_REQUIRED_VF, part.subject(), need, text, "");
            run.failures()
                    .add(new PlanFailure(
                            part.above.subject(),
                            part.subject(),
                            text,
                            "",
                            most > 0
                                    ? "Take at most " + Numbers.count(most, "VF") + ", or " + instead
                                    : sentence(instead)));
        }
    }
}
