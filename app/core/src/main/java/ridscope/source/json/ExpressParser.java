package ridscope.source.json;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.LinkSpeed;
import ridscope.config.PciExpress;
import ridscope.config.PortType;

/** Reads a PCI Express capability as a listing printed it. For one object. */
final class ExpressParser {

    private static final int WORD = 0xffff;

    private final Fields in;
    private OptionalInt offset = OptionalInt.empty();
    private OptionalInt version = OptionalInt.empty();
    private OptionalInt flags = OptionalInt.empty();
    private Optional<PortType> type = Optional.empty();
    private Optional<PciExpress.LinkRegisters> link = Optional.empty();
    private Optional<PciExpress.SlotRegisters> slot = Optional.empty();
    private Optional<PciExpress.DeviceControl2> control2 = Optional.empty();

    ExpressParser(Fields in) {
        this.in = in;
    }

    ExpressParser read() {
        in.object(name -> {
            switch (name) {
                case "offset" -> offset = in.integer(0, WORD);
                case "version" -> version = in.integer(0, 0xf);
                case "type" -> type = Optional.of(in.word(PortType.values()));
                case "flags" -> flags = in.hex(WORD);
                case "link" -> link = Optional.of(link());
                case "slot" -> slot = Optional.of(slot());
                case "control2" -> control2 = Optional.of(control2());
                default -> in.skip();
            }
        });
        if (offset.isEmpty()) {
            throw in.bad("the key offset is missing");
        }
        return this;
    }

    PciExpress express() {
        return new PciExpress(offset.getAsInt(), version, type, flags, link, slot, control2);
    }

    private PciExpress.LinkRegisters link() {
        Boolean[] active = new Boolean[1];
        Numbered n = new Numbered(in, "maxSpeed", "maxWidth", "speed", "width", "portNumber");
        in.object(name -> {
            if (name.equals("active")) {
                active[0] = in.bool();
            } else {
                n.field(name);
            }
        });
        return new PciExpress.LinkRegisters(
                new LinkSpeed(n.get(0, 0xf)),
                n.get(1, 0x3f),
                new LinkSpeed(n.get(2, 0xf)),
                n.get(3, 0x3f),
                Optional.ofNullable(active[0]),
                n.get(4, 0xff));
    }

    private PciExpress.SlotRegisters slot() {
        boolean[] flag = new boolean[2];
        int[] number = {-1};
        in.object(name -> {
            switch (name) {
                case "number" -> number[0] = (int) in.number(0, 0x1fff);
                case "hotplug" -> flag[0] = in.bool();
                case "present" -> flag[1] = in.bool();
                default -> in.skip();
            }
        });
        if (number[0] < 0) {
            throw in.bad("a slot has no number");
        }
        return new PciExpress.SlotRegisters(number[0], flag[0], flag[1]);
    }

    private PciExpress.DeviceControl2 control2() {
        boolean[] flag = new boolean[2];
        OptionalInt[] speeds = {OptionalInt.empty()};
        in.object(name -> {
            switch (name) {
                case "ariForwardingSupported" -> flag[0] = in.bool();
                case "ariForwardingEnabled" -> flag[1] = in.bool();
                case "supportedSpeeds" -> speeds[0] = in.hex(0x7f);
                default -> in.skip();
            }
        });
        return new PciExpress.DeviceControl2(flag[0], flag[1], speeds[0]);
    }
}
