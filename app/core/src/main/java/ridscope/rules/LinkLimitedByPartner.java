package ridscope.rules;

import ridscope.topology.Link;
import ridscope.topology.PciFunction;

/** A link as good as both ends allow, and less than the device can do. */
final class LinkLimitedByPartner extends LinkRule {

    private static final About ABOUT = new About(
            "LINK_LIMITED_BY_PARTNER",
            "links limited by one of their ends",
            "The device could do more in a port that can; nothing is wrong with the link.",
            "If the bandwidth matters: use a slot whose port is faster or wider.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    Link.State state() {
        return Link.State.LIMITED_BY_PARTNER;
    }

    @Override
    Finding finding(Link link, PciFunction port, PciFunction device) {
        String title = String.format(
                "%s runs at %s and can do %s; %s above it can do %s%s",
                device.address(),
                now(link),
                link.atDevice().map(LinkRule::can).orElse("more"),
                port.address(),
                link.atPort().map(LinkRule::can).orElse("less"),
                power(device));
        return ABOUT.finding(
                Severity.INFO, device, title, EvidenceList.none().link(device).link(port));
    }
}
