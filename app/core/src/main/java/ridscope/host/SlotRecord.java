package ridscope.host;

import java.util.Optional;

/**
 * A physical slot as sysfs lists it under {@code bus/pci/slots}.
 *
 * @param name slot name
 * @param address {@code ssss:bb:dd} without a function, as printed
 * @param powered attribute {@code power}
 * @param occupied attribute {@code adapter}: whether a card is present
 * @param speed attribute {@code cur_bus_speed} as printed
 * @param maxSpeed attribute {@code max_bus_speed} as printed
 */
public record SlotRecord(
        String name,
        String address,
        Optional<Boolean> powered,
        Optional<Boolean> occupied,
        Optional<String> speed,
        Optional<String> maxSpeed) {

    /** A slot of which only name and address are known. */
    public SlotRecord(String name, String address) {
        this(name, address, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
