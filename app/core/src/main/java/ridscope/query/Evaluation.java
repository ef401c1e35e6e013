package ridscope.query;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import ridscope.host.OsFacts;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;
import ridscope.topology.Identity;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;
import ridscope.topology.Topology;

/**
 * Holds a question against the functions of one host. What the source tells of nobody at all, such as drivers, is unknown for
 * everybody; where it tells it of some, a function without it has none.
 */
final class Evaluation {

    private static final Vocabulary WORDS = new Vocabulary(List.of());

    private final AskedHost host;
    private final Topology topology;
    private final DeviceNames names;
    private final boolean driversTold;
    private final boolean nodesTold;
    private final boolean groupsTold;
    private final Registers registers = new Registers();

    Evaluation(AskedHost host) {
        this.host = host;
        topology = host.topology();
        names = host.names();
        Collection<PciFunction> all = topology.functions();
        driversTold = all.stream().anyMatch(f -> f.driver().isPresent());
        groupsTold = all.stream().anyMatch(f -> f.iommuGroup().isPresent());
        nodesTold = all.stream().anyMatch(f -> node(f).isPresent());
    }

    Verdict of(Query query, PciFunction f) {
        if (query instanceof Query.And and) {
            Verdict all = Verdict.YES;
            for (Query part : and.parts()) {
                all = all.and(of(part, f));
            }
            return all;
        } else if (query instanceof Query.Or or) {
            Verdict any = Verdict.NO;
            for (Query part : or.parts()) {
                any = any.or(of(part, f));
            }
            return any;
        } else if (query instanceof Query.Not not) {
            return of(not.part(), f).negated();
        } else if (query instanceof Query.Word word) {
            return named(f, word.text());
        }
        Query.Condition c = (Query.Condition) query;
        return c.operator() == Operator.NOT_EQUAL
                ? holds(c.field(), Operator.EQUAL, c.operand(), f).negated()
                : holds(c.field(), c.operator(), c.operand(), f);
    }

    private Verdict holds(Field field, Operator operator, Operand operand, PciFunction f) {
        return switch (field) {
            case CLASS -> isClass(f, text(operand));
            case VENDOR -> vendor(f, text(operand));
            case DEVICE -> device(f, text(operand));
            case DRIVER -> label(f.driver(), driversTold, Gap.DRIVER, operator, operand);
            case CAP -> registers.capability(f, (Operand.Capabilities) operand);
            case ROLE -> registers.role(f, text(operand));
            case WIDTH -> registers.width(f, operator, operand);
            case SPEED -> registers.speed(f, operator, operand);
            case VFS -> registers.vfs(f, operator, operand);
            case TOTALVFS -> registers.totalVfs(f, operator, operand);
            case SDIS -> registers.sdis(f, operator, operand);
            case NUMA -> place(node(f), nodesTold, Gap.NUMA, operator, operand);
            case GROUP -> place(f.iommuGroup(), groupsTold, Gap.GROUP, operator, operand);
            case BUS -> compare(f.address().bus(), operator, operand);
            case SEGMENT -> compare(Integer.toUnsignedLong(f.address().segment().number()), operator, operand);
            case SLOT -> slot(f, operator, operand);
            case FINDING -> finding(f, operator, text(operand));
            case NAME -> named(f, text(operand));
        };
    }

    private static String text(Operand operand) {
        return ((Operand.Text) operand).value();
    }

    /** Between numbers that are known. */
    static Verdict compare(long value, Operator operator, Operand operand) {
        if (operand instanceof Operand.Range range) {
            return Verdict.of(value >= range.first() && value <= range.last());
        }
        return Verdict.of(operator.holds(value, ((Operand.Amount) operand).value()));
    }

    private static Verdict isClass(PciFunction f, String text) {
        OptionalInt code = f.identity().baseAndSubclass();
        OptionalInt whole = f.identity().classCode();
        return code.isEmpty()
                ? Verdict.unknown(Gap.CLASS)
                : WORDS.classIs(
                        text,
                        code.getAsInt(),
                        whole.isPresent() ? OptionalInt.of(whole.getAsInt() & 0xff) : OptionalInt.empty());
    }

    private Verdict vendor(PciFunction f, String text) {
        Optional<Verdict> byId = id(f.identity().vendor(), text);
        if (byId.isPresent()) {
            return byId.get();
        }
        Optional<String> vendor = names.vendor(f);
        // A dump without IDs in brackets does not show where the maker's name ends; it stands in front.
        Optional<String> both = vendor.isPresent() ? Optional.empty() : f.deviceName();
        if (both.isPresent()) {
            String all = both.get().toLowerCase(Locale.ROOT);
            return all.startsWith(text) ? Verdict.YES : all.contains(text) ? Verdict.unknown(Gap.NAME) : Verdict.NO;
        }
        return contains(vendor, text, Gap.NAME);
    }

