package ridscope.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ridscope.host.OsFacts;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Link;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;

/** A rule about the state of one link at a time, at the time of the snapshot. */
abstract class LinkRule implements Rule {

    @Override
    public List<Finding> check(RuleInput input) {
        List<Finding> findings = new ArrayList<>();
        List<PciFunction> unknown = new ArrayList<>();
        for (Link link : input.topology().links()) {
            PciFunction device = input.topology().function(link.device()).orElseThrow();
            PciFunction port = input.topology().function(link.port()).orElseThrow();
            if (link.state() == state()) {
                findings.add(finding(link, port, device));
            } else if (link.state() == Link.State.UNKNOWN && unreadable(link)) {
                unknown.add(device);
            }
        }
        findings.addAll(about().notChecked(unknown, "link registers of both ends"));
        Set<FunctionAddress> judged = new HashSet<>();
        input.topology().links().forEach(l -> judged.add(l.device()));
        List<PciFunction> blind = input.physical().stream()
                .filter(f -> !f.role().known() && !judged.contains(f.address()))
                .toList();
        findings.addAll(about().notChecked(blind, "PCI Express capability"));
        findings.addAll(about().unplaced(
                        input.portless().stream()
                                .filter(f -> f.express().link().isPresent())
                                .toList(),
                        About.PORT));
        return findings;
    }

    /** Whether the state is unknown because something is missing, not because the link is down. */
    private static boolean unreadable(Link link) {
        boolean down =
                link.atPort().filter(e -> !e.up() && e.width().isPresent()).isPresent();
        return !down && (link.atDevice().isEmpty() || link.atPort().isEmpty());
    }

    abstract Link.State state();

    abstract Finding finding(Link link, PciFunction port, PciFunction device);

    /** {@code 16 GT/s x4}; what is not known is left out. */
    static String now(Link link) {
        Optional<LinkEnd> present = link.present();
        return text(present.flatMap(LinkEnd::speed), present.map(LinkEnd::width).orElse(OptionalInt.empty()));
    }

    static String can(LinkEnd end) {
        return text(end.maxSpeed(), end.maxWidth());
    }

    private static String text(Optional<?> speed, OptionalInt width) {
        String lanes = width.isPresent() ? "x" + width.getAsInt() : "";
        return (speed.map(Object::toString).orElse("") + " " + lanes).strip();
    }

    /** {@code , power state D3hot, runtime suspended}; empty where the source does not say. */
    static String power(PciFunction device) {
        OsFacts.State state = device.record().os().state();
        return state.power().map(p -> ", power state " + p).orElse("")
                + state.runtime().map(r -> ", runtime " + r).orElse("");
    }
}
