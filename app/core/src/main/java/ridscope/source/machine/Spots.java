package ridscope.source.machine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds a place for everything on one bus, in the order of the text. */
final class Spots {

    private static final int DEVFNS = 256;
    private static final int DEVICES = 32;

    /**
     * @param element what stands there
     * @param repetition 0 for the first of several equal ones
     * @param devfn its place
     * @param card its functions; empty for a port
     */
    record Spot(Element element, int repetition, int devfn, Optional<Card> card) {}

    private final Place place;
    private final int firstDevice;
    private final Mistakes mistakes;
    private final BitSet taken = new BitSet();
    private final List<Spot> spots = new ArrayList<>();

    /** @param firstDevice where those without a place of their own begin, 0 to 31 */
    Spots(Place place, int firstDevice, Mistakes mistakes) {
        this.place = place;
        this.firstDevice = firstDevice;
        this.mistakes = mistakes;
    }

    /** Finds places for an element and its repetitions. */
    void take(Element element) {
        for (int i = 0; i < element.times(); i++) {
            Optional<Card> card =
                    element.kind() == Kind.DEVICE ? Optional.of(new Card(element, mistakes)) : Optional.empty();
            int devfn = i == 0 ? element.get(Key.DEVFN, free()) : free();
            if (devfn >= DEVFNS) {
                mistakes.add(element.line(), "there is no place left on the bus for the " + element.kind());
                return;
            }
            if (!take(element, devfn, card)) {
                return;
            }
            spots.add(new Spot(element, i, devfn, card));
        }
    }

    private boolean take(Element element, int devfn, Optional<Card> card) {
        if (card.isPresent() && !card.get().fits(devfn)) {
            mistakes.add(
                    element.line(),
                    "the functions of this device do not fit at "
                            + place.address(devfn).rid().toString().substring(3)
                            + "; function 0 of a device is at .0, and at 00.0 if it has more than eight");
            return false;
        }
        BitSet wanted = new BitSet();
        if (card.isPresent()) {
            card.get().numbers().forEach(number -> wanted.set(devfn + number));
        } else {
            wanted.set(devfn);
        }
        if (wanted.intersects(taken)) {
            mistakes.add(
                    element.line(),
                    "the place " + place.address(devfn).rid().toString().substring(3) + " is taken; the first counts");
            return false;
        }
        taken.or(wanted);
        return true;
    }

    /** Device after device, then further functions of them. */
    private int free() {
        for (int function = 0; function < 8; function++) {
            for (int device = firstDevice; device < DEVICES; device++) {
                boolean mayBe =
                        function > 0 || taken.get(device << 3, device + 1 << 3).isEmpty();
                if (mayBe && !taken.get(device << 3 | function)) {
                    return device << 3 | function;
                }
            }
        }
        return DEVFNS;
    }

    /** Whether the device at a place has other functions too. */
    boolean shared(int devfn) {
        int device = devfn & ~7;
        return taken.get(device, device + 8).cardinality() > 1;
    }

    List<Spot> all() {
        return spots;
    }
}
