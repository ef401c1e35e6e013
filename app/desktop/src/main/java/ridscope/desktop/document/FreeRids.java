package ridscope.desktop.document;

import java.util.Optional;
import ridscope.draw.diagram.Target;
import ridscope.plan.SoftwareRids;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** The Routing IDs that software could hand out below the port that is selected. */
public final class FreeRids {

    private FreeRids() {}

    /**
     * Whether IDs below a function can be handed out at all: below a bridge to a conventional bus all requests carry the
     * bridge's own alias (PCI Express to PCI bridge specification 2.3), and which kind an unreadable bridge is nobody knows.
     */
    public static boolean wanted(PciFunction function) {
        Role role = function.role();
        return function.bridge().isPresent() && (role.downstreamPort() || role == Role.UPSTREAM_PORT);
    }

    /** Those below a target; empty unless it is a port of that segment. Looks at 65,536 IDs: not for the drawing thread. */
    public static Optional<SoftwareRids> below(Document document, Segment segment, Target target) {
        return port(document, segment, target)
                .flatMap(port -> document.ridMap(segment).map(map -> SoftwareRids.below(map, port)));
    }

    /** The port that a target is. */
    public static Optional<PciFunction> port(Document document, Segment segment, Target target) {
        return Related.address(target)
                .filter(a -> a.segment().equals(segment))
                .flatMap(document::function)
                .filter(FreeRids::wanted);
    }
}
