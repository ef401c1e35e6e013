package ridscope.rules;

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
}
