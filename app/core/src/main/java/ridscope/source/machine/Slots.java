package ridscope.source.machine;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** Numbers slots: as described, and those without a number from 1 on in the order of the text. */
final class Slots {

    private static final int LAST = 0x1fff;

    private final BitSet taken = new BitSet();

    Slots(List<Element> elements) {
        taken.set(0);
        elements.forEach(this::given);
    }

    private void given(Element element) {
        element.get(Key.SLOT).ifPresent(taken::set);
        element.below().forEach(this::given);
    }

    /** Of a port that has a slot; of a repeated one the first has the number described. Empty when there are none left. */
    OptionalInt number(Element port, int repetition) {
        if (repetition == 0 && port.has(Key.SLOT)) {
            return port.get(Key.SLOT);
        }
        int free = taken.nextClearBit(1);
        taken.set(Math.min(free, LAST));
        return free <= LAST ? OptionalInt.of(free) : OptionalInt.empty();
    }
}
