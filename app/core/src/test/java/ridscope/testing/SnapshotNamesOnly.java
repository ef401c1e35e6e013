package ridscope.testing;

import java.util.Optional;
import ridscope.names.DeviceNames;
import ridscope.topology.PciFunction;

/** The names that a snapshot carries and nothing else, so that goldens do not depend on a list of names. */
public final class SnapshotNamesOnly implements DeviceNames {

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
        return product(function);
    }

    @Override
    public String product(PciFunction function) {
        return device(function).orElse("unnamed");
    }

    @Override
    public String shortName(PciFunction function) {
        return device(function).orElse(function.role().id());
    }
}
