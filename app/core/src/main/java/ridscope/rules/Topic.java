package ridscope.rules;

/** What a rule is about, in the order of the list of rules. */
public enum Topic {
    BUSES("bridges and buses"),
    CONFIGURATION("configuration space"),
    IOV("SR-IOV and SIOV"),
    ARI("ARI"),
    ISOLATION("isolation and links");

    private final String words;

    Topic(String words) {
        this.words = words;
    }

    /** For a list: {@code 5 rules on ARI}. */
    public String words() {
        return words;
    }
}
