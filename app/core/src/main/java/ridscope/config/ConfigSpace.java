package ridscope.config;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The configuration bytes of one function, and how many of them are real. A read beyond the real bytes is empty: an
 * unprivileged reader gets 64 of 4,096 bytes (Linux {@code pci_read_config}), and those others are unknown, not 0. So are
 * those that somebody has hidden, such as a serial number. Little-endian. Immutable.
 */
public final class ConfigSpace {

    /** Nothing was readable. */
    public static final ConfigSpace EMPTY = new ConfigSpace(new byte[0], new BitSet());

    private final byte[] bytes;
    private final BitSet hidden;

    private ConfigSpace(byte[] bytes, BitSet hidden) {
        this.bytes = bytes;
        this.hidden = hidden;
    }

    /**
     * The first bytes of a configuration space, all of them real.
     *
     * @throws IllegalArgumentException if more than 4,096
     */
    public static ConfigSpace of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /**
     * Like {@link #of(byte[])} for a part of an array.
     *
     * @throws IndexOutOfBoundsException if the part does not lie within the array
     */
    public static ConfigSpace of(byte[] bytes, int from, int length) {
        Objects.checkFromIndexSize(from, length, bytes.length);
        if (length > 4096) {
            throw new IllegalArgumentException(length + " configuration bytes");
        }
        return length == 0 ? EMPTY : new ConfigSpace(Arrays.copyOfRange(bytes, from, from + length), new BitSet());
    }

    /** The same without the bytes from an offset on: nobody can tell any more what they were. */
    public ConfigSpace hide(int offset, int size) {
        int from = Math.max(0, offset);
        int to = (int) Math.min(bytes.length, (long) offset + size);
        if (from >= to) {
            return this;
        }
        byte[] rest = bytes.clone();
        Arrays.fill(rest, from, to, (byte) 0);
        BitSet more = (BitSet) hidden.clone();
        more.set(from, to);
        return new ConfigSpace(rest, more);
    }

    /** Offsets of the bytes that were hidden; a copy. */
    public BitSet hidden() {
        return (BitSet) hidden.clone();
    }

    /** How many bytes are real, hidden ones counted: usually 0, 64, 128, 256 or 4,096; others where a dump was cut. */
    public int length() {
        return bytes.length;
    }

    /** Whether {@code size} bytes from {@code offset} are real and not hidden. */
    public boolean has(int offset, int size) {
        boolean inside = offset >= 0 && size >= 0 && offset <= bytes.length - size;
        if (!inside || hidden.isEmpty()) {
            return inside;
        }
        int next = hidden.nextSetBit(offset);
        return next < 0 || next >= offset + size;
    }

    /** One byte, 0 to 255. */
    public OptionalInt u8(int offset) {
        return has(offset, 1) ? OptionalInt.of(bytes[offset] & 0xff) : OptionalInt.empty();
    }

    /** Two bytes, 0 to 0xFFFF. */
    public OptionalInt u16(int offset) {
        return has(offset, 2) ? OptionalInt.of(raw16(offset)) : OptionalInt.empty();
    }

    /** Four bytes, 0 to 0xFFFFFFFF. */
    public OptionalLong u32(int offset) {
        return has(offset, 4) ? OptionalLong.of(raw16(offset) | (long) raw16(offset + 2) << 16) : OptionalLong.empty();
    }

    private int raw16(int offset) {
        return bytes[offset] & 0xff | (bytes[offset + 1] & 0xff) << 8;
    }

    /** A copy of the real bytes; 0 where one is hidden. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigSpace that && Arrays.equals(bytes, that.bytes) && hidden.equals(that.hidden);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ConfigSpace[" + bytes.length + " bytes]";
    }
}
