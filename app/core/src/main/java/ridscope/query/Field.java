package ridscope.query;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a condition can ask about a function. */
public enum Field {
    CLASS(
            "class code or class word",
            "a name such as nvme or network, or a hex code of 2, 4 or 6 digits such as 0108",
            Kind.CHOICE),
    VENDOR("vendor ID or part of the name", "a hex ID such as 8086, or part of a name", Kind.TEXT),
    DEVICE("device ID or part of the name", "a hex ID such as 1592 or 8086:1592, or part of a name", Kind.TEXT),
    DRIVER("bound driver, or none", "the name of a driver", Kind.TEXT),
    CAP(
            "capability ID or name",
            "a name such as sriov, or a hex ID of 2 digits (standard) or 4 (extended) such as 0038",
            Kind.CHOICE),
    ROLE(
            "place in the hierarchy",
            "a role such as endpoint or root-port, or one of bridge, port, switch, pf and vf",
            Kind.CHOICE),
    WIDTH("lanes of its link, or max", "lanes from 0 to 32 such as 8 or x8, or max", Kind.NUMBER),
    SPEED(
            "GT/s or genN of its link, or max",
            "2.5, 5, 8, 16, 32, 64 or 128 for GT/s, gen1 to gen7, or max",
            Kind.NUMBER),
    VFS("VFs enabled", "a number", Kind.NUMBER),
    TOTALVFS("TotalVFs", "a number", Kind.NUMBER),
    SDIS("Total SDIs", "a number", Kind.NUMBER),
    NUMA("NUMA node, or none", "a number", Kind.NUMBER),
    GROUP("IOMMU group, or none", "a number", Kind.NUMBER),
    BUS("bus number, hex", "a hex number from 0 to ff", Kind.NUMBER),
    SEGMENT("segment, hex", "a hex number from 0 to ffffffff", Kind.CHOICE),
    SLOT("slot label, or none", "the label of a slot", Kind.TEXT),
    FINDING("rule id or severity", "error, warning or info, or the id of a rule such as ACS_GAP", Kind.LEVEL),
    NAME("part of a name or address", "part of a name or address", Kind.TEXT);

    private static final Set<Operator> EQUALITY = EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL);

    /** What the values are. */
    private enum Kind {
        CHOICE,
        TEXT,
        NUMBER,
        LEVEL
    }

    private final String words;
    private final String takes;
    private final Kind kind;

    Field(String words, String takes, Kind kind) {
        this.words = words;
        this.takes = takes;
        this.kind = kind;
    }

    /** As it is typed. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its values are, in a few words. */
    public String words() {
        return words;
    }

    /** What can stand behind one of its operators, for messages: {@code vfs takes a number}. */
    String takes(Operator operator) {
        if (operator == Operator.IN) {
            return id() + " in takes a range such as " + range();
        }
        if (this == FINDING && operator == Operator.AT_LEAST) {
            return id() + operator.sign() + " takes error, warning or info";
        }
        return id() + " takes " + takes + (mayBeNone() && EQUALITY.contains(operator) ? ", or none" : "");
    }

    private String range() {
        return switch (this) {
            case BUS -> "3a-5f, in hex from 0 to ff";
            case WIDTH -> "4-16";
            case SPEED -> "8-32 or gen3-gen5";
            default -> "1-15";
        };
    }

    /** Whether {@code none} is one of its values, behind {@code =} and {@code !=}. */
    boolean mayBeNone() {
        return this == DRIVER || this == NUMA || this == GROUP || this == SLOT;
    }

    boolean allows(Operator operator) {
        return operators().contains(operator);
    }

    /** In the order of {@link Operator}. */
    Set<Operator> operators() {
        return switch (kind) {
            case CHOICE -> EnumSet.copyOf(EQUALITY);
            case TEXT -> EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.CONTAINS);
            case NUMBER -> EnumSet.complementOf(EnumSet.of(Operator.CONTAINS));
            case LEVEL -> EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL, Operator.AT_LEAST);
        };
    }

    static Optional<Field> of(String word) {
        String id = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
    }
}
