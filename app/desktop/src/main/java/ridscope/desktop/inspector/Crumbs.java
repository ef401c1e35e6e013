package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;

/** The way from the root. */
final class Crumbs {

    private final Document document;
    private final List<Crumb> crumbs = new ArrayList<>();

    Crumbs(Document document) {
        this.document = document;
    }

    /** Segment, host bridge, every bridge, the function. */
    List<Crumb> to(PciFunction function) {
        segment(function.address().segment());
        document.topology().hostBridgeOf(function).ifPresent(this::root);
        List<PciFunction> path = new ArrayList<>(document.topology().pathToRoot(function));
        Collections.reverse(path);
        path.forEach(bridge -> step(Words.address(bridge.address()), bridge.address()));
        step(Words.address(function.address()) + " " + document.names().shortName(function), function.address());
        return crumbs;
    }

    /** The bridges that route a Routing ID, and the ID. */
    List<Crumb> to(FunctionAddress rid) {
        segment(rid.segment());
        document.ridMap(rid.segment()).map(map -> map.bus(rid.bus())).ifPresent(routing -> {
            routing.hostBridge().ifPresent(this::root);
            routing.bridges().forEach(bridge -> step(Words.address(bridge), bridge));
        });
        crumbs.add(new Crumb(
                Messages.text("inspector.crumb.rid", Words.address(rid)), Optional.of(new Target.OfRid(rid))));
        return crumbs;
    }

    /** The bridges that route the first bus, and the buses. */
    List<Crumb> to(Target.OfBuses target) {
        segment(target.segment());
        document.ridMap(target.segment())
                .map(map -> map.bus(target.buses().first()))
                .ifPresent(routing -> {
                    routing.hostBridge().ifPresent(this::root);
                    routing.bridges().forEach(bridge -> step(Words.address(bridge), bridge));
                });
        crumbs.add(new Crumb(Messages.text("inspector.crumb.buses", Words.buses(target.buses())), Optional.of(target)));
        return crumbs;
    }

    /** Something that belongs to a function. */
    List<Crumb> to(PciFunction owner, String last, Target target) {
        to(owner);
        crumbs.add(new Crumb(last, Optional.of(target)));
        return crumbs;
    }

    private void segment(Segment segment) {
        crumbs.add(new Crumb(segment.toString(), Optional.empty()));
    }

    private void root(HostBridge root) {
        crumbs.add(new Crumb(
                Messages.text("inspector.crumb.host-bridge", Words.hex(root.rootBus(), 2)),
                Optional.of(new Target.OfBuses(root.segment(), root.buses()))));
    }

    private void step(String text, FunctionAddress address) {
        crumbs.add(new Crumb(text, Optional.of(new Target.OfFunction(address))));
    }
}
