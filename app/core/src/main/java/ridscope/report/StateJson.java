package ridscope.report;

import java.math.BigInteger;
import java.util.OptionalLong;
import ridscope.host.NumaNode;
import ridscope.host.OsFacts;
import ridscope.report.json.JsonLines;
import ridscope.text.Numbers;
import ridscope.topology.Slot;
import ridscope.topology.Topology;
import tools.jackson.core.JsonGenerator;

/** What the operating system says beside the topology: devices, power, interrupts, address ranges, NUMA nodes, slots. */
final class StateJson {

    private StateJson() {}

    /** Members of a function. */
    static void function(JsonGenerator json, OsFacts os) {
        if (!os.devices().isEmpty()) {
            json.writeArrayPropertyStart("osDevices");
            for (OsFacts.OsDevice device : os.devices()) {
                json.writeStartObject();
                json.writeStringProperty("kind", device.kind());
                json.writeStringProperty("name", device.name());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        JsonLines.text(json, "powerState", os.state().power());
        JsonLines.text(json, "runtimeStatus", os.state().runtime());
        JsonLines.number(json, "msiVectors", os.state().vectors());
        JsonLines.number(json, "vfMsixTotal", os.state().vfMsixTotal());
        if (!os.resources().isEmpty()) {
            json.writeArrayPropertyStart("resources");
            os.resources().forEach(resource -> resource(json, resource));
            json.writeEndArray();
        }
    }

    /** Addresses and flags are written like ids: 64 bits do not fit the numbers of most JSON readers. */
    private static void resource(JsonGenerator json, OsFacts.Resource resource) {
        json.writeStartObject();
        json.writeNumberProperty("index", resource.index());
        hex(json, "start", resource.start());
        if (resource.size().isPresent()) {
            json.writeNumberProperty(
                    "size", new BigInteger(Long.toUnsignedString(resource.size().getAsLong())));
        }
        hex(json, "flags", resource.flags());
        json.writeEndObject();
    }

    private static void hex(JsonGenerator json, String name, OptionalLong value) {
        if (value.isPresent()) {
            int high = (int) (value.getAsLong() >>> Integer.SIZE);
            json.writeStringProperty(name, Numbers.hexText(high, 8) + Numbers.hexText((int) value.getAsLong(), 8));
        }
    }

    /** Members of the root object; each only where the source lists such things. */
    static void host(JsonGenerator json, Topology topology) {
        if (!topology.numaNodes().isEmpty()) {
            json.writeArrayPropertyStart("numaNodes");
            topology.numaNodes().forEach(node -> node(json, node));
            json.writeEndArray();
        }
        if (!topology.slots().isEmpty()) {
            json.writeArrayPropertyStart("slots");
            topology.slots().forEach(slot -> slot(json, slot));
            json.writeEndArray();
        }
    }

    private static void node(JsonGenerator json, NumaNode node) {
        json.writeStartObject();
        json.writeNumberProperty("node", node.node());
        JsonLines.text(json, "cpus", node.cpus());
        json.writeEndObject();
    }

    private static void slot(JsonGenerator json, Slot slot) {
        json.writeStartObject();
        json.writeStringProperty("label", slot.label());
        JsonLines.text(json, "port", slot.port());
        JsonLines.text(json, "address", slot.told().map(told -> told.address()));
        json.writeBooleanProperty("hotplug", slot.hotplug());
        JsonLines.flag(json, "occupied", slot.occupied());
        JsonLines.flag(json, "powered", slot.powered());
        JsonLines.text(json, "speed", slot.speed());
        JsonLines.text(json, "maxSpeed", slot.maxSpeed());
        json.writeEndObject();
    }
}
