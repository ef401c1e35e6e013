package ridscope.config.layout;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** A number that a layout refers to; empty when it is not in the snapshot. */
interface Place {

    /** {@code port-type}: the Device/Port Type of the function's PCI Express capability. */
    Place PORT_TYPE = scope -> {
        OptionalInt type = scope.portType();
        return type.isPresent() ? OptionalLong.of(type.getAsInt()) : OptionalLong.empty();
    };

    OptionalLong read(Scope scope);
}
