package ridscope.source.machine;

/** One thing a line can say. Those that are said together with another have no form of their own. */
enum Key {
    NUMBER("a function number"),
    DEVFN("a place such as 01.0"),
    VENDOR("IDs such as 8086:1592"),
    DEVICE(""),
    NAME("a name in quotes"),
    CLASS("class"),
    FIRST_BUS("bus"),
    LAST_BUS(""),
    SEGMENT("buses such as 0000:00-3f"),
    NUMA("numa"),
    WIDTH("a width such as x16"),
    GENERATION("a generation such as gen5"),
    HOTPLUG("hotplug"),
    SLOT("slot"),
    ARI("ari"),
    ACS("acs"),
    VFS("vfs"),
    VF_OFFSET(""),
    VF_STRIDE(""),
    VF_DEVICE("vf-device"),
    SDIS("sdis"),
    SDI_OFFSET(""),
    SDI_STRIDE(""),
    TIMES("times");

    private final String form;

    Key(String form) {
        this.form = form;
    }

    /** How it looks in the text. */
    String form() {
        return form;
    }
}
