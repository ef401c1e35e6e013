package ridscope.source.lspci;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.Listing;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;

/** Puts together what two listings say of one function. Where both say something they agree, and the earlier one counts. */
final class RecordMerge {

    private RecordMerge() {}

    static FunctionRecord of(FunctionRecord a, FunctionRecord b) {
        ConfigSpace config = a.config().length() < b.config().length() ? b.config() : a.config();
        Listing listing = listing(a.listing(), b.listing());
        return new FunctionRecord(
                a.address(), config, 0, os(a.os(), b.os()), saidByBytes(config, listing) ? Listing.NONE : listing);
    }

    /** Whether the bytes have all that the listing shows. */
    private static boolean saidByBytes(ConfigSpace config, Listing listing) {
        return config.length() > 0
                && listing.capabilities().stream()
                        .flatMap(list -> list.capabilities().stream())
                        .allMatch(c -> c.offset() < config.length());
    }

    private static OsFacts os(OsFacts a, OsFacts b) {
        OsFactsBuilder os = new OsFactsBuilder();
        identity(a.identity(), b.identity(), os);
        os.parent(first(a, b, f -> f.place().parent()));
        os.slot(first(a, b, f -> f.place().slot()));
        os.numaNode(number(a.place().numaNode(), b.place().numaNode()));
        os.iommuGroup(number(a.place().iommuGroup(), b.place().iommuGroup()));
        os.driver(first(a, b, OsFacts::driver));
        List<OsFacts.Resource> more = b.resources();
        a.resources().forEach(os::resource);
        more.stream()
                .filter(r -> a.resources().stream().noneMatch(mine -> mine.index() == r.index()))
                .forEach(os::resource);
        os.names(names(a.names(), b.names()));
        return os.build();
    }

    private static void identity(OsFacts.Identity a, OsFacts.Identity b, OsFactsBuilder os) {
        os.vendor(number(a.vendor(), b.vendor())).device(number(a.device(), b.device()));
        OsFacts.Identity subsystem = a.subsystemVendor().isPresent() ? a : b;
        os.subsystemVendor(subsystem.subsystemVendor());
        os.subsystemDevice(number(subsystem.subsystemDevice(), a.subsystemDevice()));
        os.classCode(number(a.classCode(), b.classCode())).shortClass(number(a.shortClass(), b.shortClass()));
        os.revision(number(a.revision(), b.revision()));
    }

    /** Names come in one piece or in two; pieces of different listings are not mixed. */
    private static OsFacts.Names names(OsFacts.Names a, OsFacts.Names b) {
        OsFacts.Names product = a.device().isPresent() || b.device().isEmpty() ? a : b;
        return new OsFacts.Names(
                product.vendor(), product.device(), a.subsystem().or(b::subsystem));
    }

    private static Listing listing(Listing a, Listing b) {
        return new Listing(
                number(a.layout(), b.layout()),
                better(a, b, Listing::bridge, bridge -> bridge.primary().isPresent()),
                better(a, b, Listing::capabilities, RecordMerge::whole),
                better(a, b, Listing::express, express -> express.link().isPresent()),
                first(a, b, Listing::ari),
                first(a, b, Listing::acs),
                first(a, b, Listing::sriov),
                first(a, b, Listing::siov),
                a.lines().size() >= b.lines().size() ? a.lines() : b.lines());
    }

    private static boolean whole(CapabilityList list) {
        return list.standard() != Walked.UNKNOWN
                && list.capabilities().stream().allMatch(c -> c.version().isPresent());
    }

    private static <S, T> Optional<T> first(S a, S b, Function<S, Optional<T>> part) {
        return part.apply(a).or(() -> part.apply(b));
    }

    /** The earlier one, unless only the later one is complete. */
    private static <S, T> Optional<T> better(S a, S b, Function<S, Optional<T>> part, Predicate<T> complete) {
        return part.apply(a)
                .filter(complete)
                .or(() -> part.apply(b).filter(complete))
                .or(() -> first(a, b, part));
    }

    private static OptionalInt number(OptionalInt a, OptionalInt b) {
        return a.isPresent() ? a : b;
    }
}
