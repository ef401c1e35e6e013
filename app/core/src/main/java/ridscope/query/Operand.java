package ridscope.query;

import java.util.Set;

/** The value of a condition, understood. */
public sealed interface Operand {

    /** @param value in lower case */
    record Text(String value) implements Operand {}

    /** A count, a bus, a speed code: whatever the field is measured in. */
    record Amount(long value) implements Operand {}

    /** A closed range of such numbers. */
    record Range(long first, long last) implements Operand {}

    /** What the function's own end of the link can do. */
    record Maximum() implements Operand {}

    /** Has none: {@code driver=none}. */
    record None() implements Operand {}

    /** One capability, or all of a name. */
    record Capabilities(Set<CapabilityId> ids) implements Operand {
        public Capabilities {
            ids = Set.copyOf(ids);
        }
    }
}
