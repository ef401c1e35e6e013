package ridscope.plan;

import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.ConfigSpace;
import ridscope.config.SiovCapability;

/**
 * Writes single registers over a copy of configuration bytes; where a byte is not there, nothing is written. The copy is made
 * for the first byte that changes: of a large host most functions stay as they are, with every move of a slider.
 */
final class ConfigPatch {

    private static final int EXTENDED = 0x100;
    private static final int SIOV_SIZE = 0x10;

    private final ConfigSpace original;
    private Optional<byte[]> changed = Optional.empty();

    ConfigPatch(ConfigSpace original) {
        this.original = original;
    }

    void u8(int offset, int value) {
        if (original.has(offset, 1) && now(offset) != (value & 0xff)) {
            byte[] bytes = changed.orElseGet(original::toBytes);
            bytes[offset] = (byte) value;
            changed = Optional.of(bytes);
        }
    }

    /** A byte that is there; a hidden one reads 0. */
    private int now(int offset) {
        return changed.map(bytes -> bytes[offset] & 0xff)
                .orElseGet(() -> original.u8(offset).orElse(0));
    }

    void u16(int offset, int value) {
        u8(offset, value);
        u8(offset + 1, value >> 8);
    }

    /** Sets or clears bits of one byte. */
    void bits(int offset, int mask, boolean on) {
        if (original.has(offset, 1)) {
            u8(offset, on ? now(offset) | mask : now(offset) & ~mask);
        }
    }

    /**
     * Gives the function a SIOV capability, or changes the one it has.
     *
     * @return whether there was room for it in the bytes that are known
     */
    boolean siov(CapabilityList capabilities, IovRegisters sdis) {
        Optional<Integer> at = capabilities.extended(SiovCapability.ID).map(Capability::offset);
        if (at.isEmpty()) {
            at = append(capabilities);
        }
        at.ifPresent(offset -> {
            u16(offset + 0x08, sdis.total());
            u16(offset + 0x0c, sdis.offset());
            u16(offset + 0x0e, sdis.stride());
        });
        return at.isPresent();
    }

    /** Behind the end of the list, in the last 16 bytes that read zero. */
    private Optional<Integer> append(CapabilityList capabilities) {
        if (capabilities.extended() != CapabilityList.Walked.YES || original.length() < 4096) {
            return Optional.empty();
        }
        Optional<Capability> last = capabilities.capabilities().stream()
                .filter(Capability::extended)
                .reduce((first, second) -> second);
        int highest = capabilities.capabilities().stream()
                .filter(Capability::extended)
                .max(Comparator.comparing(Capability::offset))
                .map(Capability::offset)
                .orElse(0);
        int free = last.isEmpty() ? EXTENDED : free(highest + 4);
        if (free < 0) {
            return Optional.empty();
        }
        u16(free, SiovCapability.ID);
        u16(free + 2, 1);
        last.ifPresent(c -> {
            u8(c.offset() + 2, now(c.offset() + 2) & 0x0f | free << 4 & 0xf0);
            u8(c.offset() + 3, free >> 4);
        });
        return Optional.of(free);
    }

    private int free(int from) {
        for (int at = original.length() - SIOV_SIZE; at >= from; at -= SIOV_SIZE) {
            boolean zero = original.has(at, SIOV_SIZE);
            for (int i = 0; i < SIOV_SIZE; i++) {
                zero = zero && now(at + i) == 0;
            }
            if (zero) {
                return at;
            }
        }
        return -1;
    }

    /** The bytes as they are now, the same object if none has changed; what was hidden stays hidden. */
    ConfigSpace result() {
        if (changed.isEmpty()) {
            return original;
        }
        ConfigSpace result = ConfigSpace.of(changed.get());
        BitSet hidden = original.hidden();
        for (int from = hidden.nextSetBit(0); from >= 0; from = hidden.nextSetBit(from)) {
            int to = hidden.nextClearBit(from);
            result = result.hide(from, to - from);
            from = to;
        }
        return result;
    }
}
