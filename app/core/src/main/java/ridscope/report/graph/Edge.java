package ridscope.report.graph;

/**
 * A connection.
 *
 * @param from the node nearer to the root
 * @param to the other one
 * @param kind what it is
 * @param label what is said of it; may be empty
 * @param lanes of a link as it runs; 0 where there is none or where that is unknown
 */
public record Edge(String from, String to, Kind kind, String label, int lanes) {

    /** What connects two nodes. */
    public enum Kind {
        /** A PCIe link. */
        LINK,
        /** A bus, or the inside of a switch. */
        BUS,
        /** A PF and its VFs or SDIs, or a port and its empty slot. */
        OWNS
    }

    /** How thick it is drawn: 1 for one lane or where lanes are unknown, 4 for sixteen. */
    double thickness() {
        return lanes < 2 ? 1 : 1 + 0.75 * (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(lanes));
    }
}
