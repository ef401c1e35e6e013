package ridscope.query;

import java.util.Collection;
import java.util.Locale;

/**
 * The language that functions are asked for in: {@code class=nvme width<max}, {@code vfs>0 and not numa=1}. Conditions are a
 * field, an operator and a value; a bare word is looked for in names and addresses; what stands side by side must hold all
 * together. Upper and lower case are the same. Immutable.
 */
public final class QueryLanguage {

    private final Vocabulary vocabulary;
    private final OperandReader operands;

    /** @param findings ids of the rules that {@code finding=} may name */
    public QueryLanguage(Collection<String> findings) {
        vocabulary = new Vocabulary(
                findings.stream().map(f -> f.toUpperCase(Locale.ROOT)).toList());
        operands = new OperandReader(vocabulary);
    }

    /** @throws QueryException if the text is no question; it says where and what would be right */
    public Query parse(String text) throws QueryException {
        return new QueryParser(operands, text).all();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }
}
