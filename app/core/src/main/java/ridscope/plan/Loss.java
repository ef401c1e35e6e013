package ridscope.plan;

import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;

/**
 * Something that a plan leaves less of than there is today.
 *
 * @param kind what
 * @param function the PF or the hot-plug port, by today's address
 * @param today how many VFs or SDIs fit, or how many bus numbers the port has
 * @param planned the same after the plan, less than today
 * @param total TotalVFs, Total SDIs; of a port the same as today
 */
public record Loss(Kind kind, FunctionAddress function, int today, int planned, int total) {

    /** What can become less. */
    public enum Kind {
        /** VFs that have a routed Routing ID. */
        VFS,
        /** SDIs that have one. */
        SDIS,
        /** Bus numbers of a hot-plug port or CardBus bridge, its own included. */
        HOTPLUG
    }

    /** {@code 255 of 1,024 SDIs of 0000:04:00.0 fit, 1,024 today}. */
    public String text() {
        if (kind == Kind.HOTPLUG) {
            return "hot-plug port " + function + " gets " + Numbers.count(planned, "bus number") + ", "
                    + Numbers.grouped(today) + " today";
        }
        String noun = kind == Kind.VFS ? Iov.VFS.noun() : Iov.SDIS.noun();
        return (planned == 0 ? "none" : Numbers.grouped(planned)) + " of " + Numbers.count(total, noun) + " of "
                + function + (planned == 1 ? " fits, " : " fit, ") + Numbers.grouped(today) + " today";
    }
}
