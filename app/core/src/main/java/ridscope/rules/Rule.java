package ridscope.rules;

import java.util.List;

/** One rule. Its class is named after its id: {@code BUS_OVERLAP} is {@code BusOverlap}. */
public interface Rule {

    /** Id, heading, explanation and advice. */
    About about();

    /** All it has to say about a host, at least nothing. */
    List<Finding> check(RuleInput input);

    /** Kernel parameters that its advice may end with. */
    default List<X86Boot> boots() {
        return List.of(about().onX86());
    }

    /** Stable id. */
    default String id() {
        return about().id();
    }
}
