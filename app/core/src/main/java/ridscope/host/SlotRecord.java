package ridscope.host;

/**
 * A physical slot as sysfs lists it under {@code bus/pci/slots}.
 *
 * @param name slot name
 * @param address {@code ssss:bb:dd} without a function, as printed
 */
public record SlotRecord(String name, String address) {}
