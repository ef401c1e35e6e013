package ridscope.plan;

/** Numbers for cards with a bridge of their own behind a CardBus socket (Linux {@code CARDBUS_RESERVE_BUSNR}). */
final class CardBusReserve {

    private static final int RESERVE = 3;

    private CardBusReserve() {}

    /**
     * How many beyond the socket's own number, 0 to 3.
     *
     * @param max the socket's own number
     * @param above the bus the bridge sits on
     * @param known buses by number
     */
    static int beyond(int max, KernelBus above, KernelBus[] known, boolean assignAll) {
        for (int i = 0; i < RESERVE; i++) {
            int next = max + i + 1;
            if (next >= 0 && next < known.length && known[next] != null) {
                return i;
            }
            if (!assignAll && someoneEndsBetween(max, max + i, above)) {
                return i / 2;
            }
        }
        return RESERVE;
    }

    private static boolean someoneEndsBetween(int max, int last, KernelBus above) {
        for (KernelBus bus = above; bus.parent != null; bus = bus.parent) {
            if (bus.range.end() > max && bus.range.end() <= last) {
                return true;
            }
        }
        return false;
    }
}
