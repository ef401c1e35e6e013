package ridscope.config;

/**
 * A link rate by its 4-bit code in Link Capabilities and Link Status. Codes 1 to 6 are certain; 8 is 128 GT/s provisionally;
 * 7 is reserved; the rest is unknown.
 *
 * @param code 0 to 15
 */
public record LinkSpeed(int code) implements Comparable<LinkSpeed> {

    private static final String[] RATES = {null, "2.5", "5", "8", "16", "32", "64", null, "128"};
    private static final int[] MBPS_PER_LANE = {0, 2000, 4000, 7876, 15753, 31507, 64000};

    /** Whether the code has a known rate. */
    public boolean known() {
        return code > 0 && code < RATES.length && RATES[code] != null;
    }

    /** Gen1 to Gen7, or 0 if unknown. */
    public int generation() {
        if (!known()) {
            return 0;
        }
        return code == 8 ? 7 : code;
    }

    /** Linux's integer bandwidth per lane in Mb/s; 0 if the kernel has none. */
    public int megabitsPerLane() {
        return code < MBPS_PER_LANE.length ? MBPS_PER_LANE[code] : 0;
    }

    /** As lspci prints it: {@code 16GT/s}, or {@code unknown}. */
    public String lspciText() {
        return known() ? RATES[code] + "GT/s" : "unknown";
    }

    @Override
    public int compareTo(LinkSpeed other) {
        return Integer.compare(code, other.code);
    }

    /** With a space: {@code 16 GT/s}, or {@code speed code 7 (reserved)}. */
    @Override
    public String toString() {
        return known() ? RATES[code] + " GT/s" : "speed code " + code + (code == 7 ? " (reserved)" : "");
    }
}
