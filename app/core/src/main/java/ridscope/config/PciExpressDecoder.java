package ridscope.config;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.PciExpress.DeviceControl2;
import ridscope.config.PciExpress.LinkRegisters;
import ridscope.config.PciExpress.SlotRegisters;

/** Reads the PCI Express capability, which has different registers for different port types and versions. */
final class PciExpressDecoder {

    private static final int SLOT_IMPLEMENTED = 1 << 8;

    private final ConfigSpace config;
    private final int at;
    private final int flags;
    private final Optional<PortType> type;

    PciExpressDecoder(ConfigSpace config, int at, int flags) {
        this.config = config;
        this.at = at;
        this.flags = flags;
        this.type = PortType.of(flags >> 4 & 0xf);
    }

    PciExpress decode() {
        return new PciExpress(at, OptionalInt.of(flags & 0xf), type, OptionalInt.of(flags), link(), slot(), control2());
    }

    private boolean hasLink() {
        return type.isEmpty() || (type.get() != PortType.RCIEP && type.get() != PortType.RCEC);
    }

    private Optional<LinkRegisters> link() {
        if (!hasLink() || !config.has(at + 0x0c, 8)) {
            return Optional.empty();
        }
        long cap = config.u32(at + 0x0c).getAsLong();
        int status = config.u16(at + 0x12).getAsInt();
        boolean reported = (cap >> 20 & 1) != 0;
        return Optional.of(new LinkRegisters(
                new LinkSpeed((int) cap & 0xf),
                (int) (cap >> 4) & 0x3f,
                new LinkSpeed(status & 0xf),
                status >> 4 & 0x3f,
                reported ? Optional.of((status >> 13 & 1) != 0) : Optional.empty(),
                (int) (cap >> 24)));
    }

    private Optional<SlotRegisters> slot() {
        boolean implemented = type.filter(PortType::downstream).isPresent() && (flags & SLOT_IMPLEMENTED) != 0;
        if (!implemented || !config.has(at + 0x14, 8)) {
            return Optional.empty();
        }
        long cap = config.u32(at + 0x14).getAsLong();
        int status = config.u16(at + 0x1a).getAsInt();
        return Optional.of(new SlotRegisters((int) (cap >> 19), (cap & 0x40) != 0, (status & 0x40) != 0));
    }

    private Optional<DeviceControl2> control2() {
        if ((flags & 0xf) < 2 || !config.has(at + 0x24, 6)) {
            return Optional.empty();
        }
        long cap2 = config.u32(at + 0x24).getAsLong();
        int control = config.u16(at + 0x28).getAsInt();
        OptionalInt speeds = hasLink() && config.has(at + 0x2c, 4)
                ? OptionalInt.of(config.u8(at + 0x2c).getAsInt() >> 1)
                : OptionalInt.empty();
        return Optional.of(new DeviceControl2((cap2 & 0x20) != 0, (control & 0x20) != 0, speeds));
    }
}
