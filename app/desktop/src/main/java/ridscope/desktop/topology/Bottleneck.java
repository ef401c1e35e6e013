package ridscope.desktop.topology;

import java.util.Optional;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.topology.LinkEnd;
import ridscope.topology.PathBandwidth;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** The link on the way to a function that lets less through than the function's own. */
record Bottleneck(PathBandwidth.Hop hop) {

    /** Empty where the function's own link is the narrowest, and where its figure is unknown. */
    static Optional<Bottleneck> above(Topology topology, PciFunction function) {
        return Optional.of(PathBandwidth.of(topology, function))
                .filter(PathBandwidth::narrower)
                .flatMap(PathBandwidth::bottleneck)
                .map(Bottleneck::new);
    }

    /** The end of the link that is away from the root. */
    Target device() {
        return new Target.OfFunction(hop.link().device());
    }

    /** Where it is and what it lets through, in one direction. */
    String words() {
        LinkEnd now = hop.link().present().orElseThrow();
        return Messages.text(
                "topology.narrowest",
                hop.link().port(),
                now.speed().orElseThrow() + " x" + now.width().orElseThrow(),
                PathBandwidth.gigabits(hop.megabits().orElseThrow()));
    }
}
