package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.topology.PciFunction;

/** A rule about the bus registers of one bridge at a time. */
abstract class BridgeRule implements Rule {

    @Override
    public final List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        for (PciFunction bridge : input.hierarchy().bridges()) {
            check(input, bridge, bridge.bridge().orElseThrow()).ifPresent(findings::add);
        }
        findings.addAll(about().notChecked(input.hierarchy().blindBridges(), "bus numbers"));
        List<PciFunction> lacking = input.hierarchy().bridges().stream()
                .filter(b -> lacks(input, b, b.bridge().orElseThrow()))
                .toList();
        findings.addAll(lacking(lacking));
        return findings;
    }

    /** What it says of one bridge. */
    abstract Optional<Finding> check(RuleInput input, PciFunction bridge, BridgeBuses buses);

    /** Whether something besides the bus numbers is not in the snapshot that the answer hangs on. */
    boolean lacks(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        return false;
    }

    /** What that is, in words, where it is registers. */
    String needs() {
        return "";
    }

    /** Says so. */
    List<Finding> lacking(List<PciFunction> bridges) {
        return about().notChecked(bridges, needs());
    }

    /** Two hex digits. */
    static String hex(int bus) {
        return String.format("%02x", bus);
    }

    /** {@code [03-05]}, also where the numbers make no range. */
    static String range(BridgeBuses buses) {
        return "[" + hex(buses.secondary()) + "-" + hex(buses.subordinate()) + "]";
    }
}
