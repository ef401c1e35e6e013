package ridscope.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;

/**
 * What is asked of a plan. Addresses are those of the topology the plan is made for.
 *
 * @param vfs VFs to enable per PF, 0 to 0xFFFF
 * @param sdis SDIs wanted per PF
 * @param cards cards thought to be plugged in, per port above
 * @param ari ARI forwarding per port, where it is not to be what Linux would make it
 * @param assignBusses {@code pci=assign-busses}: forget firmware's numbers
 * @param hpbussize {@code pci=hpbussize=}: numbers of each hot-plug port, its own included; Linux takes those above 255 for 1
 * @param reservation the kernel's rule
 */
public record Wishes(
        SortedMap<FunctionAddress, Integer> vfs,
        SortedMap<FunctionAddress, SdiWish> sdis,
        SortedMap<FunctionAddress, PluggedCard> cards,
        SortedMap<FunctionAddress, Boolean> ari,
        boolean assignBusses,
        int hpbussize,
        Reservation reservation) {

    /** What {@code pci=hpbussize=} is when nobody says it. */
    public static final int DEFAULT_HPBUSSIZE = 1;

    /** @throws IllegalArgumentException if a count of VFs does not fit 16 bits or hpbussize is negative */
    public Wishes {
        if (hpbussize < 0 || vfs.values().stream().anyMatch(n -> n < 0 || n > 0xffff)) {
            throw new IllegalArgumentException("hpbussize " + hpbussize + ", VFs " + vfs);
        }
        vfs = copy(vfs);
        sdis = copy(sdis);
        cards = copy(cards);
        ari = copy(ari);
    }

    /** Nothing: a reboot of the kernel as it is. */
    public static Wishes none() {
        return new Wishes(
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                false,
                DEFAULT_HPBUSSIZE,
                Reservation.MAINLINE);
    }

    public Wishes withVfs(FunctionAddress pf, int count) {
        return new Wishes(with(vfs, pf, count), sdis, cards, ari, assignBusses, hpbussize, reservation);
    }

    public Wishes withSdis(FunctionAddress pf, SdiWish wish) {
        return new Wishes(vfs, with(sdis, pf, wish), cards, ari, assignBusses, hpbussize, reservation);
    }

    public Wishes withCard(FunctionAddress port, PluggedCard card) {
        return new Wishes(vfs, sdis, with(cards, port, card), ari, assignBusses, hpbussize, reservation);
    }

    public Wishes withAri(FunctionAddress port, boolean on) {
        return new Wishes(vfs, sdis, cards, with(ari, port, on), assignBusses, hpbussize, reservation);
    }

    /** The same with the port empty again. */
    public Wishes withoutCard(FunctionAddress port) {
        return new Wishes(vfs, sdis, less(cards, port), ari, assignBusses, hpbussize, reservation);
    }

    /** The same with ARI forwarding of the port as Linux makes it. */
    public Wishes withoutAri(FunctionAddress port) {
        return new Wishes(vfs, sdis, cards, less(ari, port), assignBusses, hpbussize, reservation);
    }

    /** The same without wishes for the SDIs of a PF. */
    public Wishes withoutSdis(FunctionAddress pf) {
        return new Wishes(vfs, less(sdis, pf), cards, ari, assignBusses, hpbussize, reservation);
    }

    public Wishes withAssignBusses(boolean on) {
        return new Wishes(vfs, sdis, cards, ari, on, hpbussize, reservation);
    }

    public Wishes withHpbussize(int numbers) {
        return new Wishes(vfs, sdis, cards, ari, assignBusses, numbers, reservation);
    }

    public Wishes withReservation(Reservation rule) {
        return new Wishes(vfs, sdis, cards, ari, assignBusses, hpbussize, rule);
    }

    /** Whether VFs, SDIs or cards are wished for, and not only another way to number the buses. */
    public boolean anyAsked() {
        return !cards.isEmpty()
                || vfs.values().stream().anyMatch(n -> n > 0)
                || sdis.values().stream().anyMatch(s -> s.total() > 0);
    }

    /** What Linux makes of hpbussize: values above 0xFF become the default ({@code pci_setup}). */
    int effectiveHpbussize() {
        return hpbussize > 0xff ? DEFAULT_HPBUSSIZE : hpbussize;
    }

    /** The same without wishes for one function, whatever they were. */
    public Wishes without(FunctionAddress function) {
        return new Wishes(
                less(vfs, function),
                less(sdis, function),
                less(cards, function),
                less(ari, function),
                assignBusses,
                hpbussize,
                reservation);
    }

    private static <V> SortedMap<FunctionAddress, V> copy(Map<FunctionAddress, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    private static <V> SortedMap<FunctionAddress, V> with(Map<FunctionAddress, V> map, FunctionAddress key, V value) {
        SortedMap<FunctionAddress, V> more = new TreeMap<>(map);
        more.put(key, value);
        return more;
    }

    private static <V> SortedMap<FunctionAddress, V> less(Map<FunctionAddress, V> map, FunctionAddress key) {
        SortedMap<FunctionAddress, V> rest = new TreeMap<>(map);
        rest.remove(key);
        return rest;
    }

    /** Which kernel, and what becomes of firmware's numbers: {@code Linux without SIOV, firmware's numbers kept}. */
    public String assumptions() {
        String kernel = switch (reservation) {
            case MAINLINE -> "Linux without SIOV";
            case SIOV_SERIES -> "Linux with the SIOV series";
            case CORRECT -> "every VF and SDI reserved for";
        };
        return kernel
                + (assignBusses ? ", buses numbered anew" : ", firmware's numbers kept")
                + (hpbussize == DEFAULT_HPBUSSIZE ? "" : ", hpbussize " + hpbussize);
    }
}
