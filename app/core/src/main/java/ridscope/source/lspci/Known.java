package ridscope.source.lspci;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import ridscope.config.BridgeBuses;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.ConfigSpace;
import ridscope.config.Header;
import ridscope.config.Views;
import ridscope.host.FunctionRecord;
import ridscope.host.OsFacts;

/** What two records of one address can be compared by, to tell whether they are about the same function. */
final class Known {

    private static final int ALL_ONES = 0xffff;
    private static final String SERIAL = "Device Serial Number ";

    private final FunctionRecord record;
    private final Header header;

    private Known(FunctionRecord record) {
        this.record = record;
        header = Views.header(record.config());
    }

    /** Whether no fact that both know differs. */
    static boolean agree(FunctionRecord a, FunctionRecord b) {
        return prefixes(a.config(), b.config()) && new Known(a).agrees(new Known(b));
    }

    /** Whether the shorter of two dumps is how the longer one begins. */
    private static boolean prefixes(ConfigSpace a, ConfigSpace b) {
        int common = Math.min(a.length(), b.length());
        return ConfigSpace.of(a.toBytes(), 0, common).equals(ConfigSpace.of(b.toBytes(), 0, common));
    }

    // A bridge without a range is not the same as no word about buses.
    @SuppressWarnings("OptionalMapToOptional")
    private boolean agrees(Known that) {
        return same(vendor(), that.vendor())
                && same(device(), that.device())
                && same(classPair(), that.classPair())
                && same(revision(), that.revision())
                && same(name(), that.name())
                && same(bridge().map(BridgeBuses::range), that.bridge().map(BridgeBuses::range))
                && same(record.listing().sriov(), that.record.listing().sriov())
                && same(offsets(), that.offsets())
                && same(serial(), that.serial())
                && ranges(that);
    }

    private static boolean same(OptionalInt a, OptionalInt b) {
        return a.isEmpty() || b.isEmpty() || a.equals(b);
    }

    private static boolean same(Optional<?> a, Optional<?> b) {
        return a.isEmpty() || b.isEmpty() || a.equals(b);
    }

    private static OptionalInt either(OptionalInt a, OptionalInt b) {
        return a.isPresent() ? a : b;
    }

    private boolean masked() {
        return header.vendor().equals(OptionalInt.of(ALL_ONES));
    }

    /** What was printed comes first: the kernel corrects some registers, and may have done so in both. */
    private OptionalInt vendor() {
        return either(record.os().identity().vendor(), masked() ? OptionalInt.empty() : header.vendor());
    }

    private OptionalInt device() {
        return either(record.os().identity().device(), masked() ? OptionalInt.empty() : header.device());
    }

    private OptionalInt classPair() {
        OsFacts.Identity told = record.os().identity();
        if (told.shortClass().isPresent()) {
            return told.shortClass();
        }
        OptionalInt code = either(told.classCode(), masked() ? OptionalInt.empty() : header.classCode());
        return code.isPresent() ? OptionalInt.of(code.getAsInt() >> 8) : code;
    }

    private OptionalInt revision() {
        return either(record.os().identity().revision(), masked() ? OptionalInt.empty() : header.revision());
    }

    private Optional<String> name() {
        OsFacts.Names names = record.os().names();
        return names.device()
                .map(device -> names.vendor().map(v -> v + " " + device).orElse(device));
    }

    private Optional<BridgeBuses> bridge() {
        return Views.bridge(record.config()).or(() -> record.listing().bridge());
    }

    private Optional<String> offsets() {
        return record.listing()
                .capabilities()
                .filter(list -> list.standard() == CapabilityList.Walked.YES)
                .map(list -> list.capabilities().stream()
                        .filter(c -> !c.extended())
                        .map(Capability::offset)
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
    }

    private Optional<String> serial() {
        return record.listing().lines().stream()
                .filter(line -> line.contains(SERIAL))
                .map(line -> line.substring(line.indexOf(SERIAL)))
                .findFirst();
    }

    private boolean ranges(Known that) {
        List<OsFacts.Resource> others = that.record.os().resources();
        return record.os().resources().stream()
                .allMatch(mine -> others.stream()
                        .filter(other -> other.index() == mine.index())
                        .allMatch(other -> mine.start().isEmpty()
                                || other.start().isEmpty()
                                || mine.start().equals(other.start())));
    }

    /** Whether a record says more than where a function is. */
    static boolean anything(FunctionRecord record) {
        return record.config().length() > 0
                || record.os().identity().classCode().isPresent()
                || record.os().identity().shortClass().isPresent();
    }
}
