package ridscope.source;

import java.util.Optional;
import ridscope.rid.FunctionAddress;

/**
 * Something about this machine's PCI devices has changed. It is a reason to read the machine again, not a description of what
 * to change in a model.
 *
 * @param action what happened
 * @param function the function it happened to, or to a device below; empty where the event does not tell
 * @param subsystem the kernel's subsystem of the device: {@code pci}, {@code net}, {@code nvme}, {@code block} …; empty for
 *     {@link Action#MISSED}
 */
public record HostEvent(Action action, Optional<FunctionAddress> function, String subsystem) {

    /** What the kernel says, and one that it does not. */
    public enum Action {
        ADD,
        REMOVE,
        CHANGE,
        MOVE,
        ONLINE,
        OFFLINE,
        BIND,
        UNBIND,
        /** Events were lost; anything may have changed. */
        MISSED
    }

    /** Events were lost. */
    public static final HostEvent LOST = new HostEvent(Action.MISSED, Optional.empty(), "");
}
