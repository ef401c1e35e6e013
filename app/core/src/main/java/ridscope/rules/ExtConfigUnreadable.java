package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.PciExpress;
import ridscope.topology.PciFunction;

/** A PCIe function whose extended configuration space cannot be reached. */
final class ExtConfigUnreadable implements Rule {

    private static final About ABOUT = new About(
            "EXT_CONFIG_UNREADABLE",
            "PCIe functions with 256 bytes of configuration space",
            "Every PCIe function has 4,096 bytes; a bridge above, or the access method of the platform, "
                    + "does not pass them. AER, ACS, SR-IOV and SIOV of it cannot be used. Linux logs 'extended "
                    + "config space not accessible'.",
            "Look for a PCI or PCI-X bridge above it, and whether the firmware describes memory-mapped "
                    + "configuration space (ACPI MCFG) for its bus.");

    @Override
    public About about() {
        return ABOUT;
    }

    private static final int CONVENTIONAL_SPACE = 256;

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (PciFunction f : input.physical()) {
            boolean short256 = f.record().configSize() == CONVENTIONAL_SPACE;
            Optional<PciExpress> express = f.express().capability();
            if (express.isPresent() && short256) {
                String title = String.format(
                        "%s is PCIe and shows %d bytes of configuration space instead of 4,096",
                        f.address(), CONVENTIONAL_SPACE);
                findings.add(ABOUT.finding(
                        Severity.WARNING,
                        f,
                        title,
                        EvidenceList.none()
                                .fact(f.address() + " size of configuration space", CONVENTIONAL_SPACE)
                                .register(f, express.get().offset() + 2, 2, "PCI Express Capabilities")));
            } else if (f.record().configSize() <= CONVENTIONAL_SPACE
                    && f.config().length() <= CONVENTIONAL_SPACE
                    && mayBeExpress(f)) {
                unknown.add(f);
            }
        }
        findings.addAll(ABOUT.notChecked(unknown, "size of the configuration space"));
        return findings;
    }

    private static boolean mayBeExpress(PciFunction f) {
        return f.express().capability().isPresent() || f.capabilities().standard() == Walked.UNKNOWN;
    }
}
