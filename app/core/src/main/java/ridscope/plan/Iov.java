package ridscope.plan;

/** What a PF has Routing IDs for besides its own. */
public enum Iov {
    VFS("VF"),
    SDIS("SDI");

    private final String noun;

    Iov(String noun) {
        this.noun = noun;
    }

    /** One of them: {@code VF} or {@code SDI}. */
    public String noun() {
        return noun;
    }
}
