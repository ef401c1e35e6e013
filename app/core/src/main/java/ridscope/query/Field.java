package ridscope.query;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a condition can ask about a function. */
public enum Field {
    CLASS("class code or class word", Kind.CHOICE),
    VENDOR("vendor ID or part of the name", Kind.TEXT),
    DEVICE("device ID or part of the name", Kind.TEXT),
    DRIVER("bound driver, or none", Kind.TEXT),
    CAP("capability ID or name", Kind.CHOICE),
    ROLE("place in the hierarchy", Kind.CHOICE),
    WIDTH("lanes of its link, or max", Kind.NUMBER),
    SPEED("GT/s or genN of its link, or max", Kind.NUMBER),
    VFS("VFs enabled", Kind.NUMBER),
    TOTALVFS("TotalVFs", Kind.NUMBER),
    SDIS("Total SDIs", Kind.NUMBER),
    NUMA("NUMA node, or none", Kind.NUMBER),
    GROUP("IOMMU group, or none", Kind.NUMBER),
    BUS("bus number, hex", Kind.NUMBER),
    SEGMENT("segment, hex", Kind.CHOICE),
    SLOT("slot label, or none", Kind.TEXT),
    FINDING("rule id or severity", Kind.LEVEL),
    NAME("part of a name or address", Kind.TEXT);

    /** What the values are. */
    private enum Kind {
        CHOICE,
        TEXT,
        NUMBER,
        LEVEL
    }

    private final String words;
    private final Kind kind;

    Field(String words, Kind kind) {
        this.words = words;
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

    boolean takes(Operator operator) {
        return operators().contains(operator);
    }

    /** In the order of {@link Operator}. */
    Set<Operator> operators() {
        return switch (kind) {
            case CHOICE -> EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL);
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
