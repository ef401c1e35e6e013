package ridscope.draw.layout.topology;

import java.util.Optional;
import ridscope.names.DeviceNames;
import ridscope.topology.PciFunction;

/** Names by class only. */
final class ClassNames implements DeviceNames {

    @Override
    public Optional<String> vendor(PciFunction function) {
        return Optional.empty();
    }

    @Override
    public Optional<String> device(PciFunction function) {
        return Optional.empty();
    }

    @Override
    public Optional<String> subsystem(PciFunction function) {
        return Optional.empty();
    }

    @Override
    public Optional<String> className(PciFunction function) {
        return Optional.of(shortName(function));
    }

    @Override
    public String line(PciFunction function) {
        return product(function);
    }

    @Override
    public String product(PciFunction function) {
        return shortName(function) + " "
                + String.format("%04x", function.identity().device().orElse(0));
    }

    @Override
    public String shortName(PciFunction function) {
        return switch (function.identity().baseAndSubclass().orElse(0)) {
            case 0x0108 -> "NVMe";
            case 0x0200 -> "NIC";
            case 0x0302 -> "GPU";
            case 0x0600 -> "Host bridge";
            case 0x0604 -> "Bridge";
            default -> "Device";
        };
    }
}
