package ridscope.diff;

/**
 * How far the two are the same machine. VFs do not count: they come and go.
 *
 * @param matched functions of the same vendor and device at the same place, or with the same serial number
 * @param before functions before
 * @param after functions after
 * @param sameSerials unique serial numbers that both have
 * @param otherSerials devices at the same place with another serial number
 */
public record Likeness(int matched, int before, int after, int sameSerials, int otherSerials) {

    private static final int ENOUGH = 2;

    /** Fewer than half of the functions of the smaller one have a counterpart. */
    public boolean differentMachines() {
        return matched * 2L < Math.min(before, after);
    }

    /** The same kind of machine, but every device that tells its serial number has another: at least two do. */
    public boolean differentSpecimens() {
        return !differentMachines() && sameSerials == 0 && otherSerials >= ENOUGH;
    }
}
