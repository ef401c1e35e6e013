package ridscope.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;

/** A rule about First VF Offset or VF Stride of a PF as they stand in its registers, for the VFs enabled and for all. */
abstract class StridedRegisters extends SrIovRule {

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
    boolean lacks(PciFunction pf, SrIov sriov) {
        return sriov.totalVfs() >= least && register.apply(sriov).isEmpty();
    }

    @Override
    String needs() {
        return "SR-IOV registers";
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction pf, SrIov sriov) {
        OptionalInt value = register.apply(sriov);
        int enabled = Math.min(sriov.enabledVfs(), sriov.totalVfs());
        if (value.isEmpty() || value.getAsInt() != 0 || sriov.totalVfs() < least) {
            return Optional.empty();
        }
        return Optional.of(
                enabled >= least
                        ? finding(Severity.ERROR, pf, enabled, "enabled")
                        : finding(Severity.ERROR.lower(), pf, sriov.totalVfs(), "possible"));
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
