package ridscope.config.layout;

import java.util.OptionalInt;
import ridscope.config.CapabilityList;
import ridscope.config.ConfigSpace;

/**
 * What a layout may ask about the function as a whole.
 *
 * @param config the function's bytes
 * @param vendor its vendor ID, as its bytes or the operating system tell it
 * @param pciExpress offset of its PCI Express capability
 */
record FunctionView(ConfigSpace config, OptionalInt vendor, OptionalInt pciExpress) {

    private static final int PCI_EXPRESS = 0x10;
    /** A VF reads so; the operating system knows better. */
    private static final int NO_VENDOR = 0xffff;

    static FunctionView of(ConfigSpace config, OptionalInt toldVendor, CapabilityList capabilities) {
        OptionalInt read = config.u16(0);
        boolean usable = read.isPresent() && read.getAsInt() != NO_VENDOR;
        return new FunctionView(
                config,
                usable ? read : toldVendor,
                capabilities
                        .standard(PCI_EXPRESS)
                        .map(c -> OptionalInt.of(c.offset()))
                        .orElse(OptionalInt.empty()));
    }

    /** Device/Port Type of the PCI Express capability. */
    OptionalInt portType() {
        return pciExpress(0x02, 4, 0xf);
    }

    /** Maximum Link Width of the PCI Express capability, in lanes. */
    OptionalInt linkWidth() {
        return pciExpress(0x0c, 4, 0x3f);
    }

    /** Header Layout, without the multi-function bit. */
    OptionalInt headerType() {
        OptionalInt type = config.u8(0x0e);
        return type.isPresent() ? OptionalInt.of(type.getAsInt() & 0x7f) : type;
    }

    private OptionalInt pciExpress(int offset, int shift, int mask) {
        OptionalInt word = pciExpress.isPresent() ? config.u16(pciExpress.getAsInt() + offset) : pciExpress;
        return word.isPresent() ? OptionalInt.of(word.getAsInt() >> shift & mask) : word;
    }
}
