package ridscope.topology;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Who a function is: configuration header first, operating system where the header is silent (VFs, missing bytes).
 *
 * @param vendor 16 bits
 * @param device 16 bits
 * @param subsystemVendor 16 bits
 * @param subsystemDevice 16 bits
 * @param classCode 24 bits: base class, subclass, prog-if
 * @param shortClass 16 bits: base class and subclass where nothing tells the prog-if; empty where the class code is known
 * @param revision 8 bits
 * @param headerType layout 0, 1 or 2
 * @param multifunction header type bit 7
 */
public record Identity(
        OptionalInt vendor,
        OptionalInt device,
        OptionalInt subsystemVendor,
        OptionalInt subsystemDevice,
        OptionalInt classCode,
        OptionalInt shortClass,
        OptionalInt revision,
        OptionalInt headerType,
        Optional<Boolean> multifunction) {

    /** Base class and subclass, 16 bits, such as 0x0108. */
    public OptionalInt baseAndSubclass() {
        return classCode.isPresent() ? OptionalInt.of(classCode.getAsInt() >> 8) : shortClass;
    }
}
