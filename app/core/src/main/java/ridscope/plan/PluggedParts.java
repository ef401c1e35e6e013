package ridscope.plan;

import java.util.Optional;

/** Turns a card that is only thought of into functions below a port. */
final class PluggedParts {

    private PluggedParts() {}

    static void add(PluggedCard card, Part port) {
        if (card.ports() == 0) {
            port.below.add(endpoint(card, port));
            return;
        }
        Part upstream = bridge(0, port);
        port.below.add(upstream);
        for (int device = 0; device < card.ports(); device++) {
            Part downstream = bridge(device << 3, upstream);
            downstream.hotplug = card.hotplugPorts();
            if (!card.hotplugPorts()) {
                downstream.below.add(endpoint(card, downstream));
            }
            upstream.below.add(downstream);
        }
    }

    private static Part bridge(int devfn, Part above) {
        Part bridge = new Part(Optional.empty(), Part.Kind.BRIDGE, devfn, above);
        bridge.primaryKnown = true;
        return bridge;
    }

    private static Part endpoint(PluggedCard card, Part above) {
        Part endpoint = new Part(Optional.empty(), Part.Kind.DEVICE, 0, above);
        endpoint.vfs = card.vfs().map(PluggedParts::registers).orElse(IovRegisters.NONE);
        endpoint.sdis = card.sdis().map(PluggedParts::registers).orElse(IovRegisters.NONE);
        return endpoint;
    }

    private static IovRegisters registers(PluggedCard.Strided s) {
        return new IovRegisters(s.total(), s.total(), s.offset(), s.stride());
    }
}
