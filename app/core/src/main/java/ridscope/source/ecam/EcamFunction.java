package ridscope.source.ecam;

import java.util.Arrays;
import java.util.Optional;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;
import ridscope.config.SrIovCapability;
import ridscope.config.Views;

/**
 * What one page holds.
 *
 * @param index number of the page
 * @param config the function's bytes
 * @param size its configuration space: 256 or 4,096; 0 where the image ends too early to tell
 */
record EcamFunction(int index, ConfigSpace config, int size) {

    private static final int CONVENTIONAL = 256;
    private static final int HEADER = 64;

    /** A function that answers with its IDs. */
    static EcamFunction of(int index, byte[] page) {
        if (page.length < EcamPages.PAGE) {
            return new EcamFunction(index, ConfigSpace.of(page), 0);
        }
        int size = extended(page) ? EcamPages.PAGE : CONVENTIONAL;
        return new EcamFunction(index, ConfigSpace.of(page, 0, size), size);
    }

    /** A VF; Linux takes its 4,096 bytes for granted. */
    static EcamFunction virtual(int index, byte[] page) {
        return new EcamFunction(index, ConfigSpace.of(page), page.length == EcamPages.PAGE ? EcamPages.PAGE : 0);
    }

    /** Linux {@code pci_cfg_space_size}: PCIe, PCI-X mode 2 or a host bridge, something at 0x100, and not the IDs again. */
    private static boolean extended(byte[] page) {
        return EcamPages.u32(page, CONVENTIONAL) != EcamHeader.ABSENT
                && CapabilityWalk.walk(ConfigSpace.of(page), EcamPages.PAGE).extended() != Walked.ABSENT;
    }

    /** Its SR-IOV capability, if VFs are enabled in it. */
    Optional<SrIovCapability> enabledVfs() {
        CapabilityList capabilities = CapabilityWalk.walk(config, size);
        return Views.srIov(config, capabilities).filter(SrIovCapability::enabled);
    }

    /** Whether it is a device with this function only. */
    boolean single() {
        return (config.u8(0x0e).orElse(0x80) & 0x80) == 0;
    }

    /** A device that ignores the function number answers as each of them. */
    boolean echoes(EcamFunction first) {
        return config.has(0, HEADER)
                && first.config.has(0, HEADER)
                && Arrays.equals(config.toBytes(), 0, HEADER, first.config.toBytes(), 0, HEADER);
    }

    /** Its bus in an image that begins at bus 0. */
    int bus() {
        return index >> 8;
    }
}
