package ridscope.config;

import ridscope.text.Numbers;

/** Builds configuration bytes for tests: a header with the parts a test cares about, the rest zero. */
public final class ConfigBytes {

    private final byte[] bytes;

    private ConfigBytes(int size) {
        bytes = new byte[size];
    }

    /** All zero. */
    public static ConfigBytes ofSize(int size) {
        return new ConfigBytes(size);
    }

    /** A type 0 endpoint with a capability list that starts at {@code first}. */
    public static ConfigBytes endpoint(int size, int first) {
        return ofSize(size)
                .u16(0x00, 0x8086)
                .u16(0x02, 0x10c9)
                .u16(0x06, 0x0010)
                .u8(0x34, first);
    }

    /** An endpoint with a PCI Express capability of version 2 alone, at 0x40. */
    public static ConfigBytes pcie(int size) {
        return endpoint(size, 0x40).u16(0x40, 0x0010).u16(0x42, 0x0002);
    }

    public ConfigBytes u8(int offset, int value) {
        bytes[offset] = (byte) value;
        return this;
    }

    public ConfigBytes u16(int offset, int value) {
        return u8(offset, value).u8(offset + 1, value >> 8);
    }

    public ConfigBytes u32(int offset, long value) {
        return u16(offset, (int) value).u16(offset + 2, (int) (value >> 16));
    }

    /** Bytes in ascending order as hex pairs; everything that is no hex digit is skipped. */
    public ConfigBytes hex(int offset, String pairs) {
        String digits = pairs.replaceAll("[^0-9A-Fa-f]", "");
        for (int i = 0; i + 1 < digits.length(); i += 2) {
            u8(offset + i / 2, Numbers.hex(digits.substring(i, i + 2)).orElseThrow());
        }
        return this;
    }

    public ConfigSpace config() {
        return ConfigSpace.of(bytes);
    }

    /** Only the first {@code length} bytes are real. */
    public ConfigSpace config(int length) {
        return ConfigSpace.of(bytes, 0, length);
    }
}
