package ridscope.plan;

import java.util.Optional;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;

/** Configuration bytes for a card that is only thought of: a header, a PCI Express capability, and what makes VFs and SDIs. */
final class PluggedRecord {

    private static final int SIZE = 4096;
    private static final int EXPRESS = 0x40;
    private static final int UPSTREAM = 5;
    private static final int DOWNSTREAM = 6;
    private static final int BRIDGE_CLASS = 0x0604;

    /** Class 00 00: nobody knows what is on the card. */
    private static final int UNKNOWN_CLASS = 0;

    private final byte[] bytes = new byte[SIZE];

    private PluggedRecord() {}

    static FunctionRecord of(Part part) {
        PluggedRecord record = new PluggedRecord();
        record.header(part);
        record.express(part);
        record.iov(part);
        OsFacts os = new OsFactsBuilder()
                .parent(Optional.of(new OsFacts.Parent(part.above.planned())))
                .build();
        return new FunctionRecord(part.planned().orElseThrow(), ConfigSpace.of(record.bytes), SIZE, os);
    }

    private void header(Part part) {
        u16(0x06, 0x0010);
        u16(0x0a, part.bridge() ? BRIDGE_CLASS : UNKNOWN_CLASS);
        bytes[0x0e] = (byte) (part.bridge() ? 1 : 0);
        bytes[0x34] = EXPRESS;
        if (part.bridge()) {
            bytes[0x18] = (byte) part.primary;
            bytes[0x19] = (byte) part.secondary;
            bytes[0x1a] = (byte) part.subordinate;
        }
    }

    private void express(Part part) {
        boolean upstream = part.above.known.isPresent();
        int type = part.bridge() ? upstream ? UPSTREAM : DOWNSTREAM : 0;
        bytes[EXPRESS] = 0x10;
        u16(EXPRESS + 0x02, 2 | type << 4 | (part.hotplug ? 0x100 : 0));
        u16(EXPRESS + 0x14, part.hotplug ? 0x60 : 0);
    }

    private void iov(Part part) {
        boolean vfs = part.vfs.total() > 0;
        boolean sdis = part.sdis.total() > 0;
        int siov = vfs ? 0x140 : 0x100;
        if (vfs) {
            u16(0x100, 0x10);
            u16(0x102, 1 | (sdis ? siov << 4 : 0));
            u16(0x10c, part.vfs.total());
            u16(0x10e, part.vfs.total());
            u16(0x114, part.vfs.offset());
            u16(0x116, part.vfs.stride());
        }
        if (sdis) {
            u16(siov, 0x38);
            u16(siov + 0x02, 1);
            u16(siov + 0x08, part.sdis.total());
            u16(siov + 0x0c, part.sdis.offset());
            u16(siov + 0x0e, part.sdis.stride());
        }
    }

    private void u16(int offset, int value) {
        bytes[offset] = (byte) value;
        bytes[offset + 1] = (byte) (value >> 8);
    }
}
