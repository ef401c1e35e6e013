package ridscope.source.lspci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.AcsCapability;
import ridscope.config.AriCapability;
import ridscope.config.BridgeBuses;
import ridscope.config.CapabilityList;
import ridscope.config.PciExpress;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.host.Listing;
import ridscope.text.Numbers;

/** Reads the lines of one function as registers. For one function. */
final class ListingReader {

    private static final int CARDBUS_CLASS = 0x0607;
    private static final Pattern BUSES =
            Pattern.compile("Bus: primary=([0-9a-f]{2}), secondary=([0-9a-f]{2}), subordinate=([0-9a-f]{2})\\b.*");
    private static final Pattern LAYOUT = Pattern.compile("!!! Unknown header type ([0-9a-f]{2})");

    private final CapabilityWords words;
    private final OptionalInt classPair;
    private final List<ListedCapability> capabilities = new ArrayList<>();
    private Optional<BridgeBuses> bridge = Optional.empty();
    private static final Set<Integer> BRIDGES = Set.of(0x0604, 0x0607, 0x0609);
    private static final Pattern OTHER_LAYOUT =
            Pattern.compile("!!! Invalid class [0-9a-f]{4} for header type ([0-9a-f]{2})");

    private OptionalInt strangeLayout = OptionalInt.empty();
    private OptionalInt otherLayout = OptionalInt.empty();
    private boolean verbose;
    private boolean denied;
    private boolean below;

    ListingReader(CapabilityWords words, OptionalInt classPair) {
        this.words = words;
        this.classPair = classPair;
    }

    /** {@link Listing#NONE} if there are no lines. */
    Listing read(TextBlock text) {
        if (text.count() == 0) {
            return Listing.NONE;
        }
        for (int line = 0; line < text.count(); line++) {
            line(text.text(line));
        }
        return new Listing(
                layout(),
                bridge,
                verbose ? Optional.of(list()) : Optional.empty(),
                express(),
                ari(),
                acs(),
                sriov(),
                siov(),
                text.lines());
    }

    private void line(String line) {
        Optional<ListedCapability> capability = ListedCapability.start(line);
        if (capability.isPresent()) {
            below = true;
            capabilities.add(capability.get());
        } else if (line.startsWith("Capabilities: ") || line.startsWith("<access denied to the rest>")) {
            denied = true;
            below = false;
        } else if (line.startsWith("Kernel ")) {
            below = false;
        } else if (below) {
            capabilities.get(capabilities.size() - 1).add(line);
        } else {
            own(line);
        }
    }

    private void own(String line) {
        verbose |= line.startsWith("Flags: ") || line.startsWith("Control: ");
        Matcher buses = BUSES.matcher(line);
        if (buses.matches()) {
            bridge = Optional.of(new BridgeBuses(
                    Numbers.hex(buses.group(1)),
                    Numbers.hex(buses.group(2)).orElse(0),
                    Numbers.hex(buses.group(3)).orElse(0)));
        }
        Matcher layout = LAYOUT.matcher(line);
        if (layout.matches()) {
            strangeLayout = Numbers.hex(layout.group(1));
        }
        Matcher other = OTHER_LAYOUT.matcher(line);
        if (other.matches()) {
            otherLayout = Numbers.hex(other.group(1));
        }
    }

    /**
     * Layouts 1 and 2 print a Bus line whenever anything but the first line is printed, layout 0 never. A bridge by its class
     * that has none was printed incompletely.
     */
    private OptionalInt layout() {
        if (strangeLayout.isPresent()) {
            return OptionalInt.of(strangeLayout.getAsInt() & 0x7f);
        }
        if (otherLayout.isPresent()) {
            return otherLayout;
        }
        if (bridge.isPresent()) {
            return classPair.isPresent() ? OptionalInt.of(classPair.getAsInt() == CARDBUS_CLASS ? 2 : 1) : classPair;
        }
        boolean cut = classPair.isPresent() && BRIDGES.contains(classPair.getAsInt());
        return verbose && !cut ? OptionalInt.of(0) : OptionalInt.empty();
    }

    private CapabilityList list() {
        return new ListedCapabilities(words, capabilities).list(denied || strangeLayout.isPresent());
    }

    private Optional<ListedCapability> first(boolean extended, int id) {
        return capabilities.stream()
                .filter(c -> c.extended() == extended
                        && words.id(extended, c.title()).equals(OptionalInt.of(id)))
                .findFirst();
    }

    private Optional<PciExpress> express() {
        return first(false, PciExpress.ID).flatMap(ExpressText::read);
    }

    private Optional<AriCapability> ari() {
        return first(true, AriCapability.ID).flatMap(RoutingText::ari);
    }

    private Optional<AcsCapability> acs() {
        return first(true, AcsCapability.ID).flatMap(RoutingText::acs);
    }

    private Optional<SrIovCapability> sriov() {
        return first(true, SrIovCapability.ID).flatMap(IovText::srIov);
    }

    private Optional<SiovCapability> siov() {
        return first(true, SiovCapability.ID).flatMap(IovText::siov);
    }
}
