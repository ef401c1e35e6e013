package ridscope.source.machine;

import java.util.OptionalInt;
import ridscope.config.ConfigSpace;
import ridscope.config.PortType;

/**
 * The configuration bytes of a described function: what is described, and zeros. Bits that hardware of today must have are
 * set too; each says which.
 */
final class Registers {

    private static final int SIZE = 4096;
    private static final int BRIDGE_CLASS = 0x060400;
    private static final int EXPRESS = 0x40;
    private static final int PROVISIONAL_CODE = 8;
    private static final int SEVENTH_GENERATION = 7;

    private final byte[] bytes = new byte[SIZE];
    private final boolean ids;
    private final boolean classKnown;
    private int extendedLast = -1;
    private int extendedNext = 0x100;

    /**
     * @param layout 0 or 1
     * @param element what the IDs and the class are read from; where it does not say them, nobody knows these bytes
     */
    Registers(int layout, Element element) {
        ids = element.has(Key.VENDOR);
        u16(0x00, element.get(Key.VENDOR, 0));
        u16(0x02, element.get(Key.DEVICE, 0));
        OptionalInt classCode = layout == 1 ? OptionalInt.of(BRIDGE_CLASS) : element.get(Key.CLASS);
        classKnown = classCode.isPresent();
        u8(0x09, classCode.orElse(0));
        u16(0x0a, classCode.orElse(0) >> 8);
        u8(0x0e, layout);
    }

    void multifunction() {
        u8(0x0e, bytes[0x0e] | 0x80);
    }

    void buses(int primary, int secondary, int subordinate) {
        u8(0x18, primary);
        u8(0x19, secondary);
        u8(0x1a, subordinate);
    }

    /** PCI Express of version 2, with Role-Based Error Reporting, which everything since PCIe 1.1 has. */
    void express(PortType type) {
        u16(0x06, 0x0010);
        u8(0x34, EXPRESS);
        u8(EXPRESS, 0x10);
        u16(EXPRESS + 0x02, 2 | code(type) << 4);
        u16(EXPRESS + 0x04, 0x8000);
    }

    private static int code(PortType wanted) {
        for (int code = 0; code < 16; code++) {
            if (PortType.of(code).filter(wanted::equals).isPresent()) {
                return code;
            }
        }
        throw new IllegalArgumentException(wanted.toString());
    }

    /**
     * What the link can do, and all lower speeds.
     *
     * @param generation 1 to 7; 0 if not described
     * @param width lanes; 0 if not described
     */
    void link(int generation, int width) {
        u16(EXPRESS + 0x0c, speed(generation) | width << 4);
        u16(EXPRESS + 0x2c, generation == 0 ? 0 : (1 << Math.min(generation, 6)) - 1 << 1);
    }

    /** What the link runs at; width 0 when nothing is there. */
    void trained(int generation, int width) {
        u16(EXPRESS + 0x12, bytes[EXPRESS + 0x13] << 8 & 0x2000 | speed(generation) | width << 4);
    }

    /** Data Link Layer Link Active Reporting, which ports above 5 GT/s and those for hot-plug must have. */
    void active(boolean up) {
        u8(EXPRESS + 0x0e, bytes[EXPRESS + 0x0e] | 0x10);
        u8(EXPRESS + 0x13, bytes[EXPRESS + 0x13] & ~0x20 | (up ? 0x20 : 0));
    }

    private static int speed(int generation) {
        return generation == SEVENTH_GENERATION ? PROVISIONAL_CODE : generation;
    }

    void portNumber(int number) {
        u8(EXPRESS + 0x0f, number);
    }

    /** Slot Implemented, with Hot-Plug Capable and Hot-Plug Surprise together, and Presence Detect. */
    void slot(int number, boolean hotplug, boolean present) {
        u8(EXPRESS + 0x03, bytes[EXPRESS + 0x03] | 1);
        int capabilities = number << 19 | (hotplug ? 0x60 : 0);
        u16(EXPRESS + 0x14, capabilities);
        u16(EXPRESS + 0x16, capabilities >>> 16);
        u16(EXPRESS + 0x1a, present ? 0x40 : 0);
    }

    void ariForwarding(boolean enabled) {
        u8(EXPRESS + 0x24, 0x20);
        u8(EXPRESS + 0x28, enabled ? 0x20 : 0);
    }

    /** @param next the next function number of the device, 0 for the last one */
    void ari(int next) {
        u16(extended(0x0e, 0x08) + 4, next << 8);
    }

    void acs(int capability, int control) {
        int at = extended(0x0d, 0x08);
        u16(at + 4, capability);
        u16(at + 6, control);
    }

    /**
     * SR-IOV, switched off, dependent on no other function; 4 KiB to 4 MiB pages as the specification demands.
     *
     * @param function its own number
     */
    void srIov(int function, int total, int offset, int stride, int vfDevice, boolean ariHierarchy) {
        int at = extended(0x10, 0x40);
        u16(at + 0x04, 0x0002);
        u16(at + 0x08, ariHierarchy ? 0x10 : 0);
        u16(at + 0x0c, total);
        u16(at + 0x0e, total);
        u16(at + 0x12, function);
        u16(at + 0x14, offset);
        u16(at + 0x16, stride);
        u16(at + 0x1a, vfDevice);
        u16(at + 0x1c, 0x553);
        u16(at + 0x20, 1);
    }

    void siov(int total, int offset, int stride) {
        int at = extended(0x38, 0x10);
        u16(at + 0x08, total);
        u16(at + 0x0c, offset);
        u16(at + 0x0e, stride);
    }

    private int extended(int id, int size) {
        int at = extendedNext;
        u16(at, id);
        u16(at + 2, 1);
        if (extendedLast >= 0) {
            u16(extendedLast + 2, 1 | at << 4);
        }
        extendedLast = at;
        extendedNext = at + size;
        return at;
    }

    private void u16(int offset, int value) {
        u8(offset, value);
        u8(offset + 1, value >> 8);
    }

    private void u8(int offset, int value) {
        bytes[offset] = (byte) value;
    }

    ConfigSpace config() {
        ConfigSpace config = ConfigSpace.of(bytes);
        config = ids ? config : config.hide(0x00, 4);
        return classKnown ? config : config.hide(0x09, 3);
    }
}
