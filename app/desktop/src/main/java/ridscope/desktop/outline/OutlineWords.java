package ridscope.desktop.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import ridscope.config.LinkSpeed;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.HostFindings;
import ridscope.desktop.document.SeverityWords;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.names.OsDeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.ridmap.IovPlacement;
import ridscope.rules.Severity;
import ridscope.topology.HostBridge;
import ridscope.topology.Link;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Slot;

/** What the outline says about a function. */
final class OutlineWords {

    private final Document document;
    private final Set<FunctionAddress> troubled = new HashSet<>();
    private final OutlineBadges badges;

    OutlineWords(Document document) {
        this.document = document;
        badges = new OutlineBadges(document.marked(), document.topology().logNotes());
        document.ridMaps().values().stream()
                .flatMap(map -> map.placements().stream())
                .filter(p -> p.outside() > 0 || p.conflicts() > 0)
                .map(IovPlacement::owner)
                .forEach(troubled::add);
    }

    String hostBridge(HostBridge bridge) {
        String numa = bridge.numaNode().isPresent()
                ? " · " + Messages.text("outline.numa", bridge.numaNode().getAsInt())
                : "";
        String assumed = bridge.endAssumed() ? " " + Messages.text("outline.assumed") : "";
        return Messages.text("outline.host-bridge") + numa + assumed;
    }

    OutlineRow row(PciFunction function) {
        Optional<Link> link = document.topology().linkAbove(function.address());
        boolean slow =
                link.filter(l -> l.state() == Link.State.BELOW_CAPABILITY).isPresent();
        return new OutlineRow(
                function.address().rid().toString(),
                name(function),
                detail(function, link),
                troubled.contains(function.address()) || (slow && !function.physicalFunction()),
                badges.of(function.address()),
                mark(function.address()),
                Optional.of(new Target.OfFunction(function.address())),
                words(function));
    }

    /** Notes are for the pane of findings: a sign on every second row would say nothing. */
    private Optional<OutlineRow.Mark> mark(FunctionAddress address) {
        HostFindings findings = document.findings();
        return findings.worst(address)
                .filter(worst -> worst.reaches(Severity.WARNING))
                .map(worst -> new OutlineRow.Mark(
                        worst,
                        findings.about(address).stream()
                                .map(f -> SeverityWords.name(f.severity()) + ": " + f.title())
                                .collect(Collectors.joining("\n"))));
    }

    private String name(PciFunction function) {
        if (function.virtual().isPresent()) {
            String known = OsDeviceNames.shortest(function)
                    .or(function::driver)
                    .map(name -> " · " + name)
                    .orElse("");
            return Messages.text("outline.vf", function.virtual().get().index()) + known;
        }
        return switch (function.role()) {
            case ROOT_PORT -> port(function, Messages.text("outline.root-port"));
            case UPSTREAM_PORT -> Messages.text("outline.upstream");
            case DOWNSTREAM_PORT -> port(function, Messages.text("outline.downstream"));
            case PCIE_TO_PCI_BRIDGE -> Messages.text("outline.pcie-to-pci");
            case PCI_TO_PCIE_BRIDGE -> Messages.text("outline.pci-to-pcie");
            case PCI_BRIDGE -> Messages.text("outline.pci-bridge");
            case CARDBUS_BRIDGE -> Messages.text("outline.cardbus");
            case UNKNOWN_BRIDGE -> Messages.text("outline.unknown-bridge");
            default ->
                OsDeviceNames.shortest(function)
                        .map(device -> document.names().shortName(function) + " · " + device)
                        .orElseGet(() -> document.names().shortName(function));
        };
    }

    private String port(PciFunction port, String plain) {
        Optional<Slot> slot = document.topology().slotBelow(port.address());
        boolean empty = document.topology().below(port).isEmpty();
        boolean off = slot.flatMap(Slot::powered).equals(Optional.of(false));
        return slot.map(s -> !empty
                        ? Messages.text("outline.slot", plain, s.label())
                        : Messages.text(off ? "outline.slot-off" : "outline.slot-empty", s.label()))
                .orElse(plain);
    }

    private String detail(PciFunction function, Optional<Link> link) {
        if (function.bridge().isPresent()) {
            return function.bridge().get().range().map(Object::toString).orElse(Messages.text("outline.no-buses"));
        }
        List<String> parts = new ArrayList<>();
        function.sriov()
                .filter(s -> s.totalVfs() > 0)
                .ifPresent(s -> parts.add(Messages.count("outline.vfs", s.totalVfs())));
        function.siov()
                .filter(s -> s.capability().totalSdis() > 0)
                .ifPresent(s ->
                        parts.add(Messages.count("outline.sdis", s.capability().totalSdis())));
        return parts.isEmpty()
                ? link.flatMap(Link::present).map(OutlineWords::rate).orElse("")
                : String.join(", ", parts);
    }

    private static String rate(LinkEnd end) {
        String speed = end.speed().filter(LinkSpeed::known).map(s -> s + " ").orElse("");
        return speed + (end.width().isPresent() ? "x" + end.width().getAsInt() : "");
    }

    private String words(PciFunction function) {
        List<String> all = new ArrayList<>();
        all.add(function.address().toString());
        all.add(function.role().id());
        document.findings().about(function.address()).forEach(f -> all.add(f.id()));
        all.add(document.names().line(function));
        function.driver().ifPresent(all::add);
        all.add(function.record().os().devices().stream().map(d -> d.name()).collect(Collectors.joining(" ")));
        all.add(id(function.identity().vendor()) + ":" + id(function.identity().device()));
        function.place().slot().ifPresent(slot -> all.add("slot " + slot.label()));
        return String.join(" ", all);
    }

    private static String id(OptionalInt value) {
        return value.isPresent() ? String.format("%04x", value.getAsInt()) : "";
    }
}
