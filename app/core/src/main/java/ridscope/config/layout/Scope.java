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
 * @param function whose bytes they are
 * @param base where the capability or header starts
 * @param end first offset that cannot belong to it
 * @param entry the entry of a repeat that is being read
 */
record Scope(FunctionView function, int base, int end, Entry entry) {

    private static final int EXTENDED = 0x100;

    /**
     * One entry of a repeat.
     *
     * @param offset where it starts, from the start of the capability
     * @param index what {@code {n}} stands for
     * @param outerIndex what {@code {o}} stands for
     */
    record Entry(int offset, int index, int outerIndex) {

        static final Entry NONE = new Entry(0, 0, 0);
    }

    static Scope header(ConfigSpace config) {
        FunctionView function = new FunctionView(config, OptionalInt.empty(), OptionalInt.empty());
        return new Scope(function, 0, EXTENDED, Entry.NONE);
    }

    /** Ends where the next capability of the same space starts, or with the space. */
    static Scope of(Capability capability, ConfigSpace config, OptionalInt toldVendor) {
        CapabilityList all = CapabilityWalk.walk(config);
        int end = capability.extended() ? 0x1000 : EXTENDED;
        for (Capability other : all.capabilities()) {
            if (other.extended() == capability.extended() && other.offset() > capability.offset()) {
                end = Math.min(end, other.offset());
            }
        }
        return new Scope(FunctionView.of(config, toldVendor, all), capability.offset(), end, Entry.NONE);
    }

    /** The same capability, seen from an entry of a repeat. */
    Scope at(int offset, int index) {
        return new Scope(function, base, end, new Entry(offset, index, entry.index()));
    }

    ConfigSpace config() {
        return function.config();
    }

    /** Capability Version of the extended capability header. */
    OptionalLong version() {
        return base < EXTENDED ? OptionalLong.empty() : new Bits(0, 16, 19, false).read(this);
    }

    /** Little-endian, 8 to 64 bits from an offset within the capability; empty when the bytes are not there. */
    OptionalLong read(int offset, int widthBits) {
        long value = 0;
        for (int i = 0; i < widthBits / 8; i++) {
            OptionalInt b = config().u8(base + offset + i);
            if (b.isEmpty()) {
                return OptionalLong.empty();
            }
            value |= (long) b.getAsInt() << 8 * i;
        }
        return OptionalLong.of(value);
    }

    /** Whether nothing follows, so that the end is the end of the space. */
    boolean last() {
        return end == EXTENDED || end == 0x1000;
    }

    /** Whether bytes of the layout lie in front of whatever comes next. */
    boolean contains(int offset, int widthBits) {
        return base + offset + widthBits / 8 <= end;
    }
}
