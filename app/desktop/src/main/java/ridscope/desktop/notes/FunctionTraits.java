package ridscope.desktop.notes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.desktop.settings.NotedFunction;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What tells a function from others when bus numbers change. */
final class FunctionTraits {

    /** Device Serial Number Extended Capability: PCI Express Base Specification, 7.9.3. */
    private static final int SERIAL_NUMBER = 0x0003;

    private static final int SERIAL_LOW = 4;
    private static final int SERIAL_HIGH = 8;

    private FunctionTraits() {}

    static NotedFunction of(Topology topology, PciFunction function) {
        return new NotedFunction(
                function.address(),
                hex(function.identity().vendor()),
                hex(function.identity().device()),
                hex(function.identity().baseAndSubclass()),
                serial(function),
                path(topology, function));
    }

    private static Optional<String> hex(OptionalInt value) {
        return value.isPresent() ? Optional.of(String.format(Locale.ROOT, "%04x", value.getAsInt())) : Optional.empty();
    }

    private static Optional<String> serial(PciFunction function) {
        return function.capabilities()
                .extended(SERIAL_NUMBER)
                .flatMap(capability -> serial(
                        function.config().u32(capability.offset() + SERIAL_HIGH),
                        function.config().u32(capability.offset() + SERIAL_LOW)));
    }

    private static Optional<String> serial(OptionalLong high, OptionalLong low) {
        return high.isPresent() && low.isPresent()
                ? Optional.of(String.format(Locale.ROOT, "%08x%08x", high.getAsLong(), low.getAsLong()))
                : Optional.empty();
    }

    /** Device and function of each bridge from the root bus down; a VF is its number below its PF. */
    private static String path(Topology topology, PciFunction function) {
        Optional<PciFunction> pf = function.virtual().flatMap(vf -> topology.function(vf.physicalFunction()));
        if (pf.isPresent()) {
            return path(topology, pf.get()) + "/vf"
                    + function.virtual().orElseThrow().index();
        }
        List<PciFunction> steps = new ArrayList<>(topology.pathToRoot(function));
        Collections.reverse(steps);
        steps.add(function);
        StringBuilder path = new StringBuilder();
        path.append(function.address().segment());
        topology.hostBridgeOf(function)
                .ifPresent(root -> path.append(String.format(Locale.ROOT, ":%02x", root.rootBus())));
        steps.forEach(step -> path.append('/').append(place(step.address())));
        return path.toString();
    }

    /** {@code 1f.7} */
    private static String place(FunctionAddress address) {
        String text = address.toString();
        return text.substring(text.lastIndexOf(':') + 1);
    }
}
