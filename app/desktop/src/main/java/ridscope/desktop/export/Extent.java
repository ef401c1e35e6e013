package ridscope.desktop.export;

/** How much of the host a picture shows. */
enum Extent implements Worded {
    WHOLE("export.extent.whole"),
    /** What is selected, and what leads to it. */
    SELECTION("export.extent.selection"),
    /** One segment. */
    SEGMENT("export.extent.segment");

    private final String key;

    Extent(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