    private Verdict device(PciFunction f, String text) {
        Identity identity = f.identity();
        int colon = text.indexOf(':');
        if (colon == 4) {
            Optional<Verdict> vendor = id(identity.vendor(), text.substring(0, colon));
            Optional<Verdict> device = id(identity.device(), text.substring(colon + 1));
            if (vendor.isPresent() && device.isPresent()) {
                return vendor.get().and(device.get());
            }
        }
        return id(identity.device(), text).orElseGet(() -> contains(names.device(f), text, Gap.NAME));
    }

    /** The verdict on an ID of four digits; empty if the text is none. */
    private static Optional<Verdict> id(OptionalInt value, String text) {
        String digits = text.startsWith("0x") ? text.substring(2) : text;
        if (digits.length() != 4 || Numbers.hex(digits).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(value.isEmpty() ? Verdict.unknown(Gap.IDS) : Verdict.of(value.equals(Numbers.hex(digits))));
    }

    private static Verdict contains(Optional<String> value, String text, Gap gap) {
        return value.map(v -> Verdict.of(v.toLowerCase(Locale.ROOT).contains(text)))
                .orElseGet(() -> Verdict.unknown(gap));
    }

    private static Verdict label(Optional<String> value, boolean told, Gap gap, Operator operator, Operand operand) {
        if (value.isEmpty() && !told) {
            return Verdict.unknown(gap);
        }
        if (operand instanceof Operand.None) {
            return Verdict.of(value.isEmpty());
        }
        String wanted = text(operand);
        return Verdict.of(value.map(v -> v.toLowerCase(Locale.ROOT))
                .filter(v -> operator == Operator.CONTAINS ? v.contains(wanted) : v.equals(wanted))
                .isPresent());
    }

    private static Verdict place(OptionalInt value, boolean told, Gap gap, Operator operator, Operand operand) {
        if (value.isEmpty() && !told) {
            return Verdict.unknown(gap);
        }
        if (operand instanceof Operand.None) {
            return Verdict.of(value.isEmpty());
        }
        return value.isEmpty() ? Verdict.NO : compare(value.getAsInt(), operator, operand);
    }

    /** Its own node, or that of the root bus above, from which Linux hands it down. */
    OptionalInt node(PciFunction f) {
        OptionalInt own = f.place().numaNode();
        return own.isPresent()
                ? own
                : topology.hostBridgeOf(f).map(h -> h.numaNode()).orElse(OptionalInt.empty());
    }

    /** The slot it sits in, or else the one that it is the port of. */
    private Verdict slot(PciFunction f, Operator operator, Operand operand) {
        Optional<String> slot = slotOf(topology, f).map(Slot::label);
        boolean told = slot.isPresent()
                || Stream.concat(Stream.of(f), topology.pathToRoot(f).stream()).noneMatch(Registers::mayHideSlot);
        return label(slot, told, Gap.SLOT, operator, operand);
    }

    static Optional<Slot> slotOf(Topology topology, PciFunction f) {
        return f.place().slot().or(() -> topology.slotBelow(f.address()));
    }

    /** A severity asks what was found; a rule that was not checked everywhere may be broken where nothing was found. */
    private Verdict finding(PciFunction f, Operator operator, String text) {
        List<Found> found = host.findings().apply(f.address());
        List<String> levels = List.of("info", "warning", "error");
        int least = levels.indexOf(text);
        if (least >= 0) {
            return Verdict.of(found.stream()
                    .mapToInt(x -> levels.indexOf(x.severity()))
                    .anyMatch(level -> operator == Operator.AT_LEAST ? level >= least : level == least));
        }
        String id = text.toUpperCase(Locale.ROOT);
        if (found.stream().anyMatch(x -> x.id().equals(id))) {
            return Verdict.YES;
        }
        return host.unchecked().test(id) ? Verdict.unknown(Gap.RULE) : Verdict.NO;
    }

    /** Looks into what is shown of a function: address, class, names, IDs where names are missing, and OS devices. */
    private Verdict named(PciFunction f, String text) {
        if (shown(f).anyMatch(s -> s.toLowerCase(Locale.ROOT).contains(text))) {
            return Verdict.YES;
        }
        boolean nothing = f.identity().vendor().isEmpty()
                && names.vendor(f).isEmpty()
                && names.device(f).isEmpty();
        return nothing ? Verdict.unknown(Gap.NAME) : Verdict.NO;
    }

    private Stream<String> shown(PciFunction f) {
        FunctionAddress address = f.address();
        OptionalInt code = f.identity().baseAndSubclass();
        Stream<String> own = Stream.of(
                address.toString(),
                names.className(f).orElse(""),
                code.isPresent() ? WORDS.classWord(code.getAsInt()) : "",
                names.product(f));
        return Stream.concat(own, f.record().os().devices().stream().map(OsFacts.OsDevice::name));
    }
}
