package ridscope.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What a plan means besides its answer, in words that every report and picture says alike.
 *
 * @param mostVfs what PFs can have that were asked for more
 * @param atMaximum who would not have all VFs or SDIs it could; empty where something that was asked for fails
 * @param worse what there would be less of than today
 */
public record Consequences(List<String> mostVfs, List<String> atMaximum, List<String> worse) {

    /** What {@link #mostVfs} is called. */
    public static final String MOST_VFS = "most VFs";

    /** What {@link #atMaximum} is called. */
    public static final String AT_MAXIMUM = "at maximum";

    /** What {@link #worse} is called. */
    public static final String WORSE = "worse than today";

    public Consequences {
        mostVfs = List.copyOf(mostVfs);
        atMaximum = List.copyOf(atMaximum);
        worse = List.copyOf(worse);
    }

    /**
     * Of one plan.
     *
     * @param advice on the plan
     * @param outlook of the plan
     * @param renumbers whether the host's kernel knows {@code pci=assign-busses}
     */
    public static Consequences of(BusPlan plan, Advice advice, Outlook outlook, boolean renumbers) {
        List<String> most = new ArrayList<>();
        advice.limits().forEach((pf, limits) -> most.add(limits.text(pf, renumbers)));
        List<String> atMaximum = plan.failures().isEmpty()
                ? outlook.shortages().stream().map(Shortage::text).toList()
                : List.of();
        return new Consequences(most, atMaximum, outlook.worseTexts());
    }
}
