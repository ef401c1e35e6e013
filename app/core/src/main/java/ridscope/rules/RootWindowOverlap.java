package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.rid.Segment;
import ridscope.topology.HostBridge;

/** Two host bridges of one segment with a bus in both windows. */
final class RootWindowOverlap implements Rule {

    private static final About ABOUT = new About(
            "ROOT_WINDOW_OVERLAP",
            "pairs of host bridges whose windows overlap",
            "Each bus number of a segment may lie in one window only. Linux logs 'can not insert' with "
                    + "'under domain'.",
            "Update the firmware.",
            "On x86, the windows come from the _CRS of the host bridges in the ACPI tables.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        for (Segment segment : input.topology().segments()) {
            List<HostBridge> hosts = input.topology().hostBridges(segment);
            unknown(segment, hosts).ifPresent(findings::add);
            for (int i = 0; i < hosts.size(); i++) {
                for (int j = i + 1; j < hosts.size(); j++) {
                    if (hosts.get(i).buses().intersects(hosts.get(j).buses())) {
                        findings.add(finding(hosts.get(i), hosts.get(j)));
                    }
                }
            }
        }
        return findings;
    }

    /** Ends that follow from the next root bus overlap nobody's. */
    private static Optional<Finding> unknown(Segment segment, List<HostBridge> hosts) {
        boolean assumed = hosts.size() > 1 && hosts.stream().anyMatch(HostBridge::endAssumed);
        return assumed
                ? Optional.of(ABOUT.notTold(
                        Subject.of(segment, hosts.get(0).rootBus()),
                        "segment " + segment,
                        About.ROOT_WINDOWS,
                        About.BOOT_LOG))
                : Optional.empty();
    }

    private static Finding finding(HostBridge a, HostBridge b) {
        String title = String.format(
                "Root buses %02x and %02x of segment %s have the windows %s and %s",
                a.rootBus(), b.rootBus(), a.segment(), a.buses(), b.buses());
        EvidenceList evidence = EvidenceList.none();
        for (HostBridge h : List.of(a, b)) {
            evidence.fact(String.format("root bus %s:%02x window", h.segment(), h.rootBus()), h.buses());
        }
        return ABOUT.finding(Severity.ERROR, Subject.of(b.segment(), b.rootBus()), title, evidence);
    }
}
