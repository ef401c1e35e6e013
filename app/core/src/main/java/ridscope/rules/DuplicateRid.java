package ridscope.rules;

/** Two functions of one segment with one Routing ID. */
final class DuplicateRid extends DiagnosticRule {

    private static final About ABOUT = new About(
            "DUPLICATE_RID",
            "further entries for functions that are in the snapshot already",
            "Two entries claim one Routing ID; the kernel could not have two objects of one name, so the "
                    + "dump is put together from several, or damaged. The first entry counts.",
            "Capture the host again in one run.");

    DuplicateRid() {
        super(ABOUT, Severity.ERROR);
    }
}
