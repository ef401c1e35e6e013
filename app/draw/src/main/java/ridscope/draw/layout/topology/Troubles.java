package ridscope.draw.layout.topology;

import static ridscope.draw.layout.Counts.grouped;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.rid.FunctionAddress;
import ridscope.ridmap.Claim;
import ridscope.ridmap.Conflict;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;

/** What is wrong with a function, with its VFs or SDIs or by the boot log, in words below its card. */
final class Troubles {

    private record Owner(FunctionAddress pf, boolean sdi) {}

    private final Stacks stacks;
    private final BootMessages bootLog;
    private final Map<Owner, String> collisions = new HashMap<>();

    Troubles(Stacks stacks, BootMessages bootLog, Collection<RidMap> ridMaps) {
        this.stacks = stacks;
        this.bootLog = bootLog;
        for (RidMap map : ridMaps) {
            map.conflicts().forEach(this::remember);
        }
    }

    private void remember(Conflict conflict) {
        for (Claim mine : conflict.claims()) {
            boolean sdi = mine.kind() == Claim.Kind.SDI;
            Owner owner = new Owner(mine.owner(), sdi);
            if ((sdi || vf(mine.kind())) && !collisions.containsKey(owner)) {
                other(conflict, mine).ifPresent(theirs -> collisions.put(owner, sentence(mine, theirs)));
            }
        }
    }

    private static Optional<Claim> other(Conflict conflict, Claim mine) {
        return conflict.claims().stream().filter(c -> !c.equals(mine)).findFirst();
    }

    private static boolean vf(Claim.Kind kind) {
        return kind == Claim.Kind.ENABLED_VF || kind == Claim.Kind.POSSIBLE_VF;
    }

    private static String sentence(Claim mine, Claim theirs) {
        String who = Hex.bdf(theirs.owner());
        String what = switch (theirs.kind()) {
            case FUNCTION -> " is the RID of " + who;
            case ENABLED_VF, POSSIBLE_VF, SDI -> " is also " + name(theirs) + " of " + who;
            case PHANTOM_FUNCTION -> " is a phantom function of " + who;
            case BRIDGE_ALIAS -> " is the alias of bridge " + who;
        };
        return name(mine) + what;
    }

    private static String name(Claim claim) {
        String kind = claim.kind() == Claim.Kind.SDI ? "SDI" : "VF";
        return claim.index().isPresent() ? kind + " " + claim.index().getAsInt() : "a " + kind;
    }

    /** One entry per trouble; empty when all is well. */
    List<Remark> of(PciFunction pf) {
        List<Remark> words = new ArrayList<>();
        pf.sriov()
                .ifPresent(
                        s -> s.problems().stream().findFirst().ifPresent(p -> words.add(Remark.wrong("SR-IOV: " + p))));
        about(pf, false, words);
        pf.siov()
                .filter(s -> s.capability().totalSdis() > 0)
                .ifPresent(
                        s -> s.problems().stream().findFirst().ifPresent(p -> words.add(Remark.wrong("SIOV: " + p))));
        about(pf, true, words);
        bootLog.remark(pf).ifPresent(words::add);
        return words;
    }

    private void about(PciFunction pf, boolean sdi, List<Remark> words) {
        Optional<IovPlacement> placement = stacks.placement(pf.address(), sdi);
        placement.filter(p -> p.outside() > 0).ifPresent(p -> words.add(Remark.wrong(outside(p, sdi))));
        int count = placement.map(IovPlacement::conflicts).orElse(0);
        String collision = collisions.get(new Owner(pf.address(), sdi));
        if (count > 0 && collision != null) {
            words.add(Remark.wrong(collision + (count > 1 ? " · " + grouped(count - 1) + " more collide" : "")));
        }
    }

    private static String outside(IovPlacement p, boolean sdi) {
        String kind = (sdi ? "SDI" : "VF") + (p.outside() == 1 ? "" : "s");
        return grouped(p.outside()) + " " + kind
                + p.routed().map(r -> " outside " + Hex.range(r)).orElse(" on buses nobody routes");
    }
}
