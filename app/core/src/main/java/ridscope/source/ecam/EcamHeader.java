package ridscope.source.ecam;

import ridscope.config.CapabilityList;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;

/** Whether something is there, and whether bytes look like a configuration header; a dump has no magic number to go by. */
final class EcamHeader {

    static final long ABSENT = 0xffff_ffffL;

    /** Vendor 0x0001 and the rest ones: there is a function, but it was not ready (configuration request retry). */
    static final long RETRY = 0xffff_0001L;

    private static final int HOST_BRIDGE = 0x0600;
    private static final int PCI_BRIDGE = 0x0604;
    private static final int CARDBUS_BRIDGE = 0x0607;
    private static final int BRIDGE = 0x06;
    private static final int LAST_CLASS = 0x14;
    private static final int OTHER_PROCESSOR = 0x40;
    private static final int UNASSIGNED = 0xff;
    private static final int LAST_CAPABILITY = 0x15;

    private EcamHeader() {}

    /** Linux {@code pci_bus_generic_read_dev_vendor_id}: what an empty place, or a device that decodes nothing, answers. */
    static boolean present(long ids) {
        return ids != ABSENT && ids != 0 && ids != 0x0000_ffffL && ids != 0xffff_0000L && ids != RETRY;
    }

    /** How much a page looks like the configuration space of a function. */
    enum Looks {
        /** Not at all: some reserved bit is set, or the class and the layout contradict. */
        WRONG,
        /** Nothing speaks against it. */
        POSSIBLE,
        /** It has a capability list that makes sense, or the class of a host bridge. */
        CERTAIN
    }

    static Looks look(byte[] page) {
        if (page.length < 256) {
            return Looks.WRONG;
        }
        int vendor = (int) EcamPages.u32(page, 0) & 0xffff;
        int layout = page[0x0e] & 0x7f;
        int code = (page[0x0b] & 0xff) << 8 | page[0x0a] & 0xff;
        if (vendor == 0 || vendor == 0xffff || !fits(layout, code)) {
            return Looks.WRONG;
        }
        if ((page[0x05] & 0xf8) != 0 || layout == 0 && reservedIsSet(page)) {
            return Looks.WRONG;
        }
        if (code == HOST_BRIDGE) {
            return Looks.CERTAIN;
        }
        return list(page);
    }

    /** A known class, and bridges with the layout of bridges. */
    private static boolean fits(int layout, int code) {
        int base = code >> 8;
        boolean known = base <= LAST_CLASS || base == OTHER_PROCESSOR || base == UNASSIGNED;
        return switch (layout) {
            case 0 -> known && code != PCI_BRIDGE && code != CARDBUS_BRIDGE;
            case 1 -> base == BRIDGE && code != CARDBUS_BRIDGE;
            case 2 -> code == CARDBUS_BRIDGE;
            default -> false;
        };
    }

    /** Behind the capability pointer and before the interrupt line. */
    private static boolean reservedIsSet(byte[] page) {
        for (int at = 0x35; at < 0x3c; at++) {
            if (page[at] != 0) {
                return true;
            }
        }
        return false;
    }

    private static Looks list(byte[] page) {
        CapabilityList list = CapabilityWalk.walk(ConfigSpace.of(page, 0, 256), 256);
        if (list.standard() == Walked.ABSENT) {
            return Looks.POSSIBLE;
        }
        boolean sound =
                list.diagnostics().isEmpty() && list.capabilities().stream().allMatch(c -> c.id() <= LAST_CAPABILITY);
        if (!sound) {
            return Looks.WRONG;
        }
        return list.capabilities().isEmpty() ? Looks.POSSIBLE : Looks.CERTAIN;
    }
}
