package ridscope.plan;

import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;

/**
 * A PF that would not have all VFs or SDIs it could: too few buses, or Routing IDs that others claim too.
 *
 * @param pf by today's address
 * @param kind which of the two
 * @param total TotalVFs, or what the driver limits them to; Total SDIs
 * @param fitting how many of the first have a Routing ID on a bus that is routed to them, 0 to total
 * @param shared how many of those a function, or other VFs or SDIs with all there could be, would have too
 * @param problem why its registers place none, in words; empty where they place some
 */
public record Shortage(FunctionAddress pf, Iov kind, int total, int fitting, int shared, String problem) {

    /** Of registers that place some. */
    Shortage(FunctionAddress pf, Iov kind, int total, int fitting, int shared) {
        this(pf, kind, total, fitting, shared, "");
    }

    /** {@code 0000:0c:00.0: 255 of 512 SDIs fit}. */
    public String text() {
        if (!problem.isEmpty()) {
            return pf + " cannot place its " + Numbers.count(total, kind.noun()) + ": " + problem;
        }
        String fit = fitting == total
                ? "all " + Numbers.count(total, kind.noun()) + (total == 1 ? " fits" : " fit")
                : (fitting == 0 ? "none" : Numbers.grouped(fitting)) + " of " + Numbers.count(total, kind.noun())
                        + (fitting == 1 ? " fits" : " fit");
        return pf + ": " + fit
                + (shared == 0 ? "" : ", but " + Numbers.count(shared, "Routing ID") + " would be claimed twice");
    }
}
