package ridscope.cli;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.names.DeviceNames;
import ridscope.topology.PciFunction;

/** Names that the snapshot carries, otherwise IDs. */
final class PlainNames implements DeviceNames {

    @Override
    public Optional<String> vendor(PciFunction function) {
        return function.record().os().names().vendor();
    }

    @Override
    public Optional<String> device(PciFunction function) {
        return function.record().os().names().device();
    }

    @Override
    public Optional<String> subsystem(PciFunction function) {
        return function.record().os().names().subsystem();
    }

    @Override
    public Optional<String> className(PciFunction function) {
        return Optional.empty();
    }

    @Override
    public String line(PciFunction function) {
        return "class " + hex(function.identity().baseAndSubclass()) + ": "
                + vendor(function).orElse(hex(function.identity().vendor())) + " "
                + device(function).orElse(hex(function.identity().device()));
    }

    @Override
    public String shortName(PciFunction function) {
        return device(function).orElse(line(function));
    }

    private static String hex(OptionalInt value) {
        return value.isPresent() ? String.format("%04x", value.getAsInt()) : "????";
    }
}
