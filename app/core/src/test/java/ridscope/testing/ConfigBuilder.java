package ridscope.testing;

import java.util.Arrays;
import ridscope.config.ConfigSpace;
import ridscope.config.PortType;

/**
 * Builds configuration spaces register by register. Capabilities are laid one behind the other and linked in the order they
 * are added; {@link #at(int)} places the next extended one by hand. Methods that refine a capability ({@link #link},
 * {@link #slot}) change the one added before.
 */
public final class ConfigBuilder {

    private static final int SIZE = 4096;

    private final byte[] bytes = new byte[SIZE];
    private final int layout;
    private int standardLink;
    private int standardNext;
    private int extendedLast = -1;
    private int extendedNext = 0x100;
    private int express = -1;
    private int length = 256;

    private ConfigBuilder(int layout, int classCode) {
        this.layout = layout;
        standardLink = layout == 2 ? 0x14 : 0x34;
        standardNext = layout == 2 ? 0x80 : 0x40;
        u16(0x04, 0x0406);
        u8(0x09, classCode);
        u16(0x0a, classCode >> 8);
        u8(0x0e, layout);
    }

    /**
     * A type 0 function.
     *
     * @param classCode 24 bits: base class, subclass, prog-if
     */
    public static ConfigBuilder device(int vendor, int device, int classCode) {
        return new ConfigBuilder(0, classCode).ids(vendor, device).subsystem(vendor, device);
    }

    /** A type 1 function of class 0604. */
    public static ConfigBuilder bridge(int vendor, int device, int primary, int secondary, int subordinate) {
        return new ConfigBuilder(1, 0x060400).ids(vendor, device).buses(primary, secondary, subordinate);
    }

    /** A type 2 function of class 0607. */
    public static ConfigBuilder cardBus(int vendor, int device, int primary, int secondary, int subordinate) {
        return new ConfigBuilder(2, 0x060700).ids(vendor, device).buses(primary, secondary, subordinate);
    }

    /** A host bridge of class 0600. */
    public static ConfigBuilder hostBridge(int vendor, int device) {
        return device(vendor, device, 0x060000);
    }

    /** A PCIe endpoint with power management and MSI-X: the usual case. */
    public static ConfigBuilder endpoint(int vendor, int device, int classCode) {
        return device(vendor, device, classCode).pm().msix(32).express(PortType.ENDPOINT);
    }

    /** A PCIe port of class 0604 with ACS as switches have it. */
    public static ConfigBuilder port(
            PortType type, int vendor, int device, int primary, int secondary, int subordinate) {
        return bridge(vendor, device, primary, secondary, subordinate)
                .pm()
                .msi()
                .express(type);
    }

    /** The registers of a VF: IDs read 0xFFFF. */
    public static ConfigBuilder virtualFunction(int classCode) {
        return device(0xffff, 0xffff, classCode).subsystem(0, 0).msix(8).express(PortType.ENDPOINT);
    }

    public ConfigBuilder ids(int vendor, int device) {
        return u16(0x00, vendor).u16(0x02, device);
    }

    /** In the header; a bridge gets capability 0x0D instead. */
    public ConfigBuilder subsystem(int vendor, int device) {
        if (layout == 1) {
            int at = standard(0x0d, 8);
            return u16(at + 4, vendor).u16(at + 6, device);
        }
        int at = layout == 2 ? 0x40 : 0x2c;
        return u16(at, vendor).u16(at + 2, device);
    }

    public ConfigBuilder revision(int revision) {
        return u8(0x08, revision);
    }

    public ConfigBuilder multifunction() {
        return u8(0x0e, layout | 0x80);
    }

    /** Primary, Secondary and Subordinate Bus Number. */
    public ConfigBuilder buses(int primary, int secondary, int subordinate) {
        return u8(0x18, primary).u8(0x19, secondary).u8(0x1a, subordinate);
    }

    public ConfigBuilder pm() {
        u16(standard(0x01, 8) + 2, 0x0003);
        return this;
    }

    public ConfigBuilder msi() {
        u16(standard(0x05, 14) + 2, 0x0080);
        return this;
    }

    /** @param vectors table size, 1 to 2048 */
    public ConfigBuilder msix(int vectors) {
        u16(standard(0x11, 12) + 2, vectors - 1);
        return this;
    }

