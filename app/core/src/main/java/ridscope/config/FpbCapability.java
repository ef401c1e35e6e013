package ridscope.config;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The Flattening Portal Bridge capability (standard ID 0x15; PCIe Base Specification 6.26, 7.8.10), as far as Routing IDs go:
 * a port with it forwards, besides its bus range, the RIDs whose bits are set in a vector. The vector itself is not in
 * configuration space; one dword of it at a time shows in the data register.
 *
 * @param offset where the capability stands
 * @param enabled RID Decode Mechanism Enable, RID Vector Control 1 bit 0
 * @param granularity RIDs per bit of the vector, 8, 64 or 256; empty for a reserved code (RID Vector Control 1 bits 7:4)
 * @param vectorBits size of the vector, 256, 1,024 or 8,192 bits; empty for a reserved code (Capabilities bits 10:8)
 * @param vectorStart first RID the vector is about, 0 to 65,528 (RID Vector Control 1 bits 31:19, in units of 8)
 * @param secondaryStart RID Secondary Start, 0 to 65,528 (RID Vector Control 2 bits 15:3, in units of 8)
 * @param visible the dword of the RID vector that shows in the data register; empty when another vector is selected
 */
public record FpbCapability(
        int offset,
        boolean enabled,
        OptionalInt granularity,
        OptionalInt vectorBits,
        int vectorStart,
        int secondaryStart,
        Optional<VectorDword> visible) {

    /** Standard capability ID. */
    public static final int ID = 0x15;

    private static final int LENGTH = 0x24;
    private static final int RID_SUPPORTED = 1;

    /**
     * Part of the RID vector.
     *
     * @param index which dword, 0 to 255
     * @param bits its value
     */
    public record VectorDword(int index, int bits) {}

    /** Empty where the bytes are missing, and where the RID mechanism is not supported. */
    static Optional<FpbCapability> decode(ConfigSpace config, int at) {
        if (!config.has(at, LENGTH)) {
            return Optional.empty();
        }
        int capabilities = dword(config, at + 0x04);
        if ((capabilities & RID_SUPPORTED) == 0) {
            return Optional.empty();
        }
        int control = dword(config, at + 0x08);
        int access = dword(config, at + 0x1c);
        boolean rid = (access >> 14 & 3) == 0;
        return Optional.of(new FpbCapability(
                at,
                (control & 1) != 0,
                granularity(control >> 4 & 0xf),
                vectorBits(capabilities >> 8 & 7),
                (control >>> 19) << 3,
                dword(config, at + 0x0c) & 0xfff8,
                rid ? Optional.of(new VectorDword(access & 0xff, dword(config, at + 0x20))) : Optional.empty()));
    }

    private static int dword(ConfigSpace config, int at) {
        return (int) config.u32(at).getAsLong();
    }

    private static OptionalInt granularity(int code) {
        return switch (code) {
            case 0 -> OptionalInt.of(8);
            case 3 -> OptionalInt.of(64);
            case 5 -> OptionalInt.of(256);
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt vectorBits(int code) {
        return switch (code) {
            case 0 -> OptionalInt.of(256);
            case 2 -> OptionalInt.of(1024);
            case 5 -> OptionalInt.of(8192);
            default -> OptionalInt.empty();
        };
    }
}
