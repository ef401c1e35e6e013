package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;

/** A rule about First VF Offset or VF Stride of a PF as they stand in its registers, for the VFs enabled and for all. */
abstract class StridedRegisters implements Rule {

    private final About about;
    private final String name;
    private final Function<SrIov, OptionalInt> register;
    private final int least;

    /** @param least from how many VFs on a 0 matters */
    StridedRegisters(About about, String name, Function<SrIov, OptionalInt> register, int least) {
        this.about = about;
        this.name = name;
        this.register = register;
        this.least = least;
    }

    @Override
    public final About about() {
        return about;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (PciFunction f : input.physical()) {
            boolean blind = f.vfsUnknown() && !f.role().bridge();
            if (blind
                    || f.sriov()
                            .filter(s ->
                                    s.totalVfs() >= least && register.apply(s).isEmpty())
                            .isPresent()) {
                unknown.add(f);
            }
            f.sriov().filter(s -> s.totalVfs() > 0).ifPresent(s -> check(f, s, findings));
        }
        findings.addAll(about.notChecked(unknown, "SR-IOV registers"));
        return findings;
    }

    private void check(PciFunction pf, SrIov sriov, List<Finding> findings) {
        OptionalInt value = register.apply(sriov);
        if (value.isEmpty() || value.getAsInt() != 0) {
            return;
        }
        int enabled = Math.min(sriov.enabledVfs(), sriov.totalVfs());
        if (enabled >= least) {
            findings.add(finding(Severity.ERROR, pf, enabled, "enabled"));
        } else if (sriov.totalVfs() >= least) {
            findings.add(finding(Severity.ERROR.lower(), pf, sriov.totalVfs(), "possible"));
        }
    }

    private Finding finding(Severity severity, PciFunction pf, int count, String state) {
        String title = String.format(
                Locale.ROOT, "%s has %s 0 with %,d %s VF%s", pf.address(), name, count, state, count == 1 ? "" : "s");
        return about.finding(
                severity,
                Subject.of(pf),
                title,
                "The register was read at NumVFs " + pf.sriov().orElseThrow().numVfs() + "; it may depend on NumVFs.",
                EvidenceList.none().sriov(pf));
    }
}
