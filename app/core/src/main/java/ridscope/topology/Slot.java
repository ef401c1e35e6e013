package ridscope.topology;

import java.util.Optional;
import ridscope.rid.FunctionAddress;

/**
 * A physical slot below a downstream-type port (or a conventional slot).
 *
 * @param label what to print on the picture: the system's name, else the Physical Slot Number
 * @param port the port whose slot registers describe it; empty for a conventional slot
 * @param hotplug hot-plug capable
 * @param occupied presence, where known
 */
public record Slot(String label, Optional<FunctionAddress> port, boolean hotplug, Optional<Boolean> occupied) {}
