package ridscope.query;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a condition holds for one function (Kleene's three-valued logic).
 *
 * @param truth the answer
 * @param gaps what is missing where it is {@link Truth#UNKNOWN}; else empty
 */
public record Verdict(Truth truth, Set<Gap> gaps) {

    static final Verdict YES = new Verdict(Truth.YES, Set.of());
    static final Verdict NO = new Verdict(Truth.NO, Set.of());

    public Verdict {
        gaps = Collections.unmodifiableSet(gaps);
    }

    static Verdict of(boolean holds) {
        return holds ? YES : NO;
    }

    static Verdict unknown(Gap gap) {
        return new Verdict(Truth.UNKNOWN, EnumSet.of(gap));
    }

    boolean yes() {
        return truth == Truth.YES;
    }

    Verdict negated() {
        return switch (truth) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> this;
        };
    }

    /** NO decides, whatever the other one is. */
    Verdict and(Verdict other) {
        return both(other, Truth.NO);
    }

    /** YES decides, whatever the other one is. */
    Verdict or(Verdict other) {
        return both(other, Truth.YES);
    }

    private Verdict both(Verdict other, Truth decides) {
        if (truth == decides || other.truth == decides) {
            return decides == Truth.YES ? YES : NO;
        }
        if (truth != Truth.UNKNOWN) {
            return other;
        }
        if (other.truth != Truth.UNKNOWN || gaps.equals(other.gaps)) {
            return this;
        }
        EnumSet<Gap> all = EnumSet.copyOf(gaps);
        all.addAll(other.gaps);
        return new Verdict(Truth.UNKNOWN, all);
    }
}
