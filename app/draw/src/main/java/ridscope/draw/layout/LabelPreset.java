package ridscope.draw.layout;

/** How much the labels of functions say. */
public enum LabelPreset {
    /** The address alone. */
    BDF,
    /** Address and short name. */
    SHORT,
    /** Address, short name, driver, devices of the operating system. */
    FULL
}
