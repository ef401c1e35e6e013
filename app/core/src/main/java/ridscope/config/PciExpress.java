package ridscope.config;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The PCI Express capability (standard ID 0x10; Linux {@code PCI_EXP_*}).
 *
 * @param offset where the capability stands
 * @param version capability version, Flags bits 3:0; empty where a listing does not print it
 * @param type Device/Port Type; empty for a reserved code
 * @param flags the Flags word; empty where a listing does not print all of it
 * @param link Link Capabilities and Status; empty for RCiEP and RCEC, and where the bytes are missing
 * @param slot slot registers, of a downstream-type port with the Slot Implemented flag
 * @param control2 Device Capabilities 2 and Control 2; empty below version 2 or where the bytes are missing
 */
public record PciExpress(
        int offset,
        OptionalInt version,
        Optional<PortType> type,
        OptionalInt flags,
        Optional<LinkRegisters> link,
        Optional<SlotRegisters> slot,
        Optional<DeviceControl2> control2) {

    /** Standard capability ID. */
    public static final int ID = 0x10;

    static Optional<PciExpress> decode(ConfigSpace config, int at) {
        OptionalInt flags = config.u16(at + 0x02);
        return flags.isPresent()
                ? Optional.of(new PciExpressDecoder(config, at, flags.getAsInt()).decode())
                : Optional.empty();
    }

    /**
     * @param maxSpeed Link Capabilities 3:0; code 0 also where a listing calls it unknown
     * @param maxWidth Link Capabilities 9:4, lanes
     * @param speed Link Status 3:0
     * @param width Link Status 9:4, lanes; 0 when no link is up
     * @param active Data Link Layer Link Active, where Link Capabilities 20 says it is reported
     * @param portNumber Link Capabilities 31:24
     */
    public record LinkRegisters(
            LinkSpeed maxSpeed, int maxWidth, LinkSpeed speed, int width, Optional<Boolean> active, int portNumber) {}

    /**
     * @param number Physical Slot Number, Slot Capabilities 31:19
     * @param hotplug Slot Capabilities 6
     * @param present Slot Status 6, presence detect
     */
    public record SlotRegisters(int number, boolean hotplug, boolean present) {}

    /**
     * @param ariForwardingSupported Device Capabilities 2 bit 5
     * @param ariForwardingEnabled Device Control 2 bit 5
     * @param supportedSpeeds Link Capabilities 2 bits 7:1 as a vector shifted to bit 0 = 2.5 GT/s; empty without link registers
     */
    public record DeviceControl2(
            boolean ariForwardingSupported, boolean ariForwardingEnabled, OptionalInt supportedSpeeds) {}
}
