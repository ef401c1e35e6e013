package ridscope.desktop.inspector;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.ConfigSpace;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.host.Listing;
import ridscope.rid.FunctionAddress;
import ridscope.ridmap.Claim;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * The function that is inspected, within its document.
 *
 * @param document the host
 * @param function the function
 */
record Subject(Document document, PciFunction function) {

    private static final Origin PRINTED = Origin.of("lspci text");

    Topology topology() {
        return document.topology();
    }

    FunctionAddress address() {
        return function.address();
    }

    ConfigSpace config() {
        return function.record().config();
    }

    Optional<RidMap> ridMap() {
        return document.ridMap(address().segment());
    }

    /** Where the VFs or SDIs of this PF land. */
    Optional<IovPlacement> placement(Claim.Kind kind) {
        return ridMap().flatMap(map -> map.placements().stream()
                .filter(p -> p.kind() == kind && p.owner().equals(address()))
                .findFirst());
    }

    /** A value that the operating system told: its sysfs attribute, or what lspci calls it. */
    Origin os(String attribute, String lspciWord) {
        return osOrigin(topology(), attribute, lspciWord);
    }

    /** Like {@link #os} for any function of a host. */
    static Origin osOrigin(Topology topology, String attribute, String lspciWord) {
        return topology.provenance().kind().startsWith("lspci")
                ? Origin.of("lspci " + lspciWord)
                : Origin.of(("sysfs " + attribute).strip());
    }

    /** A register that was read here, or where the source has no such bytes, by the program that printed it. */
    Origin register(int offset, int size) {
        return printed(function, offset) ? PRINTED : Origin.register(offset, size);
    }

    /** Like {@link #register} for another function. */
    Origin registerOf(FunctionAddress address, int offset) {
        boolean text =
                topology().function(address).filter(f -> printed(f, offset)).isPresent();
        return text ? PRINTED : Origin.register(address, offset);
    }

    private static boolean printed(PciFunction function, int offset) {
        return offset >= function.config().length()
                && !function.record().listing().equals(Listing.NONE);
    }

    /** A number that stands in the header where that was readable and agrees, else in an attribute. */
    Fact headerOrOs(String labelKey, OptionalInt value, OptionalInt raw, Fallback where, IntFunction<String> words) {
        if (value.isEmpty()) {
            return new Fact(
                    Messages.text(labelKey), missing(where.offset()), Origin.register(where.offset(), where.size()));
        }
        Origin origin = raw.equals(value)
                ? Origin.register(where.offset(), where.size())
                : os(where.attribute(), where.lspciWord());
        return new Fact(Messages.text(labelKey), Value.of(words.apply(value.getAsInt())), origin);
    }

    /**
     * @param offset of the register
     * @param size in bytes
     * @param attribute sysfs attribute with the same value
     * @param lspciWord what lspci calls it
     */
    record Fallback(int offset, int size, String attribute, String lspciWord) {}

    /** Why a byte is not there. Never called for bytes that are. */
    Value missing(int offset) {
        int real = config().length();
        int size = function.record().configSize();
        if (size > 0 && offset >= size) {
            return Value.unknown(Messages.text("inspector.missing.beyond", Words.count(size)));
        }
        boolean unprivileged = topology().provenance().privileged().equals(Optional.of(false));
        if (size > real || unprivileged && real > 0) {
            return Value.unreadable(Messages.text("inspector.missing.root"));
        }
        return Value.unknown(
                real == 0
                        ? Messages.text("inspector.missing.none")
                        : Messages.text("inspector.missing.cut", Words.count(real)));
    }

    /** Why nothing can be said about capabilities; empty when the list was read. */
    Optional<Value> unknownCapabilities(boolean extended) {
        Walked readable = extended
                ? function.capabilities().extended()
                : function.capabilities().standard();
        return readable == Walked.UNKNOWN ? Optional.of(missing(extended ? 0x100 : 0x40)) : Optional.empty();
    }

    /** What to know about its registers as a whole: that they are as printed, or that there are more than could be read. */
    Optional<Value> registersNote() {
        if (config().length() == 0 && !PrintedNodes.of(this).isEmpty()) {
            return Optional.of(Value.unknown(Messages.text("inspector.registers.printed")));
        }
        return unknownCapabilities(false)
                .or(() -> unknownCapabilities(true))
                .map(why -> Value.of(Messages.text("inspector.registers.unknown", why.text()))
                        .toned(why.tone()));
    }

    /** Its address, a click on which selects it. */
    static Value link(FunctionAddress address) {
        return Value.mono(Words.address(address)).to(new Target.OfFunction(address));
    }

    /** Address and short name of any function of the host, a click on which selects it. */
    static Value named(Document document, FunctionAddress address) {
        String name = document.function(address)
                .map(f -> " " + document.names().shortName(f))
                .orElse("");
        return Value.of(Words.address(address) + name).to(new Target.OfFunction(address));
    }
}
