package ridscope.config.layout;

import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;

/**
 * What a layout is laid over.
 *
 * @param config the function's bytes
 * @param base where the capability or header starts
 * @param end first offset that cannot belong to it
 * @param portType Device/Port Type of the function's PCI Express capability, if it has one that is readable
 */
record Scope(ConfigSpace config, int base, int end, OptionalInt portType) {

    private static final int PCI_EXPRESS = 0x10;

    static Scope header(ConfigSpace config) {
        return new Scope(config, 0, 0x100, OptionalInt.empty());
    }

    /** Ends where the next capability of the same space starts, or with the space. */
    static Scope of(Capability capability, ConfigSpace config) {
        CapabilityList all = CapabilityWalk.walk(config);
        int end = capability.extended() ? 0x1000 : 0x100;
        for (Capability other : all.capabilities()) {
            if (other.extended() == capability.extended() && other.offset() > capability.offset()) {
                end = Math.min(end, other.offset());
            }
        }
        OptionalInt flags =
                all.standard(PCI_EXPRESS).map(c -> config.u16(c.offset() + 2)).orElse(OptionalInt.empty());
        OptionalInt type = flags.isPresent() ? OptionalInt.of(flags.getAsInt() >> 4 & 0xf) : flags;
        return new Scope(config, capability.offset(), end, type);
    }

    /** Little-endian, 8 to 64 bits from an offset within the capability; empty when the bytes are not there. */
    OptionalLong read(int offset, int widthBits) {
        long value = 0;
        for (int i = 0; i < widthBits / 8; i++) {
            OptionalInt b = config.u8(base + offset + i);
            if (b.isEmpty()) {
                return OptionalLong.empty();
            }
            value |= (long) b.getAsInt() << 8 * i;
        }
        return OptionalLong.of(value);
    }

    /** Whether nothing follows, so that the end is the end of the space. */
    boolean last() {
        return end == 0x100 || end == 0x1000;
    }

    /** Whether bytes of the layout lie in front of whatever comes next. */
    boolean contains(int offset, int widthBits) {
        return base + offset + widthBits / 8 <= end;
    }
}
