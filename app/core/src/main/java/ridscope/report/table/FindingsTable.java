package ridscope.report.table;

import java.util.List;
import ridscope.rules.Finding;

/** What {@code check} finds, a row for each finding. */
public final class FindingsTable {

    /** Its name. */
    public static final String NAME = "findings";

    private FindingsTable() {}

    public static Table of(List<Finding> findings) {
        return new Columns<Finding>()
                .name("severity", "severity", Finding::severity)
                .name("id", "id", Finding::id)
                .name("subject", "subject", Finding::subject)
                .name("title", "title", Finding::title)
                .name("detail", "detail", Finding::detail)
                .name("advice", "advice", Finding::advice)
                .list(
                        "evidence",
                        "evidence",
                        f -> f.evidence().stream()
                                .map(e -> e.name() + ": " + e.value())
                                .toList())
                .over(NAME, findings);
    }
}
