package ridscope.topology;

import java.util.Optional;
import ridscope.host.SlotRecord;
import ridscope.rid.FunctionAddress;

/**
 * A physical slot below a downstream-type port (or a conventional slot).
 *
 * @param label what to print on the picture: the system's name, else the Physical Slot Number
 * @param port the port that it is below; empty for a conventional slot, and for one of which only the system knows
 * @param hotplug hot-plug capable
 * @param occupied presence, where known
 * @param told what the system says of it, where it lists it
 */
public record Slot(
        String label,
        Optional<FunctionAddress> port,
        boolean hotplug,
        Optional<Boolean> occupied,
        Optional<SlotRecord> told) {

    /** Whether it has power, where the system says so. */
    public Optional<Boolean> powered() {
        return told.flatMap(SlotRecord::powered);
    }

    /** Speed of the bus behind it now, as the system prints it: {@code 8.0 GT/s PCIe}. */
    public Optional<String> speed() {
        return told.flatMap(SlotRecord::speed);
    }

    /** Greatest speed of the bus behind it, as the system prints it. */
    public Optional<String> maxSpeed() {
        return told.flatMap(SlotRecord::maxSpeed);
    }
}
