package ridscope.names;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.ClassNames;
import ridscope.text.Numbers;
import ridscope.topology.Identity;
import ridscope.topology.PciFunction;

/** Names that the snapshot carries, then those of {@code pci.ids}, then the class; class names come from our own table. */
public final class StandardDeviceNames implements DeviceNames {

    private final PciIds ids;
    private final ClassNames classes = new ClassNames();

    /** @param ids names where the snapshot has none; {@link PciIds#EMPTY} to do without */
    public StandardDeviceNames(PciIds ids) {
        this.ids = ids;
    }

    @Override
    public Optional<String> vendor(PciFunction function) {
        OptionalInt vendor = function.identity().vendor();
        return function.vendorName().or(() -> vendor.isPresent() ? ids.vendor(vendor.getAsInt()) : Optional.empty());
    }

    @Override
    public Optional<String> device(PciFunction function) {
        Identity id = function.identity();
        return function.deviceName()
                .or(() -> id.vendor().isPresent() && id.device().isPresent()
                        ? ids.device(id.vendor().getAsInt(), id.device().getAsInt())
                        : Optional.empty());
    }

    @Override
    public Optional<String> subsystem(PciFunction function) {
        return function.subsystemName().or(() -> subsystemOf(function.identity()));
    }

    private Optional<String> subsystemOf(Identity id) {
        if (id.vendor().isEmpty()
                || id.device().isEmpty()
                || id.subsystemVendor().isEmpty()
                || id.subsystemDevice().isEmpty()) {
            return Optional.empty();
        }
        return ids.subsystem(
                id.vendor().getAsInt(),
                id.device().getAsInt(),
                id.subsystemVendor().getAsInt(),
                id.subsystemDevice().getAsInt());
    }

    @Override
    public Optional<String> className(PciFunction function) {
        OptionalInt code = function.identity().baseAndSubclass();
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(classes.of(code.getAsInt())
                        .map(ClassNames.Entry::name)
                        .orElseGet(() -> "Class " + Numbers.hexText(code.getAsInt(), 4)));
    }

    @Override
    public String line(PciFunction function) {
        Identity id = function.identity();
        String revision = id.revision().orElse(0) == 0
                ? ""
                : " (rev " + Numbers.hexText(id.revision().getAsInt(), 2) + ")";
        return className(function).orElse("Class unknown") + ": " + product(function) + revision;
    }

    @Override
    public String product(PciFunction function) {
        Identity id = function.identity();
        String device = id.device().isPresent() ? Numbers.hexText(id.device().getAsInt(), 4) : "unknown";
        Optional<String> vendor = vendor(function);
        // A dump without IDs in brackets does not show where the maker's name ends; its text has both.
        boolean both =
                function.deviceName().isPresent() && function.vendorName().isEmpty();
        if (both || vendor.isEmpty()) {
            return device(function)
                    .orElseGet(() -> id.vendor().isPresent()
                            ? "Device " + Numbers.hexText(id.vendor().getAsInt(), 4) + ":" + device
                            : "Device " + device);
        }
        return vendor.get() + " " + device(function).orElse("Device " + device);
    }

    @Override
    public String shortName(PciFunction function) {
        OptionalInt code = function.identity().baseAndSubclass();
        int baseClass = code.isPresent() ? code.getAsInt() >> 8 : -1;
        return device(function)
                .flatMap(name -> ShortNames.device(name, baseClass))
                .orElseGet(() -> word(code));
    }

    private String word(OptionalInt code) {
        return code.isPresent()
                ? classes.of(code.getAsInt()).map(ClassNames.Entry::word).orElse("device")
                : "device";
    }
}
