package ridscope.plan;

import ridscope.rid.StridedRids;

/**
 * VFs or SDIs of one PF that would be there.
 *
 * @param part the PF
 * @param what {@code VF} or {@code SDI}
 * @param rids where they are
 * @param routed how many of the first are on buses that are routed to them; of the others that is said already
 */
record Claim(Part part, String what, StridedRids rids, int routed) {

    String words() {
        return what + "s of " + part.subject();
    }
}
