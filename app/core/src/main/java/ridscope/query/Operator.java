package ridscope.query;

import java.util.Arrays;
import java.util.Optional;

/** What stands between a field and its value. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    /** Has the value anywhere in it. */
    CONTAINS("~"),
    IN("in");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** As it is typed. */
    public String sign() {
        return sign;
    }

    static Optional<Operator> of(String sign) {
        return Arrays.stream(values()).filter(o -> o.sign.equals(sign)).findFirst();
    }

    /** Whether it holds between two numbers; of {@link #IN} and {@link #CONTAINS} only equality is left. */
    boolean holds(long left, long right) {
        return switch (this) {
            case EQUAL, CONTAINS, IN -> left == right;
            case NOT_EQUAL -> left != right;
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case GREATER -> left > right;
            case AT_LEAST -> left >= right;
        };
    }
}
