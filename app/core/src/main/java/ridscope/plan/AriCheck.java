package ridscope.plan;

import java.util.Optional;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** Whether ARI forwarding can be had where it is wished for. */
final class AriCheck {

    private final PlanRun run;

    AriCheck(PlanRun run) {
        this.run = run;
    }

    void run() {
        run.wishes().ari().forEach((address, on) -> {
            if (address.segment().equals(run.machine().segment())) {
                run.topology().function(address).ifPresent(f -> check(f, on));
            }
        });
    }

    private void check(PciFunction f, boolean on) {
        if (!f.role().bridge()) {
            String above = f.parent().map(FunctionAddress::toString).orElse("");
            String advice = above.isEmpty()
                    ? "Leave this wish out: there is no port above it"
                    : "Name the port above it, " + above;
            refuse(f, "is no port", advice);
        } else if (on && cannot(f)) {
            refuse(
                    f,
                    "cannot do ARI forwarding",
                    "Leave this wish out: Linux turns ARI forwarding on only in ports that support it");
        }
    }

    /** Where nobody could read whether it can, the wish counts. */
    private static boolean cannot(PciFunction bridge) {
        Optional<Boolean> supported = Ari.supported(bridge);
        boolean link = bridge.role().downstreamPort() || bridge.role() == Role.UNKNOWN_BRIDGE;
        return !link || supported.filter(yes -> !yes).isPresent();
    }

    private void refuse(PciFunction f, String why, String advice) {
        PlanSubject subject = PlanSubject.of(f.address());
        run.failures().add(new PlanFailure(subject, subject, subject + " " + why, "", advice));
    }
}
