package ridscope.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import ridscope.config.Capability;
import ridscope.config.LinkSpeed;
import ridscope.names.DeviceNames;
import ridscope.text.Numbers;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;

/** The values of a field that occur on a host. */
final class HostValues {

    /** Distinct values that are counted; a host with more has no use for a list of them. */
    private static final int MOST = 300;

    private final QueryLanguage language;
    private final AskedHost host;
    private final Evaluation evaluation;

    /**
     * @param text in lower case, as it stands in a question but for the quotes
     * @param words what it means; may be empty
     * @param count functions for which {@code field=text} holds
     */
    record Value(String text, String words, OptionalInt count) {}

    HostValues(QueryLanguage language, AskedHost host) {
        this.language = language;
        this.host = host;
        evaluation = new Evaluation(host);
    }

    /** The most frequent first, numbers in their own order. */
    List<Value> of(Field field) {
        Map<String, String> seen = numeric(field) ? new TreeMap<>(HostValues::byNumber) : new TreeMap<>();
        Map<String, Integer> occurs = new HashMap<>();
        for (PciFunction f : host.topology().functions()) {
            texts(field, f).map(t -> t.toLowerCase(Locale.ROOT)).distinct().forEach(text -> {
                seen.putIfAbsent(text, words(field, text, f));
                occurs.merge(text, 1, Integer::sum);
            });
        }
        List<Value> values = new ArrayList<>();
        fixed(field).forEach(values::add);
        seen.entrySet().stream()
                .limit(MOST)
                .map(e -> new Value(e.getKey(), e.getValue(), count(field, e.getKey(), occurs)))
                .sorted(numeric(field) ? Comparator.comparingInt(v -> 0) : HostValues::byCount)
                .forEach(values::add);
        return List.copyOf(values);
    }

    private static int byCount(Value a, Value b) {
        return Integer.compare(b.count().orElse(0), a.count().orElse(0));
    }

    /** By value where both are numbers, as in 8, 16 and 2.5, else as texts. */
    private static int byNumber(String a, String b) {
        int byLength = Integer.compare(whole(a), whole(b));
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    private static int whole(String text) {
        int point = text.indexOf('.');
        return point < 0 ? text.length() : point;
    }

    private static boolean numeric(Field field) {
        return field.allows(Operator.LESS) || field == Field.SEGMENT;
    }

    /** Values that are worth offering without a count. */
    private static Stream<Value> fixed(Field field) {
        return switch (field) {
            case WIDTH, SPEED -> Stream.of(new Value("max", "what its own end can do", OptionalInt.empty()));
            case DRIVER, NUMA, GROUP, SLOT -> Stream.of(new Value("none", "", OptionalInt.empty()));
            case FINDING -> Stream.of("error", "warning", "info").map(l -> new Value(l, "", OptionalInt.empty()));
            default -> Stream.empty();
        };
    }

    /** Where a value is the whole field, each function that has it counts; where it is a part, the question decides. */
    private OptionalInt count(Field field, String text, Map<String, Integer> occurs) {
        return switch (field) {
            case DRIVER, GROUP, NUMA, BUS, SEGMENT, SLOT, FINDING -> OptionalInt.of(occurs.get(text));
            default -> asked(field, text);
        };
    }

    private OptionalInt asked(Field field, String text) {
        try {
            Query query = language.parse(field.id() + "=\"" + text.replace("\"", "") + "\"");
            return OptionalInt.of((int) host.topology().functions().stream()
                    .filter(f -> evaluation.of(query, f).yes())
                    .count());
        } catch (QueryException e) {
            return OptionalInt.empty();
        }
    }

    private Stream<String> texts(Field field, PciFunction f) {
        DeviceNames names = host.names();
        Optional<LinkEnd> link =
                f.express().link().filter(e -> e.up() && f.virtual().isEmpty());
        return switch (field) {
            case CLASS -> classWord(f);
            case VENDOR -> names.vendor(f).stream();
            case DEVICE -> names.device(f).stream();
            case DRIVER -> f.driver().stream();
            case CAP -> f.capabilities().capabilities().stream().flatMap(HostValues::capability);
            case ROLE -> f.role().known() ? Stream.of(f.role().id()) : Stream.empty();
            case WIDTH -> number(link.map(LinkEnd::width).orElse(OptionalInt.empty()));
            case SPEED -> link.flatMap(LinkEnd::speed).filter(LinkSpeed::known).map(HostValues::rate).stream();
            case VFS -> f.sriov().map(s -> Integer.toString(s.enabledVfs())).stream();
            case TOTALVFS -> f.sriov().map(s -> Integer.toString(s.totalVfs())).stream();
            case SDIS -> f.siov().map(s -> Integer.toString(s.capability().totalSdis())).stream();
            case NUMA -> number(evaluation.node(f));
            case GROUP -> number(f.iommuGroup());
            case BUS -> Stream.of(Numbers.hexText(f.address().bus(), 2));
            case SEGMENT -> Stream.of(f.address().segment().toString());
            case SLOT -> Evaluation.slotOf(host.topology(), f).map(Slot::label).stream();
            case FINDING -> host.findings().apply(f.address()).stream().map(Found::id);
            case NAME -> f.record().os().devices().stream().map(d -> d.name());
        };
    }

    private Stream<String> classWord(PciFunction f) {
        OptionalInt code = f.identity().baseAndSubclass();
        return code.isPresent() ? Stream.of(language.vocabulary().classWord(code.getAsInt())) : Stream.empty();
    }

    private static Stream<String> number(OptionalInt value) {
        return value.isPresent() ? Stream.of(Integer.toString(value.getAsInt())) : Stream.empty();
    }

    private static String rate(LinkSpeed speed) {
        String text = speed.toString();
        return text.substring(0, text.indexOf(' '));
    }

    /** Its word where it has one, else its ID. */
    private static Stream<String> capability(Capability capability) {
        return capability.id() == 0
                ? Stream.empty()
                : Stream.of(
                        capability.name().equals("Unknown")
                                ? capability.idText()
                                : CapabilityWords.plain(capability.name()));
    }

    /** What stands beside the value. */
    private String words(Field field, String text, PciFunction f) {
        return switch (field) {
            case CLASS -> host.names().className(f).orElse("");
            case VENDOR -> id(f.identity().vendor());
            case DEVICE -> id(f.identity().device());
            case CAP ->
                f.capabilities().capabilities().stream()
                        .filter(c -> CapabilityWords.plain(c.name()).equals(text))
                        .map(c -> c.idText() + " " + c.name())
                        .findFirst()
                        .orElse("");
            default -> "";
        };
    }

    private static String id(OptionalInt value) {
        return value.isPresent() ? Numbers.hexText(value.getAsInt(), 4) : "";
    }
}
