package ridscope.rules;

import java.util.List;
import java.util.Optional;
import ridscope.topology.PciFunction;

/** ARI that both ends can do and that is off. */
final class AriAvailableUnused extends PortRule {

    private static final About ABOUT = new About(
            "ARI_AVAILABLE_UNUSED",
            "ports whose ARI Forwarding is off although both ends can do it",
            "Linux turns it on when it scans function 0 of such a device; that it is off is typical of "
                    + "pci=noari, or of firmware that keeps control of the port. Devices may place their VFs further "
                    + "away then.",
            "Boot without pci=noari if VFs are to be used.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction port, List<PciFunction> below) {
        Optional<PciFunction> zero =
                functionZero(below).filter(f -> f.express().ari().isPresent());
        boolean supported = AriState.supported(port).orElse(false);
        boolean on = AriState.forwarding(input, port).orElse(true);
        if (zero.isEmpty() || !supported || on) {
            return Optional.empty();
        }
        int at = zero.get().express().ari().orElseThrow().offset();
        String title = String.format(
                "%s can forward ARI, %s below it has the capability, and it is off",
                port.address(), zero.get().address());
        return Optional.of(ABOUT.finding(
                Severity.INFO,
                port,
                title,
                EvidenceList.none().control2(port).register(zero.get(), at, 4, "ARI capability")));
    }

    @Override
    boolean lacks(RuleInput input, PciFunction port, List<PciFunction> below) {
        Optional<PciFunction> zero = functionZero(below);
        Optional<Boolean> supported = AriState.supported(port);
        boolean moot = zero.isEmpty() || supported.isPresent() && !supported.get();
        return !moot && (supported.isEmpty() || zero.flatMap(AriState::capable).isEmpty());
    }

    @Override
    String needs() {
        return "ARI registers";
    }
}
