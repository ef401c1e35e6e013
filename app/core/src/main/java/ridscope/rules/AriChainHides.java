package ridscope.rules;

import java.util.List;
import java.util.Optional;
import ridscope.config.AriCapability;
import ridscope.topology.PciFunction;

/** A multifunction device whose chain ends at function 0. */
final class AriChainHides extends PortRule {

    private static final About ABOUT = new About(
            "ARI_CHAIN_HIDES",
            "multifunction devices whose chain of functions ends at function 0",
            "With ARI on, Linux looks for other functions only where Next Function Number points. The "
                    + "header says there are more; they are not found although they may answer.",
            "Boot once with pci=noari to see them; ask the vendor of the device for new firmware.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction port, List<PciFunction> below) {
        Optional<PciFunction> zero = functionZero(below);
        boolean several = zero.flatMap(f -> f.identity().multifunction()).orElse(false);
        Optional<AriCapability> ari = zero.flatMap(f -> f.express().ari());
        boolean on = AriState.forwarding(input, port).orElse(false);
        if (!several || !on || ari.isEmpty() || ari.get().nextFunction() != 0) {
            return Optional.empty();
        }
        String title = String.format(
                "%s is multifunction and its Next Function Number is 0 with ARI on: other functions of it are not found",
                zero.get().address());
        EvidenceList evidence = EvidenceList.none()
                .register(zero.get(), 0x0e, 1, "Header Type (bit 7: multifunction)")
                .register(zero.get(), ari.get().offset() + 4, 2, "ARI Capability (bits 15:8: Next Function Number)")
                .control2(port);
        return Optional.of(ABOUT.finding(Severity.INFO, zero.get(), title, evidence));
    }

    @Override
    boolean lacks(RuleInput input, PciFunction port, List<PciFunction> below) {
        Optional<Boolean> on = AriState.forwarding(input, port);
        Optional<PciFunction> zero = functionZero(below);
        boolean moot = zero.isEmpty() || on.isPresent() && !on.get();
        return !moot
                && (on.isEmpty()
                        || zero.flatMap(AriState::capable).isEmpty()
                        || zero.get().identity().multifunction().isEmpty());
    }

    @Override
    String needs() {
        return "ARI registers";
    }
}
