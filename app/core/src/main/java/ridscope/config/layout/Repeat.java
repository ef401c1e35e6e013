package ridscope.config.layout;

/**
 * How often something comes, and where.
 *
 * @param offset of the first entry: fixed, from the start of the capability or outer entry; or computed, from the start of
 *     the capability
 * @param computed whether the offset is
 * @param step from one entry to the next, in bytes; may read the entry itself
 * @param count how many entries there are
 * @param max how many there are at most
 * @param first index of the first one
 */
record Repeat(Expression offset, boolean computed, Expression step, Expression count, int max, int first) {

    /** More entries are never read, whatever a register says. */
    static final int LIMIT = 256;

    /** {@code OFFSET step EXPR count EXPR [max N] [first N]}. */
    static Repeat parse(Tokens tokens) {
        boolean computed = tokens.peek().contains("[");
        Expression offset = computed ? Expression.parse(tokens, "an offset") : Expression.fixed(tokens.offset());
        tokens.expect("step");
        Expression step = Expression.parse(tokens, "a step");
        tokens.expect("count");
        Expression count = Expression.parse(tokens, "a count");
        int max = tokens.take("max") ? tokens.decimal("how many at most") : LIMIT;
        int first = tokens.take("first") ? tokens.decimal("the first index") : 0;
        if (max < 1 || max > LIMIT) {
            throw tokens.problem("max is 1 to " + LIMIT);
        }
        return new Repeat(offset, computed, step, count, max, first);
    }
}
