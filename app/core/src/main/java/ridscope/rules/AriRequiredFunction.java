package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.topology.PciFunction;

/** A function that is reached with ARI only, below a port that has it off. */
final class AriRequiredFunction implements Rule {

    private static final About ABOUT = new About(
            "ARI_REQUIRED_FUNCTION",
            "functions with a device number above 0 below ports without ARI Forwarding",
            "Directly below a port there is device 0 only; with ARI Forwarding off the port does not pass "
                    + "configuration requests for other device numbers.",
            "Boot without pci=noari; if the port cannot do ARI, use another slot. A dump in which this "
                    + "shows may also be put together from two boots.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        List<PciFunction> nobody = new ArrayList<>();
        for (PciFunction f : input.physical()) {
            if (f.address().rid().device() == 0) {
                continue;
            }
            Optional<PciFunction> port = input.hierarchy().portAbove(f);
            if (port.isEmpty()) {
                if (input.portUnknown(f)) {
                    input.hierarchy().above(f).ifPresentOrElse(unknown::add, () -> nobody.add(f));
                }
                continue;
            }
            Optional<Boolean> forwarding = AriState.forwarding(input, port.get());
            if (forwarding.isEmpty()) {
                unknown.add(port.get());
            } else if (!forwarding.get() && onSecondary(f, port.get())) {
                String title = String.format(
                        "%s has device number %d, and ARI Forwarding of %s above it is off",
                        f.address(), f.address().rid().device(), port.get().address());
                findings.add(ABOUT.finding(
                        Severity.ERROR, f, title, EvidenceList.none().control2(port.get())));
            }
        }
        findings.addAll(ABOUT.notChecked(unknown.stream().distinct().toList(), "Device Control 2"));
        findings.addAll(ABOUT.unplaced(nobody, About.PORT));
        return findings;
    }

    private static boolean onSecondary(PciFunction f, PciFunction port) {
        return port.bridge().filter(b -> b.secondary() == f.address().bus()).isPresent();
    }
}
