package ridscope.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import ridscope.ridmap.Claim.Kind;
import ridscope.ridmap.IovPlacement;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** VFs that are reached with ARI only, below a port that has it off. */
final class AriRequiredVf extends IovRule {

    private static final About ABOUT = new About(
            "ARI_REQUIRED_VF",
            "PFs with VFs that need ARI Forwarding of a port that has it off",
            "VFs on the bus of their PF with a device number above 0 are reached only if the port above "
                    + "forwards such numbers. VFs on other buses never need it.",
            "Boot without pci=noari and with a port that can do ARI; many devices then also report another "
                    + "First VF Offset.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean concerns(IovPlacement placement) {
        return placement.kind() == Kind.POSSIBLE_VF;
    }

    @Override
    boolean aboutSdis() {
        return false;
    }

    @Override
    Optional<Hit> hit(Candidates set) {
        Optional<PciFunction> port = set.input().hierarchy().portAbove(set.pf());
        Optional<Boolean> forwarding = port.flatMap(p -> AriState.forwarding(set.input(), p));
        OptionalInt first = set.rids().firstBeyondDeviceZero();
        if (forwarding.isEmpty() || forwarding.get() || first.isEmpty()) {
            return Optional.empty();
        }
        int count = set.rids().countUpTo(set.pf().address().bus() * 256L + 255) - first.getAsInt();
        String rest = String.format(
                "%s ARI, and ARI Forwarding of %s above is off",
                count == 1 ? "needs" : "need", port.get().address());
        return Optional.of(new Hit(
                count,
                first.getAsInt(),
                rest,
                EvidenceList.none().control2(port.get()).list()));
    }

    @Override
    boolean hangsOnBridges(IovPlacement placement) {
        return placement.rids().firstBeyondDeviceZero().isPresent();
    }

    @Override
    Stream<PciFunction> blind(RuleInput input, List<IovPlacement> hanging) {
        return hanging.stream()
                .flatMap(p -> input.hierarchy().above(input.function(p)).stream())
                .filter(above -> doubtful(input, above));
    }

    @Override
    String needsOfBridges() {
        return "Device Control 2";
    }

    private static boolean doubtful(RuleInput input, PciFunction above) {
        return above.role() == Role.UNKNOWN_BRIDGE
                || above.role().downstreamPort()
                        && AriState.forwarding(input, above).isEmpty();
    }
}
