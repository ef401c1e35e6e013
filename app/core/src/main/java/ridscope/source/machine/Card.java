package ridscope.source.machine;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import ridscope.config.PortType;
import ridscope.source.SnapshotException;

/** A described device with its functions, which becomes registers. */
final class Card {

    /** Request and Completion Redirect and Direct Translated P2P; the first two on, as Linux sets them. */
    private static final int ACS = 0x4c;

    private static final int ACS_ON = 0x0c;
    private static final int WORD = 0xffff;

    private final Element device;
    private final Mistakes mistakes;
    private final TreeMap<Integer, Element> functions = new TreeMap<>();

    /** The first RID behind everything placed so far, relative to function 0; VFs and SDIs without an offset start there. */
    private long free;

    /** Whether the hierarchy bit is still to be set: Linux sets it in the first PF of a device. */
    private boolean hierarchy;

    Card(Element device, Mistakes mistakes) {
        this.device = device;
        this.mistakes = mistakes;
        functions.put(0, device);
        device.below().forEach(this::number);
    }

    private void number(Element function) {
        int most = device.has(Key.ARI) ? 0xff : 7;
        for (int i = 0; i < function.times(); i++) {
            int number = i == 0 ? function.get(Key.NUMBER, functions.lastKey() + 1) : functions.lastKey() + 1;
            if (number > most) {
                mistakes.add(
                        function.line(),
                        "a device has functions 0 to " + most + (most == 7 ? " unless it says ari" : "")
                                + ", so there is no function " + number);
                return;
            }
            if (functions.putIfAbsent(number, function) != null) {
                mistakes.add(function.line(), "function " + number + " is described twice; the first counts");
            }
        }
    }

    /**
     * Puts its functions on a bus.
     *
     * @param devfn of function 0
     * @throws SnapshotException if there are too many functions
     */
    void place(Place place, int devfn, Records records) throws SnapshotException {
        boolean integrated = place.port().isEmpty();
        hierarchy =
                device.has(Key.ARI) && place.port().filter(p -> p.has(Key.ARI)).isPresent();
        free = functions.lastKey() + 1L;
        for (Map.Entry<Integer, Element> entry : functions.entrySet()) {
            int number = entry.getKey();
            Element function = entry.getValue();
            Registers registers = new Registers(0, function);
            registers.express(integrated ? PortType.RCIEP : PortType.ENDPOINT);
            place.port().ifPresent(port -> LinkEnds.below(port).atDevice(registers));
            if (functions.size() > 1) {
                registers.multifunction();
            }
            extended(registers, function, number);
            records.add(place, devfn + number, function, registers);
        }
    }

    private void extended(Registers registers, Element function, int number) {
        if (device.has(Key.ARI)) {
            Integer next = functions.higherKey(number);
            registers.ari(next == null ? 0 : next);
        }
        if (function.has(Key.ACS)) {
            registers.acs(ACS, ACS_ON);
        }
        function.get(Key.VFS).ifPresent(vfs -> {
            int stride = function.get(Key.VF_STRIDE, 1);
            OptionalInt offset = offset(function, function.get(Key.VF_OFFSET), number, "VFs");
            if (offset.isPresent()) {
                int vfDevice = function.get(Key.VF_DEVICE, function.get(Key.DEVICE, 0));
                registers.srIov(number, vfs, offset.getAsInt(), stride, vfDevice, hierarchy);
                hierarchy = false;
                taken(number, vfs, offset.getAsInt(), stride);
            }
        });
        function.get(Key.SDIS).ifPresent(sdis -> {
            int stride = function.get(Key.SDI_STRIDE, 1);
            OptionalInt offset = offset(function, function.get(Key.SDI_OFFSET), number, "SDIs");
            if (offset.isPresent()) {
                registers.siov(sdis, offset.getAsInt(), stride);
                taken(number, sdis, offset.getAsInt(), stride);
            }
        });
    }

    private OptionalInt offset(Element function, OptionalInt described, int number, String what) {
        if (described.isPresent()) {
            return described;
        }
        long offset = free - number;
        if (offset > WORD) {
            mistakes.add(
                    function.line(),
                    "the " + what + " of function " + number + " would start at offset " + offset
                            + ", which has more than 16 bits; give them an offset");
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) offset);
    }

    private void taken(int number, long count, long offset, long stride) {
        free = Math.max(free, number + offset + (count - 1) * stride + 1);
    }

    /** Whether its functions are at places that a device may have, function 0 being at one. */
    boolean fits(int devfn) {
        int last = functions.lastKey();
        return last == 0 || (devfn & 7) == 0 && (last <= 7 || devfn == 0);
    }

    /** The numbers of its functions. */
    Set<Integer> numbers() {
        return functions.keySet();
    }
}
