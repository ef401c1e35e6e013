package ridscope.rules;

import java.util.OptionalInt;
import ridscope.host.OsFacts;
import ridscope.topology.Link;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;

/** A link slower or narrower than both of its ends can. */
final class LinkBelowCapability extends LinkRule {

    private static final About ABOUT = new About(
            "LINK_BELOW_CAPABILITY",
            "links below what both ends can do",
            "Speed or width is lower than the best that both ends have in common, at the time of the "
                    + "snapshot. Power management lowers the speed of idle devices, of graphics cards above all; a "
                    + "width that is too low, or a speed that stays low under load, is a sign of a bad contact, a "
                    + "riser, a retimer, or a slot with fewer lanes wired.",
            "Look again while the device is working; then reseat the card, try another slot or cable, and "
                    + "look at the Target Link Speed and the bifurcation in the firmware setup.");

    @Override
    public About about() {
        return ABOUT;
    }

    private static final int DISPLAY = 0x03;

    @Override
    Link.State state() {
        return Link.State.BELOW_CAPABILITY;
    }

    @Override
    Finding finding(Link link, PciFunction port, PciFunction device) {
        boolean idle = idle(link, device);
        String title = String.format(
                "%s runs at %s, both ends can do %s%s%s",
                device.address(), now(link), can(link.common()), power(device), idle ? ": it may just be idle" : "");
        return ABOUT.finding(
                idle ? Severity.INFO : Severity.WARNING,
                device,
                title,
                EvidenceList.none().link(device).link(port));
    }

    /** Asleep; or a graphics device whose lanes are all there and only the speed is low, as in any of them at rest. */
    private static boolean idle(Link link, PciFunction device) {
        OsFacts.State state = device.record().os().state();
        boolean asleep = state.runtime().filter("suspended"::equals).isPresent()
                || state.power()
                        .filter(p -> p.startsWith("D") && !p.equals("D0"))
                        .isPresent();
        OptionalInt type = device.identity().baseAndSubclass();
        boolean display = type.isPresent() && type.getAsInt() >> 8 == DISPLAY;
        OptionalInt width = link.present().map(LinkEnd::width).orElse(OptionalInt.empty());
        boolean allLanes = width.isPresent() && width.equals(link.common().maxWidth());
        return asleep || allLanes && display;
    }
}
