package ridscope.source.lspci;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;

/** One function of a dump while its lines come in. */
final class FunctionDraft {

    private static final int CLASS_OFFSET = 0x09;

    private final HeaderLine header;
    private final OsFactsBuilder os = new OsFactsBuilder();
    private final byte[] bytes;
    private Optional<String> subsystem = Optional.empty();
    private int length;
    private boolean rowsLost;
    private boolean accessDenied;

    /** @param space 4,096 bytes to collect into; free again after {@link #record} */
    FunctionDraft(HeaderLine header, byte[] space) {
        this.header = header;
        this.bytes = space;
    }

    FunctionAddress address() {
        return header.address();
    }

    /**
     * Only whole rows that follow each other count: behind a gap nothing is known to belong to this function, and where a row
     * breaks off its last byte may be half of something else.
     */
    void row(HexRow row) {
        boolean whole = row.count() == HexRow.WIDTH;
        boolean fits = row.offset() == length && length + row.count() <= bytes.length;
        if (rowsLost || !fits || !whole) {
            rowsLost = true;
            return;
        }
        System.arraycopy(row.values(), 0, bytes, length, row.count());
        length += row.count();
    }

    /** A line between header and rows, without its indentation. */
    void text(String line) {
        valueOf(line, "Subsystem: ").ifPresent(this::subsystem);
        valueOf(line, "Kernel driver in use: ").ifPresent(driver -> os.driver(Optional.of(driver)));
        valueOf(line, "Physical Slot: ").ifPresent(slot -> os.slot(Optional.of(slot)));
        valueOf(line, "NUMA node: ").ifPresent(node -> os.numaNode(Numbers.decimal(node)));
        valueOf(line, "IOMMU group: ").ifPresent(group -> os.iommuGroup(Numbers.decimal(group)));
        valueOf(line, "Flags: ").ifPresent(this::flags);
        accessDenied |= line.startsWith("Capabilities: <access denied>");
    }

    private static Optional<String> valueOf(String line, String key) {
        return line.startsWith(key)
                ? Optional.of(line.substring(key.length()).strip()).filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    private void flags(String flags) {
        for (String flag : flags.split(", ")) {
            valueOf(flag, "NUMA node ").ifPresent(node -> os.numaNode(Numbers.decimal(node)));
            valueOf(flag, "IOMMU group ").ifPresent(group -> os.iommuGroup(Numbers.decimal(group)));
        }
    }

    private void subsystem(String text) {
        Ids ids = Ids.find(text);
        os.subsystemVendor(ids.vendor()).subsystemDevice(ids.device());
        boolean nameless = ids.text().isEmpty()
                || ids.text().startsWith("Device ")
                || ids.text().equals("Device");
        subsystem = nameless ? Optional.empty() : Optional.of(ids.text());
    }

    int length() {
        return length;
    }

    boolean accessDenied() {
        return accessDenied;
    }

    /** What is wrong with its rows, if anything. */
    Optional<Diagnostic> truncation() {
        boolean whole = length == 64 || length == 128 || length == 256 || length == 4096;
        if (whole && !rowsLost || length == 0 && !rowsLost) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(
                "DUMP_TRUNCATED",
                address(),
                "The dump of " + address() + " breaks off after " + length + " configuration bytes."));
    }

    /** The finished record; its claimed size is left open. */
    FunctionRecord record() {
        os.vendor(header.vendor()).device(header.device()).revision(header.revision());
        os.classCode(classCode());
        os.names(new OsFacts.Names(header.vendorName(), header.name(), subsystem));
        return new FunctionRecord(header.address(), ConfigSpace.of(bytes, 0, length), 0, os.build());
    }

    /** The header line prints the programming interface only at times; the bytes have it too, if they agree otherwise. */
    private OptionalInt classCode() {
        if (header.classCode().isEmpty()) {
            return OptionalInt.empty();
        }
        int upper = header.classCode().getAsInt() << 8;
        if (header.progIf().isPresent()) {
            return OptionalInt.of(upper | header.progIf().getAsInt());
        }
        boolean agrees = length > CLASS_OFFSET + 2
                && (bytes[CLASS_OFFSET + 2] & 0xff) << 16 == (upper & 0xff0000)
                && (bytes[CLASS_OFFSET + 1] & 0xff) << 8 == (upper & 0xff00);
        return agrees ? OptionalInt.of(upper | bytes[CLASS_OFFSET] & 0xff) : OptionalInt.empty();
    }
}