    /** PCI Express capability version 2; 4,096 bytes from now on. */
    public ConfigBuilder express(PortType type) {
        return express(portCode(type), 2);
    }

    /**
     * @param type 4-bit Device/Port Type, reserved codes included
     * @param version capability version, 1 or 2
     */
    public ConfigBuilder express(int type, int version) {
        express = standard(0x10, version == 1 ? 0x14 : 0x3c);
        length = SIZE;
        return u16(express + 0x02, version | type << 4);
    }

    private static int portCode(PortType wanted) {
        for (int code = 0; code < 16; code++) {
            if (PortType.of(code).filter(wanted::equals).isPresent()) {
                return code;
            }
        }
        throw new IllegalArgumentException(wanted.toString());
    }

    /** Link registers by speed code (1 = 2.5 GT/s … 6 = 64 GT/s) and lanes; the speeds vector holds all up to the maximum. */
    public ConfigBuilder link(int maxSpeed, int maxWidth, int speed, int width) {
        u32(express + 0x0c, maxSpeed | maxWidth << 4);
        u16(express + 0x12, speed | width << 4);
        return speeds((1 << maxSpeed) - 1);
    }

    /** A link at its capability. */
    public ConfigBuilder link(int speed, int width) {
        return link(speed, width, speed, width);
    }

    /** Link-active reporting and its value. */
    public ConfigBuilder linkActive(boolean active) {
        set16(express + 0x0e, 0x0010, true);
        return set16(express + 0x12, 0x2000, active);
    }

    /** Port number in Link Capabilities. */
    public ConfigBuilder portNumber(int number) {
        return u8(express + 0x0f, number);
    }

    /** Link Capabilities 2: bit 0 = 2.5 GT/s. */
    public ConfigBuilder speeds(int vector) {
        return u32(express + 0x2c, vector << 1);
    }

    /** Slot Implemented with Physical Slot Number, hot-plug capability and presence. */
    public ConfigBuilder slot(int number, boolean hotplug, boolean present) {
        set16(express + 0x02, 0x0100, true);
        u32(express + 0x14, (long) number << 19 | (hotplug ? 0x60 : 0));
        return u16(express + 0x1a, present ? 0x40 : 0);
    }

    /** ARI forwarding of a port: supported, and perhaps enabled. */
    public ConfigBuilder ariForwarding(boolean enabled) {
        set16(express + 0x24, 0x0020, true);
        return set16(express + 0x28, 0x0020, enabled);
    }

    /** Phantom Functions Supported (0 to 3 bits of the function number) and their enable bit. */
    public ConfigBuilder phantomFunctions(int bits, boolean enabled) {
        bytes[express + 0x04] = (byte) (bytes[express + 0x04] & ~0x18 | bits << 3);
        return set16(express + 0x08, 0x0200, enabled);
    }

    /** EA with fixed bus numbers of a bridge. */
    public ConfigBuilder enhancedAllocation(int secondary, int subordinate) {
        int at = standard(0x14, 8);
        return u8(at + 4, secondary).u8(at + 5, subordinate);
    }

    /** The next extended capability stands here. */
    public ConfigBuilder at(int offset) {
        extendedNext = offset;
        return this;
    }

    public ConfigBuilder aer() {
        extended(0x01, 2, 0x48);
        return this;
    }

    /** Device Serial Number. */
    public ConfigBuilder dsn(long serial) {
        int at = extended(0x03, 1, 12);
        return u32(at + 4, serial).u32(at + 8, serial >>> 32);
    }

    /**
     * A Flattening Portal Bridge with its RID mechanism on and 256 bits of vector.
     *
     * @param granularity code 0, 3 or 5: 8, 64 or 256 RIDs per bit
     * @param start first RID of the vector, a multiple of the granularity
     * @param access Vector Access Control: dword index, and vector select in bits 15:14
     * @param data Vector Access Data
     */
    public ConfigBuilder fpb(int granularity, int start, int access, int data) {
        int at = standard(0x15, 0x24);
        u32(at + 0x04, 1).u32(at + 0x08, start << 16 | granularity << 4 | 1);
        return u32(at + 0x1c, access).u32(at + 0x20, data);
    }

    public ConfigBuilder acs(int capability, int control) {
        int at = extended(0x0d, 1, 8);
        return u16(at + 4, capability).u16(at + 6, control);
    }

    public ConfigBuilder ari(int nextFunction) {
        return u16(extended(0x0e, 1, 8) + 4, nextFunction << 8);
    }

