package ridscope.source.machine;

import java.util.Optional;

/**
 * The link below a port: what each end can do and what it runs at. What the text leaves open at one end is what the other one
 * can do; where it is open at both, the registers say nothing.
 */
record LinkEnds(Optional<Element> port, Optional<Element> device) {

    static LinkEnds below(Element port) {
        return new LinkEnds(Optional.of(port), port.below().stream().findFirst());
    }

    void atPort(Registers registers) {
        end(registers, port, device);
        registers.active(device.isPresent());
    }

    void atDevice(Registers registers) {
        end(registers, device, port);
    }

    private void end(Registers registers, Optional<Element> here, Optional<Element> there) {
        registers.link(can(Key.GENERATION, here, there), can(Key.WIDTH, here, there));
        if (port.isPresent() && device.isPresent()) {
            registers.trained(is(Key.GENERATION), is(Key.WIDTH));
        }
    }

    private static int can(Key key, Optional<Element> here, Optional<Element> there) {
        return here.map(e -> e.get(key, 0))
                .filter(n -> n > 0)
                .orElseGet(() -> there.map(e -> e.get(key, 0)).orElse(0));
    }

    private int is(Key key) {
        return Math.min(can(key, port, device), can(key, device, port));
    }
}
