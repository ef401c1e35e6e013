package ridscope.report;

import java.util.List;
import ridscope.diff.Comparison;
import ridscope.diff.FindingChanges;
import ridscope.diff.RegisterChange;

/**
 * Everything that is told of two hosts.
 *
 * @param comparison functions, places, facts
 * @param findings what the rules say of one and not of the other
 * @param registers registers that differ; empty where nobody asked for them
 */
public record DiffReport(Comparison comparison, FindingChanges findings, List<RegisterChange> registers) {

    public DiffReport {
        registers = List.copyOf(registers);
    }

    /** Whether nothing differs of what both tell. */
    public boolean same() {
        return comparison.same() && findings.same() && registers.isEmpty();
    }
}
