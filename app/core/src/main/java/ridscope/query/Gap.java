package ridscope.query;

/** Why a condition could not be decided for a function. */
public enum Gap {
    CLASS("class not known"),
    IDS("IDs not known"),
    NAME("name not known"),
    DRIVER("source tells no drivers"),
    CAPABILITIES("capabilities not readable"),
    ROLE("kind not readable"),
    LINK("link not readable"),
    NUMA("source tells no NUMA nodes"),
    GROUP("source tells no IOMMU groups"),
    SLOT("slot registers not readable"),
    RULE("rule could not be checked everywhere");

    private final String words;

    Gap(String words) {
        this.words = words;
    }

    /** As a summary says it: {@code link not readable}. */
    public String words() {
        return words;
    }
}
