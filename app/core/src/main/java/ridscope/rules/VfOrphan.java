package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ridscope.rid.FunctionAddress;
import ridscope.rid.StridedRids;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;

/** A VF at a Routing ID where its PF has none. */
final class VfOrphan implements Rule {

    private static final About ABOUT = new About(
            "VF_ORPHAN",
            "VFs at Routing IDs where their PF has none",
            "The system calls it a VF, but First VF Offset and VF Stride of its PF, as they read now, put "
                    + "no enabled VF there: the registers changed after it was made, or the VF was left over.",
            "Disable and enable the VFs again; if it stays, ask the vendor of the device.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (PciFunction vf : input.topology().functions()) {
            Optional<FunctionAddress> named = vf.record().os().sriov().physicalFunction();
            Optional<PciFunction> pf = named.flatMap(input.topology()::function);
            Optional<StridedRids> rids = pf.flatMap(PciFunction::sriov).flatMap(SrIov::possible);
            if (named.isPresent() && rids.isEmpty()) {
                unknown.add(vf);
            }
            if (rids.isPresent()) {
                int enabled = pf.get().sriov().orElseThrow().enabledVfs();
                check(vf, pf.get(), rids.get().withCount(Math.min(enabled, 0xffff)))
                        .ifPresent(findings::add);
            }
        }
        findings.addAll(ABOUT.notChecked(unknown, "First VF Offset and VF Stride of the PF"));
        if (!input.systemTold()) {
            List<PciFunction> untold = input.topology().functions().stream()
                    .filter(f -> !f.role().bridge() && f.virtual().isEmpty() && anonymous(f))
                    .toList();
            findings.addAll(ABOUT.notTold(untold, "word on which functions are VFs", About.FROM_SYSTEM));
        }
        return findings;
    }

    /** Without a vendor of its own in its registers, as far as they were read. */
    private static boolean anonymous(PciFunction f) {
        return f.config().u16(0).orElse(0xffff) == 0xffff;
    }

    private static Optional<Finding> check(PciFunction vf, PciFunction pf, StridedRids rids) {
        boolean placed = rids.origin().equals(pf.address().rid())
                && vf.address().segment().equals(pf.address().segment())
                && rids.indexOf(vf.address().rid()).isPresent();
        if (placed) {
            return Optional.empty();
        }
        String places = rids.count() == 0
                ? "which has no VF enabled"
                : String.format(
                        Locale.ROOT,
                        "whose %s at %s + %d + k × %d",
                        rids.count() == 1 ? "only VF is" : String.format(Locale.ROOT, "%,d VFs are", rids.count()),
                        rids.origin(),
                        rids.offset(),
                        rids.stride());
        String title = String.format("%s is said to be a VF of %s, %s", vf.address(), pf.address(), places);
        return Optional.of(ABOUT.finding(
                Severity.ERROR,
                vf,
                title,
                EvidenceList.none()
                        .fact(vf.address() + " link physfn", pf.address())
                        .sriov(pf)));
    }
}
