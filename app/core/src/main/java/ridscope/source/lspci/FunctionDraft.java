package ridscope.source.lspci;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.Listing;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;

/** One function of a dump while its lines come in. */
final class FunctionDraft {

    private static final int CLASS_OFFSET = 0x09;
    private static final int WHOLE_SPACE = 4096;

    private final TextBlock text;
    private final byte[] bytes;
    private String headerText;
    private HeaderLine header;
    private Optional<MachineRecord> machine;
    private OptionalInt group = OptionalInt.empty();
    private int length;
    private boolean rowsLost;
    private boolean accessDenied;

    /**
     * @param headerText its first line
     * @param machine the record of which that line is or starts
     * @param space 4,096 bytes to collect into; free again after {@link #record}, as is {@code text}
     */
    FunctionDraft(HeaderLine header, String headerText, Optional<MachineRecord> machine, byte[] space, TextBlock text) {
        this.header = header;
        this.headerText = headerText;
        this.machine = machine;
        this.bytes = space;
        this.text = text;
        text.clear();
    }

    FunctionAddress address() {
        return header.address();
    }

    /** The rest of a first line that was broken in two. */
    void moreHeader(String more) {
        headerText = headerText + " " + more;
        header = HeaderLine.parse(headerText).orElse(header);
    }

    /** Its IOMMU group, as one of the scripts prints it that sort functions by group. */
    void group(OptionalInt value) {
        group = value;
    }

    TextBlock text() {
        return text;
    }

    Optional<MachineRecord> machine() {
        return machine;
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

    /** Whether anything but an address was read: a remark may start with an address too. */
    boolean said() {
        HeaderLine known = known();
        return length > 0
                || rowsLost
                || known.classPair().isPresent()
                || known.vendor().isPresent()
                || known.name().isPresent()
                || known.vendorName().isPresent();
    }

    private HeaderLine known() {
        return machine.map(m -> m.header(header.address())).orElse(header);
    }

    boolean accessDenied() {
        return accessDenied;
    }

    /** What is wrong with its rows, if anything. */
    Optional<Diagnostic> truncation() {
        boolean whole = length == 64 || length == 128 || length == 256 || length == WHOLE_SPACE;
        if (whole && !rowsLost || length == 0 && !rowsLost) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(
                "DUMP_TRUNCATED",
                address(),
                "The dump of " + address() + " breaks off after " + length + " configuration bytes."));
    }

    /** The finished record; its claimed size is left open. */
    FunctionRecord record(CapabilityWords words) {
        HeaderLine known = known();
        OsFactsBuilder os = new OsFactsBuilder();
        os.vendor(known.vendor())
                .device(known.device())
                .revision(known.revision())
                .iommuGroup(group);
        os.classCode(classCode(known)).shortClass(known.classPair());
        OsLines lines = new OsLines(os);
        lines.read(text);
        accessDenied = lines.accessDenied();
        os.names(new OsFacts.Names(known.vendorName(), known.name(), lines.subsystem()));
        machine.ifPresent(m -> m.fill(os));
        boolean bytesSayIt = length > 0 && !text.printsBeyond(length);
        Listing listing = bytesSayIt ? Listing.NONE : new ListingReader(words, known.classPair()).read(text);
        return new FunctionRecord(header.address(), ConfigSpace.of(bytes, 0, length), 0, os.build(), listing);
    }

    /** The header line prints the programming interface only at times; the bytes have it too, if they agree otherwise. */
    private OptionalInt classCode(HeaderLine known) {
        if (known.classPair().isEmpty()) {
            return OptionalInt.empty();
        }
        int upper = known.classPair().getAsInt() << 8;
        if (known.progIf().isPresent()) {
            return OptionalInt.of(upper | known.progIf().getAsInt());
        }
        boolean agrees = length > CLASS_OFFSET + 2
                && (bytes[CLASS_OFFSET + 2] & 0xff) << 16 == (upper & 0xff0000)
                && (bytes[CLASS_OFFSET + 1] & 0xff) << 8 == (upper & 0xff00);
        return agrees ? OptionalInt.of(upper | bytes[CLASS_OFFSET] & 0xff) : OptionalInt.empty();
    }
}
