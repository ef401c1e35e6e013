package ridscope.rules;

import java.util.List;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/**
 * What is the same in all findings of a rule.
 *
 * @param id stable upper-case id
 * @param heading what the rule finds, as a plural: {@code bridges whose bus ranges overlap}
 * @param detail what that means, in full sentences
 * @param advice what to do about it, in full sentences
 */
public record About(String id, String heading, String detail, String advice) {

    private static final int NAMED = 8;

    Finding finding(Severity severity, PciFunction subject, String title, EvidenceList evidence) {
        return finding(severity, Subject.of(subject), title, evidence);
    }

    Finding finding(Severity severity, Subject subject, String title, EvidenceList evidence) {
        return new Finding(id, severity, subject, title, detail, advice, evidence.list());
    }

    /** The same with a sentence of detail that holds for one finding only. */
    Finding finding(Severity severity, Subject subject, String title, String more, EvidenceList evidence) {
        String all = more.isEmpty() ? detail : detail + " " + more;
        return new Finding(id, severity, subject, title, all, advice, evidence.list());
    }

    /**
     * That the snapshot lacks what the rule needs; nothing where it lacks nothing.
     *
     * @param functions of which it is missing
     * @param missing what is, such as {@code ACS registers}
     */
    List<Finding> notChecked(List<PciFunction> functions, String missing) {
        if (functions.isEmpty()) {
            return List.of();
        }
        int count = functions.size();
        EvidenceList evidence = EvidenceList.none();
        functions.stream()
                .limit(NAMED)
                .map(PciFunction::address)
                .map(FunctionAddress::toString)
                .forEach(a -> evidence.fact(a, missing + " not in the snapshot"));
        String who = count == 1 ? functions.get(0).address().toString() : String.format("%,d functions", count);
        Subject subject = count == 1 ? Subject.of(functions.get(0)) : Subject.HOST;
        return List.of(new Finding(
                id,
                Severity.NOT_CHECKED,
                subject,
                "Not checked for " + who + ": the snapshot has no " + missing,
                "What is not in the snapshot is unknown, not absent. " + detail,
                "Capture the host again with root rights: sudo ridscope capture, or sudo lspci -D -nn -vv -xxxx.",
                evidence.list()));
    }
}
