package ridscope.desktop.inspector;

import java.util.Optional;
import ridscope.names.DeviceNames;
import ridscope.topology.PciFunction;

/** The names that the snapshot carries, nothing else. */
final class TestNames implements DeviceNames {

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
        return shortName(function);
    }

    @Override
    public String shortName(PciFunction function) {
        return device(function).orElse(function.role().id());
    }
}
