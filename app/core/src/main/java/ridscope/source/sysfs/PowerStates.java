package ridscope.source.sysfs;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import ridscope.file.FileTree;
import ridscope.host.OsFacts;
import ridscope.rid.FunctionAddress;

/**
 * The power states of all functions, read before anything else of them: reading {@code config}, a link attribute or a bus
 * number wakes a suspended function and the bridges above it (Linux {@code pci_config_pm_runtime_get}), and afterwards
 * everything would be active.
 */
final class PowerStates {

    private PowerStates() {}

    /** Power and runtime state by address; interrupts are not looked at. */
    static Map<FunctionAddress, OsFacts.State> read(FileTree tree, Map<FunctionAddress, String> directories) {
        Map<FunctionAddress, OsFacts.State> states = new HashMap<>();
        directories.forEach((address, directory) -> {
            Attributes a = new Attributes(tree, directory);
            states.put(
                    address,
                    new OsFacts.State(
                            a.text("power_state"),
                            a.text("power/runtime_status"),
                            OptionalInt.empty(),
                            OptionalInt.empty()));
        });
        return states;
    }
}
