package ridscope.config;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Whether a function has more than 256 bytes of configuration space, as Linux {@code pci_cfg_space_size} decides it. */
final class ExtendedSpace {

    private static final int PCI_EXPRESS = 0x10;
    private static final int PCI_X = 0x07;
    private static final int HOST_BRIDGE = 0x0600;
    /** PCI-X Status (+0x04): 266 MHz or 533 MHz capable, which is what makes it mode 2. */
    private static final long PCI_X_MODE_2 = 0xc000_0000L;

    private ExtendedSpace() {}

    /**
     * Whether the function is of a kind that has one.
     *
     * @param standard the standard capabilities found
     * @param size the larger of what is claimed and what is there
     */
    static boolean possible(ConfigSpace config, List<Capability> standard, int size) {
        for (Capability capability : standard) {
            if (capability.id() == PCI_EXPRESS || capability.id() == PCI_X && mode2(config, capability)) {
                return true;
            }
        }
        // Linux probes every host bridge. Where nobody saw more than 256 bytes, it is conventional, as for lspci.
        return size > 256 && hostBridge(config);
    }

    private static boolean mode2(ConfigSpace config, Capability pciX) {
        OptionalLong status = config.u32(pciX.offset() + 4);
        return status.isPresent() && (status.getAsLong() & PCI_X_MODE_2) != 0;
    }

    private static boolean hostBridge(ConfigSpace config) {
        OptionalInt cls = config.u16(0x0a);
        return cls.isPresent() && cls.getAsInt() == HOST_BRIDGE;
    }

    /** Whether 0x100, 0x200 … 0xF00 all repeat the IDs at 0: the bridge above drops the upper address bits. */
    static boolean alias(ConfigSpace config) {
        OptionalLong ids = config.u32(0);
        for (int at = 0x100; at < 0x1000 && config.has(at, 4); at += 0x100) {
            if (!config.u32(at).equals(ids)) {
                return false;
            }
        }
        return true;
    }
}
