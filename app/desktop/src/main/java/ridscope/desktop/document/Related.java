package ridscope.desktop.document;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.Claim;

/** What a selection means beyond itself: whose VF or SDI it is, and which combs a PF has. */
public final class Related {

    private Related() {}

    /** The function that stands for a target where only functions are shown; empty for buses and unclaimed Routing IDs. */
    public static Optional<FunctionAddress> function(Document document, Target target) {
        if (target instanceof Target.OfVfs vfs) {
            return Optional.of(vfs.pf());
        } else if (target instanceof Target.OfSdis sdis) {
            return Optional.of(sdis.pf());
        } else if (target instanceof Target.OfFunction f) {
            return Optional.of(f.address());
        } else if (target instanceof Target.OfRid rid) {
            return document.function(rid.address())
                    .map(f -> f.address())
                    .or(() -> claims(document, rid).stream().findFirst().map(Claim::owner));
        }
        return Optional.empty();
    }

    /** The segment it is in. */
    public static Segment segment(Target target) {
        if (target instanceof Target.OfVfs vfs) {
            return vfs.pf().segment();
        } else if (target instanceof Target.OfSdis sdis) {
            return sdis.pf().segment();
        } else if (target instanceof Target.OfBuses buses) {
            return buses.segment();
        }
        return address(target).map(FunctionAddress::segment).orElse(Segment.ZERO);
    }

    /** Where on a map it is, when it is a function or a single Routing ID. */
    public static Optional<FunctionAddress> address(Target target) {
        if (target instanceof Target.OfFunction f) {
            return Optional.of(f.address());
        }
        return target instanceof Target.OfRid rid ? Optional.of(rid.address()) : Optional.empty();
    }

    /** The target, the functions that own it, and their combs: what every picture lights. */
    public static Set<Target> lit(Document document, Target target) {
        Set<Target> lit = new HashSet<>();
        lit.add(target);
        if (target instanceof Target.OfRid rid) {
            lit.add(new Target.OfFunction(rid.address()));
            claims(document, rid).forEach(claim -> lit.addAll(ownersOf(claim)));
        } else if (target instanceof Target.OfFunction f) {
            lit.add(new Target.OfVfs(f.address()));
            lit.add(new Target.OfSdis(f.address()));
            lit.add(new Target.OfRid(f.address()));
            document.function(f.address())
                    .flatMap(function -> function.virtual())
                    .ifPresent(vf -> lit.addAll(List.of(
                            new Target.OfFunction(vf.physicalFunction()), new Target.OfVfs(vf.physicalFunction()))));
        } else {
            function(document, target).ifPresent(owner -> lit.add(new Target.OfFunction(owner)));
        }
        return lit;
    }

    private static List<Claim> claims(Document document, Target.OfRid rid) {
        return document.ridMap(rid.address().segment())
                .map(map -> map.claimsAt(rid.address().rid()))
                .orElse(List.of());
    }

    private static List<Target> ownersOf(Claim claim) {
        Target owner = new Target.OfFunction(claim.owner());
        return switch (claim.kind()) {
            case ENABLED_VF, POSSIBLE_VF -> List.of(owner, new Target.OfVfs(claim.owner()));
            case SDI -> List.of(owner, new Target.OfSdis(claim.owner()));
            case FUNCTION, PHANTOM_FUNCTION, BRIDGE_ALIAS -> List.of(owner);
        };
    }
}
