package ridscope.rules;

import java.util.List;
import java.util.Optional;
import ridscope.config.AriCapability;
import ridscope.topology.PciFunction;

/** A chain of functions that turns back. */
final class AriChainBroken extends PortRule {

    private static final About ABOUT = new About(
            "ARI_CHAIN_BROKEN",
            "devices whose chain of functions turns back",
            "Next Function Number must rise to the last function and then be 0. Linux ends the scan where "
                    + "it does not rise; functions behind it are not found.",
            "Ask the vendor of the device for new firmware.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction port, List<PciFunction> below) {
        if (!AriState.forwarding(input, port).orElse(false)) {
            return Optional.empty();
        }
        for (PciFunction f : below) {
            Optional<AriCapability> ari = f.express().ari();
            int own = f.address().rid().ariFunction();
            if (ari.isPresent() && ari.get().nextFunction() != 0 && ari.get().nextFunction() <= own) {
                String title = String.format(
                        "%s is function %d of its device and points to function %d as the next",
                        f.address(), own, ari.get().nextFunction());
                EvidenceList evidence = EvidenceList.none()
                        .register(f, ari.get().offset() + 4, 2, "ARI Capability (bits 15:8: Next Function Number)")
                        .control2(port);
                return Optional.of(ABOUT.finding(Severity.WARNING, f, title, evidence));
            }
        }
        return Optional.empty();
    }

    @Override
    boolean lacks(RuleInput input, PciFunction port, List<PciFunction> below) {
        Optional<Boolean> on = AriState.forwarding(input, port);
        return on.isEmpty()
                || on.get() && below.stream().anyMatch(f -> AriState.capable(f).isEmpty());
    }

    @Override
    String needs() {
        return "ARI registers";
    }
}
