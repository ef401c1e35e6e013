package ridscope.rules;

/** How much a finding matters, the worst first. */
public enum Severity {
    /** A contradiction, or routing that is broken now. */
    ERROR,
    /** Breaks when a feature is enabled, a card is added, or Linux scans again. */
    WARNING,
    /** An explanation, waste, or uncertainty. */
    INFO,
    /** A rule looked and found nothing; never the severity of a finding. */
    OK,
    /** The snapshot lacks what the rule needs; says nothing about the host. */
    NOT_CHECKED;

    /** One level lower, for what is merely possible; INFO stays. */
    public Severity lower() {
        return this == ERROR ? WARNING : this == WARNING ? INFO : this;
    }

    /** Whether it is at least as bad as a level of ERROR, WARNING or INFO. */
    public boolean reaches(Severity level) {
        return compareTo(level) <= 0;
    }
}
