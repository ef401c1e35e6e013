package ridscope.rules;

import java.util.List;
import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.rid.BusRange;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;

/** A bridge forwards buses outside the window of its host bridge. */
final class RangeOutsideRoot extends BridgeRule {

    private static final About ABOUT = new About(
            "RANGE_OUTSIDE_ROOT",
            "bridges with buses outside the window of their host bridge",
            "The host bridge never sends anything for those buses here. Linux logs 'busn_res: can not " + "insert'.",
            "Update the firmware.",
            "On x86, the window comes from the _CRS of the host bridge in the ACPI tables.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    boolean lacks(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        Optional<HostBridge> host = input.topology().hostBridgeOf(bridge);
        return buses.range()
                .filter(r -> host.isEmpty() || host.get().endAssumed() && !provable(input, host.get(), r))
                .isPresent();
    }

    @Override
    List<Finding> lacking(List<PciFunction> bridges) {
        return ABOUT.notTold(bridges, About.ROOT_WINDOWS, About.BOOT_LOG);
    }

    @Override
    Optional<Finding> check(RuleInput input, PciFunction bridge, BridgeBuses buses) {
        Optional<BusRange> range = buses.range();
        Optional<HostBridge> host = input.topology().hostBridgeOf(bridge);
        if (range.isEmpty() || host.isEmpty() || host.get().buses().contains(range.get())) {
            return Optional.empty();
        }
        if (host.get().endAssumed() && !provable(input, host.get(), range.get())) {
            return Optional.empty();
        }
        BusRange window = host.get().buses();
        int outside = range.get().size();
        if (window.intersects(range.get())) {
            outside -= Math.min(window.last(), range.get().last())
                    - Math.max(window.first(), range.get().first())
                    + 1;
        }
        String title = String.format(
                "%s %s has %d bus number%s outside the root window %s",
                bridge.address(), range.get(), outside, outside == 1 ? "" : "s", window);
        EvidenceList evidence = EvidenceList.none()
                .buses(bridge)
                .fact(
                        "root bus " + host.get().segment() + ":" + hex(window.first()) + " window",
                        window + (host.get().endAssumed() ? ", its end follows from the next root bus" : ""));
        return Optional.of(ABOUT.finding(Severity.ERROR, bridge, title, evidence));
    }

    /** Where nothing tells the end of the window, only a root bus inside the range, or a range in front of the window, counts. */
    private static boolean provable(RuleInput input, HostBridge host, BusRange range) {
        return range.first() < host.rootBus() && !host.invented()
                || input.topology().hostBridges(host.segment()).stream()
                        .anyMatch(h -> !h.invented() && !h.equals(host) && range.contains(h.rootBus()));
    }
}