    /** SR-IOV with equal InitialVFs and TotalVFs, switched off. */
    public ConfigBuilder srIov(int total, int offset, int stride, int vfDevice) {
        return srIov(new int[] {total, total, 0, offset, stride, vfDevice}, 0);
    }

    /** The SR-IOV capability switched on with this many VFs, ARI hierarchy set. */
    public ConfigBuilder srIovEnabled(int total, int num, int offset, int stride, int vfDevice) {
        return srIov(new int[] {total, total, num, offset, stride, vfDevice}, 0x19);
    }

    /**
     * All SR-IOV registers.
     *
     * @param registers InitialVFs, TotalVFs, NumVFs, First VF Offset, VF Stride, VF Device ID
     * @param control bit 0 VF Enable, bit 3 VF Memory Space Enable, bit 4 ARI Capable Hierarchy
     */
    public ConfigBuilder srIov(int[] registers, int control) {
        int at = extended(0x10, 1, 0x40);
        u16(at + 0x08, control).u16(at + 0x0c, registers[0]).u16(at + 0x0e, registers[1]);
        u16(at + 0x10, registers[2]).u16(at + 0x14, registers[3]).u16(at + 0x16, registers[4]);
        return u16(at + 0x1a, registers[5]).u32(at + 0x1c, 0x553).u32(at + 0x20, 1);
    }

    /** Function Dependency Link of the SR-IOV capability that was added last. */
    public ConfigBuilder dependencyLink(int function) {
        return u8(extendedLast + 0x12, function);
    }

    /** SIOV with no SDI active. */
    public ConfigBuilder siov(int total, int offset, int stride) {
        return siov(total, 0, offset, stride);
    }

    /** @param status bit 0: at least one SDI is enabled */
    public ConfigBuilder siov(int total, int status, int offset, int stride) {
        int at = extended(0x38, 1, 0x10);
        u16(at + 0x08, total).u8(at + 0x0b, status);
        return u16(at + 0x0c, offset).u16(at + 0x0e, stride);
    }

    /** A DVSEC of a vendor, such as Intel's SIOV R1 (8086, 5). */
    public ConfigBuilder dvsec(int vendor, int id) {
        int at = extended(0x23, 1, 0x18);
        return u16(at + 4, vendor).u16(at + 6, 0x0180).u16(at + 8, id);
    }

    /** Any other standard capability, zeros behind its header. */
    public ConfigBuilder standardCapability(int id, int size) {
        standard(id, size);
        return this;
    }

    /** Any other extended capability, zeros behind its header. */
    public ConfigBuilder extendedCapability(int id, int version, int size) {
        extended(id, version, size);
        return this;
    }

    public ConfigBuilder u8(int offset, int value) {
        bytes[offset] = (byte) value;
        return this;
    }

    public ConfigBuilder u16(int offset, int value) {
        return u8(offset, value).u8(offset + 1, value >> 8);
    }

    public ConfigBuilder u32(int offset, long value) {
        return u16(offset, (int) value).u16(offset + 2, (int) (value >> 16));
    }

    /** How many bytes were readable; without this 256, or 4,096 with a PCI Express capability. */
    public ConfigBuilder length(int readable) {
        length = readable;
        return this;
    }

    public ConfigSpace build() {
        return ConfigSpace.of(Arrays.copyOf(bytes, length));
    }

    private int standard(int id, int size) {
        int at = standardNext;
        if (at + size > 0x100) {
            throw new IllegalStateException("no room for capability " + id);
        }
        set16(0x06, 0x0010, true);
        u8(standardLink, at).u8(at, id);
        standardLink = at + 1;
        standardNext = at + size + 3 & ~3;
        return at;
    }

    private int extended(int id, int version, int size) {
        int at = extendedNext;
        u32(at, id | (long) version << 16);
        if (extendedLast >= 0) {
            bytes[extendedLast + 2] |= (byte) (at << 4);
            bytes[extendedLast + 3] = (byte) (at >> 4);
        }
        extendedLast = at;
        extendedNext = at + size + 15 & ~15;
        length = SIZE;
        return at;
    }

    private ConfigBuilder set16(int offset, int mask, boolean on) {
        int old = bytes[offset] & 0xff | (bytes[offset + 1] & 0xff) << 8;
        return u16(offset, on ? old | mask : old & ~mask);
    }
}
