package ridscope.enumerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.AcsCapability;
import ridscope.config.AriCapability;
import ridscope.config.BridgeBuses;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;
import ridscope.config.Header;
import ridscope.config.PciExpress;
import ridscope.config.Views;
import ridscope.host.FunctionRecord;
import ridscope.host.Listing;
import ridscope.host.OsFacts;
import ridscope.text.Diagnostic;
import ridscope.topology.Identity;

/** Reads what one record says by itself: registers first, what was printed of them, then the operating system. */
final class DraftReader {

    private static final int PCI_BRIDGE_CLASS = 0x0604;
    private static final int CARDBUS_BRIDGE_CLASS = 0x0607;

    private DraftReader() {}

    /** Everything a record's bytes and attributes give without looking at other functions. */
    record Registers(
            Header header,
            CapabilityList capabilities,
            Identity identity,
            Optional<BridgeBuses> bridge,
            Optional<PciExpress> express,
            Optional<AriCapability> ari,
            Optional<AcsCapability> acs) {}

    static Draft read(FunctionRecord record, List<Diagnostic> diagnostics) {
        ConfigSpace config = record.config();
        Header header = Views.header(config);
        Listing listing = record.listing();
        CapabilityList walked = CapabilityWalk.walk(config, record.configSize());
        CapabilityList capabilities = listing.capabilities()
                .map(printed -> completed(walked, printed))
                .orElse(walked);
        Identity identity = identity(header, Views.subsystem(config, walked), record);
        Draft draft = new Draft(
                record,
                new Registers(
                        header,
                        capabilities,
                        identity,
                        bridge(config, record),
                        Views.pciExpress(config, walked).or(listing::express),
                        Views.ari(config, walked).or(listing::ari),
                        Views.acs(config, walked).or(listing::acs)));
        capabilities.diagnostics().forEach(d -> diagnostics.add(Diagnostic.of(d.id(), record.address(), d.text())));
        checkHeader(draft, diagnostics);
        return draft;
    }

    /** Each list from the bytes where they show the whole of it, else as printed where that shows more. */
    private static CapabilityList completed(CapabilityList walked, CapabilityList printed) {
        boolean standard = walked.standard() == Walked.UNKNOWN;
        boolean extended = walked.extended() == Walked.UNKNOWN;
        if (!standard && !extended) {
            return walked;
        }
        List<Capability> all = new ArrayList<>();
        of(standard && shows(printed, false) ? printed : walked, false, all);
        of(extended && shows(printed, true) ? printed : walked, true, all);
        List<Diagnostic> diagnostics = new ArrayList<>(walked.diagnostics());
        diagnostics.addAll(printed.diagnostics());
        return new CapabilityList(
                all,
                standard ? printed.standard() : walked.standard(),
                extended ? printed.extended() : walked.extended(),
                diagnostics);
    }

    private static boolean shows(CapabilityList printed, boolean extended) {
        return (extended ? printed.extended() : printed.standard()) != Walked.UNKNOWN
                || printed.capabilities().stream().anyMatch(c -> c.extended() == extended);
    }

    private static void of(CapabilityList list, boolean extended, List<Capability> all) {
        list.capabilities().stream().filter(c -> c.extended() == extended).forEach(all::add);
    }

    private static Identity identity(Header header, Optional<Integer> subsystem, FunctionRecord record) {
        OsFacts os = record.os();
        OsFacts.Identity told = os.identity();
        boolean masked = header.vendor().equals(OptionalInt.of(0xffff));
        boolean silent = masked && header.classCode().equals(OptionalInt.of(0xffffff));
        OptionalInt none = OptionalInt.empty();
        OptionalInt classCode = either(silent ? none : header.classCode(), told.classCode());
        return new Identity(
                either(masked ? none : header.vendor(), told.vendor()),
                either(masked ? none : header.device(), told.device()),
                subsystem.isPresent() ? OptionalInt.of(subsystem.get() >>> 16) : filled(told, told.subsystemVendor()),
                subsystem.isPresent() ? OptionalInt.of(subsystem.get() & 0xffff) : filled(told, told.subsystemDevice()),
                classCode,
                classCode.isPresent() ? none : told.shortClass(),
                either(silent ? none : header.revision(), told.revision()),
                either(header.layout(), record.listing().layout()),
                header.multifunction());
    }

    /** Sysfs shows 0000:0000 where a function has no subsystem IDs at all. */
    private static OptionalInt filled(OsFacts.Identity told, OptionalInt value) {
        return told.subsystemVendor().orElse(0) == 0 ? OptionalInt.empty() : value;
    }

    private static OptionalInt either(OptionalInt first, OptionalInt second) {
        return first.isPresent() ? first : second;
    }

    private static Optional<BridgeBuses> bridge(ConfigSpace config, FunctionRecord record) {
        return Views.bridge(config)
                .or(record.listing()::bridge)
                .or(() -> record.os()
                        .buses()
                        .map(b -> new BridgeBuses(OptionalInt.empty(), b.secondary(), b.subordinate())));
    }

    /** The sanity rules of Linux {@code pci_setup_device}. */
    private static void checkHeader(Draft draft, List<Diagnostic> diagnostics) {
        if (draft.header.layout().isEmpty()) {
            return;
        }
        int layout = draft.header.layout().getAsInt();
        OptionalInt told = draft.header.classCode();
        int type = told.isPresent() ? told.getAsInt() >> 8 : -1;
        if (layout > 2) {
            diagnostics.add(mismatch(draft, String.format("Header layout %02x is none of 0, 1 and 2", layout)));
        } else if (layout == 0 && type == PCI_BRIDGE_CLASS) {
            diagnostics.add(mismatch(draft, "The class says PCI bridge, the header layout is 0"));
        } else if (layout == 2 && told.isPresent() && type != CARDBUS_BRIDGE_CLASS) {
            diagnostics.add(mismatch(draft, String.format("Header layout 2 is for CardBus, the class is %04x", type)));
        }
    }

    private static Diagnostic mismatch(Draft draft, String text) {
        return Diagnostic.of("HEADER_MISMATCH", draft.address, text);
    }
}
