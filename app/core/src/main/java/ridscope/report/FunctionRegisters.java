package ridscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.config.Capability;
import ridscope.config.layout.RegisterLayouts;
import ridscope.config.layout.RegisterTree;
import ridscope.topology.PciFunction;

/**
 * The registers of one header or capability of a function.
 *
 * @param capability empty for the configuration header
 * @param tree what stands in it
 */
record FunctionRegisters(Optional<Capability> capability, RegisterTree tree) {

    /** The header first, then capabilities in list order; empty when no byte of the function is in the snapshot. */
    static List<FunctionRegisters> of(PciFunction function, RegisterLayouts layouts) {
        List<FunctionRegisters> all = new ArrayList<>();
        if (function.config().length() == 0) {
            return all;
        }
        all.add(new FunctionRegisters(Optional.empty(), layouts.header(function.config())));
        for (Capability capability : function.capabilities().capabilities()) {
            all.add(new FunctionRegisters(
                    Optional.of(capability),
                    layouts.decode(
                            capability, function.config(), function.identity().vendor())));
        }
        return all;
    }
}
