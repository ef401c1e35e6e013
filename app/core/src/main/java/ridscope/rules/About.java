package ridscope.rules;

import java.util.List;
import java.util.Locale;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/**
 * What is the same in all findings of a rule.
 *
 * @param id stable upper-case id
 * @param heading what the rule finds, as a plural: {@code bridges whose bus ranges overlap}
 * @param detail what that means, in full sentences
 * @param advice what to do about it, in full sentences
 * @param onX86 what else can be done on x86, unless it does harm on a host ({@link Renumbering})
 */
public record About(String id, String heading, String detail, String advice, X86Boot onX86) {

    /** Where x86 makes no difference. */
    About(String id, String heading, String detail, String advice) {
        this(id, heading, detail, advice, X86Boot.NONE);
    }

    /** With what {@code pci=assign-busses} does. */
    About(String id, String heading, String detail, String advice, String onX86) {
        this(id, heading, detail, advice, X86Boot.with(onX86));
    }

    /** The same with other advice. */
    About advising(String other) {
        return new About(id, heading, detail, other, onX86);
    }

    /** The same about VFs alone, or SDIs alone, where it speaks of VFs or SDIs. */
    About of(String kind) {
        return new About(id, one(heading, kind), one(detail, kind), one(advice, kind), onX86);
    }

    private static String one(String text, String kind) {
        return text.replace("VFs or SDIs", kind);
    }

    /** How to get a host of which only some functions were captured. */
    private static final String ALL_OF_IT =
            "Capture the whole host: sudo ridscope capture, or sudo lspci -D -nn -vv -xxxx.";

    /** What such a host does not tell of a function. */
    static final String PORT = "which port is above";

    /** How to get what only the operating system knows. */
    static final String FROM_SYSTEM = "Capture the host with ridscope capture, or open a copy of its /sys.";

    /** What is missing where a source tells root buses without their ends. */
    static final String ROOT_WINDOWS = "windows of the root buses";

    /** How to get them. */
    static final String BOOT_LOG =
            "Add the boot log of the host (--boot-log FILE); it tells the windows of the root buses.";

    /** Of a machine that somebody described. */
    static final String UNTOLD =
            "Open a capture of the real machine once there is one; a description does not tell this.";

    private static final String ROOT =
            "Capture the host again with root rights: sudo ridscope capture, or sudo lspci -D -nn -vv -xxxx.";

    private static final int NAMED = 8;

    Finding finding(Severity severity, PciFunction subject, String title, EvidenceList evidence) {
        return finding(severity, Subject.of(subject), title, evidence);
    }

    Finding finding(Severity severity, Subject subject, String title, EvidenceList evidence) {
        return finding(severity, subject, title, "", evidence);
    }

    /** The same with a sentence of detail that holds for one finding only. */
    Finding finding(Severity severity, Subject subject, String title, String more, EvidenceList evidence) {
        String explained = more.isEmpty() ? detail : detail + " " + more;
        return new Finding(id, heading, severity, subject, title, explained, all(), evidence.list(), List.of());
    }

    private String all() {
        return onX86.sentence().isEmpty() ? advice : advice + " " + onX86.sentence();
    }

    /**
     * That the snapshot lacks registers that the rule needs; nothing where it lacks nothing.
     *
     * @param functions of which they are missing
     * @param missing which, such as {@code ACS registers}
     */
    List<Finding> notChecked(List<PciFunction> functions, String missing) {
        return notChecked(functions, Lack.of(missing), ROOT, Gap.registers(functions, missing));
    }

    /**
     * That the snapshot lacks what no register of these functions tells; nothing where it lacks nothing.
     *
     * @param functions of which it is missing
     * @param missing what is, such as {@code drivers}
     * @param advice how to get it
     */
    List<Finding> notTold(List<PciFunction> functions, String missing, String advice) {
        return notTold(functions, Lack.of(missing), advice);
    }

    /**
     * That nobody knows what these functions hang on, whether the snapshot has it or not; nothing where there are none.
     *
     * @param what is not known, such as {@code which port is above}
     */
    List<Finding> unplaced(List<PciFunction> functions, String what) {
        String words = "the source does not tell " + what;
        return notTold(functions, new Lack(words, words), ALL_OF_IT);
    }

    private List<Finding> notTold(List<PciFunction> functions, Lack lack, String advice) {
        List<FunctionAddress> addresses =
                functions.stream().map(PciFunction::address).toList();
        return notChecked(functions, lack, advice, List.of(new Gap(lack.words(), addresses)));
    }

    /** The same for something else than functions, named by {@code who}. */
    Finding notTold(Subject subject, String who, String missing, String advice) {
        Lack lack = Lack.of(missing);
        Gap gap = new Gap(lack.words(), List.of());
        return notChecked(new Whom(subject, who), lack, advice, EvidenceList.none(), List.of(gap));
    }

    private record Whom(Subject subject, String words) {}

    /**
     * What is missing.
     *
     * @param words the end of a sentence
     * @param ofEach the fact about each function
     */
    private record Lack(String words, String ofEach) {

        static Lack of(String missing) {
            return new Lack("the snapshot has no " + missing, missing + " not in the snapshot");
        }
    }

    private List<Finding> notChecked(List<PciFunction> functions, Lack lack, String advice, List<Gap> gaps) {
        if (functions.isEmpty()) {
            return List.of();
        }
        int count = functions.size();
        EvidenceList evidence = EvidenceList.none();
        functions.stream()
                .limit(NAMED)
                .map(PciFunction::address)
                .map(FunctionAddress::toString)
                .forEach(a -> evidence.fact(a, lack.ofEach()));
        String who =
                count == 1 ? functions.get(0).address().toString() : String.format(Locale.ROOT, "%,d functions", count);
        Subject subject = count == 1 ? Subject.of(functions.get(0)) : Subject.HOST;
        return List.of(notChecked(new Whom(subject, who), lack, advice, evidence, gaps));
    }

    private Finding notChecked(Whom whom, Lack lack, String advice, EvidenceList evidence, List<Gap> gaps) {
        return new Finding(
                id,
                heading,
                Severity.NOT_CHECKED,
                whom.subject(),
                "Not checked for " + whom.words() + ": " + lack.words(),
                "What is not in the snapshot is unknown, not absent. " + detail,
                advice,
                evidence.list(),
                gaps);
    }
}
