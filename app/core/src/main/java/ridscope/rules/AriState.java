package ridscope.rules;

import java.util.Optional;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.PciExpress;
import ridscope.config.PciExpress.DeviceControl2;
import ridscope.topology.PciFunction;

/**
 * ARI Forwarding of a port, from Device Control 2, or from the attribute {@code ari_enabled} of a function below it where the
 * registers are not in the snapshot.
 */
final class AriState {

    private AriState() {}

    /** Whether the bit is set; empty where nothing tells. */
    static Optional<Boolean> forwarding(RuleInput input, PciFunction port) {
        Optional<PciExpress> express = port.express().capability();
        Optional<DeviceControl2> control = express.flatMap(PciExpress::control2);
        if (control.isPresent()) {
            return Optional.of(control.get().ariForwardingEnabled());
        }
        if (express.filter(e -> e.version().isPresent() && e.version().getAsInt() < 2)
                .isPresent()) {
            return Optional.of(false);
        }
        return input.topology().below(port).stream()
                .flatMap(f -> f.record().os().place().ariEnabled().stream())
                .findFirst();
    }

    /** Whether the port can do it; empty where nothing tells. */
    static Optional<Boolean> supported(PciFunction port) {
        Optional<PciExpress> express = port.express().capability();
        if (express.filter(e -> e.version().isPresent() && e.version().getAsInt() < 2)
                .isPresent()) {
            return Optional.of(false);
        }
        return express.flatMap(PciExpress::control2).map(DeviceControl2::ariForwardingSupported);
    }

    /** Whether a function has the ARI capability; empty where its list is not in the snapshot. */
    static Optional<Boolean> capable(PciFunction function) {
        if (function.express().ari().isPresent()) {
            return Optional.of(true);
        }
        return function.capabilities().extended() == Walked.UNKNOWN ? Optional.empty() : Optional.of(false);
    }
}
