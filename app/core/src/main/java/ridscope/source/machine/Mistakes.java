package ridscope.source.machine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.text.Diagnostic;

/** What is wrong with a text, line by line; the same thing said once. Of very many mistakes the first ones are kept. */
final class Mistakes {

    private static final String ID = "MACHINE_TEXT";
    private static final int MOST = 100;

    private final Set<Diagnostic> found = new LinkedHashSet<>();
    private boolean more;

    /** @param sentence what is wrong and what was expected, without the line and without a full stop */
    void add(int line, String sentence) {
        Diagnostic mistake = Diagnostic.of(ID, "line " + line, sentence);
        if (found.size() < MOST) {
            found.add(mistake);
        } else if (!found.contains(mistake)) {
            more = true;
        }
    }

    Optional<Diagnostic> first() {
        return found.stream().findFirst();
    }

    List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>(found);
        if (more) {
            all.add(Diagnostic.of(ID, "There are more mistakes than these " + MOST));
        }
        return all;
    }
}
