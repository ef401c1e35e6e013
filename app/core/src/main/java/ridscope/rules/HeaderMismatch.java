package ridscope.rules;

import ridscope.topology.PciFunction;

/** A header layout that contradicts the class. */
final class HeaderMismatch extends DiagnosticRule {

    private static final About ABOUT = new About(
            "HEADER_MISMATCH",
            "functions whose header contradicts their class",
            "Linux logs 'unknown header type' and drops the function, or 'doesn't match header type' and "
                    + "clears the class.",
            "Ask the vendor of the device for new firmware.");

    HeaderMismatch() {
        super(ABOUT, Severity.WARNING);
    }

    private static final int CLASS = 0x09;
    private static final int HEADER_TYPE = 0x0e;

    @Override
    boolean lacks(PciFunction f) {
        return !f.config().has(CLASS, 3) || !f.config().has(HEADER_TYPE, 1);
    }

    @Override
    void evidence(RuleInput input, PciFunction f, EvidenceList evidence) {
        evidence.register(f, CLASS - 1, 4, "Revision ID and Class Code").register(f, HEADER_TYPE, 1, "Header Type");
    }

    @Override
    String needs() {
        return "header";
    }
}
