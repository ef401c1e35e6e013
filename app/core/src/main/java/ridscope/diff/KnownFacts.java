package ridscope.diff;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.AcsCapability;
import ridscope.config.BridgeBuses;
import ridscope.config.PciExpress;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.host.OsFacts;
import ridscope.text.Numbers;
import ridscope.topology.Link;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Slot;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/** What one host tells of a function, as words; empty where it does not tell. */
final class KnownFacts {

    private static final String NONE = "none";
    private static final String[] ACS_FLAGS = {"SV", "TB", "RR", "CR", "UF", "EC", "DT"};

    private final Topology topology;
    private final boolean tellsDrivers;

    KnownFacts(Topology topology) {
        this.topology = topology;
        tellsDrivers = tellsDrivers(topology);
    }

    /** Whether a function without a driver has none: of some function it tells one. */
    static boolean tellsDrivers(Topology topology) {
        return topology.functions().stream().anyMatch(f -> f.driver().isPresent());
    }

    /** One fact of which a function has one value. */
    Optional<String> value(Fact fact, PciFunction f) {
        return switch (fact) {
            case DEVICE_ID -> ids(f.identity().vendor(), f.identity().device());
            case SUBSYSTEM -> ids(f.identity().subsystemVendor(), f.identity().subsystemDevice());
            case SERIAL_NUMBER -> SerialNumbers.text(f);
            case CLASS -> hex(f.identity().classCode(), 6);
            case REVISION -> hex(f.identity().revision(), 2);
            case ROLE -> Optional.of(f.role()).filter(Role::known).map(Role::id);
            case LINK -> link(f);
            case LINK_CAPABILITY -> f.express().link().flatMap(e -> rate(e, true));
            case ACS -> f.express().acs().map(KnownFacts::acs);
            case ARI_FORWARDING -> ariForwarding(f);
            case DRIVER -> f.driver().or(() -> tellsDrivers ? Optional.of(NONE) : Optional.empty());
            case NUMA_NODE -> number(f.place().numaNode());
            case SLOT -> f.place().slot().map(Slot::label).filter(label -> !label.isEmpty());
            case POWER_STATE -> f.record().os().state().power().filter(p -> !p.equals("unknown"));
            default -> iov(fact, f);
        };
    }

    private static Optional<String> iov(Fact fact, PciFunction f) {
        Optional<SrIovCapability> vfs = f.sriov().flatMap(SrIov::capability);
        Optional<SiovCapability> sdis = f.siov().map(s -> s.capability());
        return switch (fact) {
            case TOTAL_VFS -> vfs.map(c -> String.valueOf(c.totalVfs()));
            case INITIAL_VFS -> vfs.map(c -> String.valueOf(c.initialVfs()));
            case DRIVER_VFS -> f.sriov().flatMap(s -> number(s.driverLimit()));
            case VF_PLACES -> f.sriov().flatMap(s -> places(s.firstVfOffset(), s.vfStride()));
            case VF_DEVICE -> f.sriov().flatMap(s -> hex(s.vfDevice(), 4));
            case ARI_HIERARCHY -> vfs.map(c -> onOff(c.ariHierarchy()));
            case TOTAL_SDIS -> sdis.map(c -> String.valueOf(c.totalSdis()));
            case SDI_PLACES ->
                sdis.flatMap(c -> places(OptionalInt.of(c.firstSdiOffset()), OptionalInt.of(c.sdiStride())));
            case SDI_STATE -> sdis.map(c -> c.active() ? "active" : "not active");
            default -> Optional.empty();
        };
    }

    /** Base class and subclass, for a pair of which one source tells no programming interface. */
    static Optional<String> shortClass(PciFunction f) {
        return hex(f.identity().baseAndSubclass(), 4);
    }

    /** Buses in words; {@code none} where firmware gave none. */
    static String buses(BridgeBuses buses) {
        return buses.configured()
                ? "[" + Numbers.hexText(buses.secondary(), 2) + "-" + Numbers.hexText(buses.subordinate(), 2) + "]"
                : NONE;
    }

    /** The link above a device, told by its first function; a port's link is told by what is below it. */
    private Optional<String> link(PciFunction f) {
        return topology.linkAbove(f.address())
                .flatMap(link -> link.present()
                        .flatMap(end -> rate(end, false))
                        .map(rate -> rate + (link.state() == Link.State.BELOW_CAPABILITY ? below(link) : "")));
    }

    private static String below(Link link) {
        return ", below capability"
                + rate(link.common(), true).map(can -> ": " + can).orElse("");
    }

    private static Optional<String> rate(LinkEnd end, boolean capability) {
        OptionalInt width = capability ? end.maxWidth() : end.width();
        return (capability ? end.maxSpeed() : end.speed())
                .filter(speed -> width.isPresent())
                .map(speed -> speed + " x" + width.getAsInt());
    }

    private Optional<String> ariForwarding(PciFunction f) {
        Optional<Boolean> register =
                f.express().capability().flatMap(PciExpress::control2).map(c -> c.ariForwardingEnabled());
        if (f.role().downstreamPort()) {
            return register.map(KnownFacts::onOff);
        }
        boolean portTells = f.parent()
                .flatMap(topology::function)
                .flatMap(p -> p.express().capability())
                .flatMap(PciExpress::control2)
                .isPresent();
        OsFacts.Place place = f.record().os().place();
        return portTells || f.virtual().isPresent()
                ? Optional.empty()
                : place.ariEnabled().map(KnownFacts::onOff);
    }

    private static String acs(AcsCapability acs) {
        StringBuilder words = new StringBuilder();
        for (int bit = 0; bit < ACS_FLAGS.length; bit++) {
            if ((acs.control() >> bit & 1) != 0) {
                words.append(words.length() == 0 ? "" : " ").append(ACS_FLAGS[bit]);
            }
        }
        return words.length() == 0 ? NONE : words.toString();
    }

    private static Optional<String> ids(OptionalInt vendor, OptionalInt device) {
        return hex(vendor, 4).flatMap(v -> hex(device, 4).map(d -> v + ":" + d));
    }

    private static Optional<String> places(OptionalInt offset, OptionalInt stride) {
        return number(offset).flatMap(o -> number(stride).map(s -> o + " + " + s));
    }

    private static Optional<String> hex(OptionalInt value, int digits) {
        return value.isPresent() ? Optional.of(Numbers.hexText(value.getAsInt(), digits)) : Optional.empty();
    }

    private static Optional<String> number(OptionalInt value) {
        return value.isPresent() ? Optional.of(String.valueOf(value.getAsInt())) : Optional.empty();
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
