package ridscope.report;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import ridscope.config.BridgeBuses;
import ridscope.config.Capability;
import ridscope.config.LinkSpeed;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.names.DeviceNames;
import ridscope.report.json.JsonLines;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.StridedRids;
import ridscope.topology.Identity;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Siov;
import ridscope.topology.Slot;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;
import tools.jackson.core.JsonGenerator;

/** One element of {@code functions}. */
final class FunctionJson {

    private final Topology topology;
    private final DeviceNames names;
    private final Optional<RegistersJson> registers;

    FunctionJson(Topology topology, DeviceNames names, Optional<RegistersJson> registers) {
        this.topology = topology;
        this.names = names;
        this.registers = registers;
    }

    void write(JsonGenerator json, PciFunction function) {
        json.writeStartObject();
        json.writeStringProperty("address", function.address().toString());
        json.writeNumberProperty("rid", function.address().rid().value());
        JsonLines.text(json, "parent", function.parent());
        json.writeNumberProperty("rootBus", function.place().rootBus());
        identity(json, function.identity());
        JsonLines.text(json, "className", names.className(function));
        JsonLines.text(json, "vendorName", names.vendor(function));
        JsonLines.text(json, "deviceName", names.device(function));
        json.writeNumberProperty("configBytes", function.record().config().length());
        if (function.role().known()) {
            json.writeStringProperty("role", function.role().id());
        }
        function.bridge().ifPresent(b -> bridge(json, b));
        capabilities(json, function);
        function.express().link().ifPresent(l -> link(json, l));
        function.sriov().ifPresent(s -> sriov(json, s));
        function.siov().ifPresent(s -> siov(json, function.address(), s));
        function.virtual().ifPresent(v -> {
            json.writeStringProperty("physicalFunction", v.physicalFunction().toString());
            json.writeNumberProperty("virtualFunctionIndex", v.index());
        });
        JsonLines.text(json, "driver", function.driver());
        JsonLines.number(json, "iommuGroup", function.iommuGroup());
        JsonLines.number(json, "numaNode", function.place().numaNode());
        JsonLines.text(json, "slot", topology.slotOf(function).map(Slot::label));
        StateJson.function(json, function.record().os());
        if (function.config().length() > 0) {
            registers.ifPresent(r -> r.write(json, function));
        }
        json.writeEndObject();
    }

    private static void identity(JsonGenerator json, Identity id) {
        JsonLines.hex(json, "vendor", id.vendor(), 4);
        JsonLines.hex(json, "device", id.device(), 4);
        JsonLines.hex(json, "class", id.baseAndSubclass(), 4);
        OptionalInt code = id.classCode();
        JsonLines.hex(json, "progIf", code.isPresent() ? OptionalInt.of(code.getAsInt() & 0xff) : code, 2);
        JsonLines.hex(json, "revision", id.revision(), 2);
        JsonLines.hex(json, "subsystemVendor", id.subsystemVendor(), 4);
        JsonLines.hex(json, "subsystemDevice", id.subsystemDevice(), 4);
        JsonLines.number(json, "headerType", id.headerType());
        JsonLines.flag(json, "multifunction", id.multifunction());
    }

    private static void bridge(JsonGenerator json, BridgeBuses buses) {
        json.writeObjectPropertyStart("bridge");
        JsonLines.number(json, "primary", buses.primary());
        json.writeNumberProperty("secondary", buses.secondary());
        json.writeNumberProperty("subordinate", buses.subordinate());
        json.writeEndObject();
    }

    /** Left out where nothing is known: an empty list says that the function has none. */
    private static void capabilities(JsonGenerator json, PciFunction function) {
        if (Readability.capabilitiesUnknown(function)
                && function.capabilities().capabilities().isEmpty()) {
            return;
        }
        int real = function.config().length();
        Predicate<Capability> printed = c -> real > 0 && c.offset() >= real;
        boolean beyond = function.capabilities().capabilities().stream().anyMatch(printed);
        boolean before = function.capabilities().capabilities().stream().anyMatch(printed.negate());
        // "capabilities" is what the bytes have, if there are any; what a listing shows behind their end is kept apart.
        if (before || !beyond) {
            capabilities(json, "capabilities", function, printed.negate());
        }
        if (beyond) {
            capabilities(json, "printedCapabilities", function, printed);
        }
    }

    private static void capabilities(
            JsonGenerator json, String name, PciFunction function, Predicate<Capability> wanted) {
        json.writeArrayPropertyStart(name);
        for (Capability capability : function.capabilities().capabilities()) {
            if (!wanted.test(capability)) {
                continue;
            }
            json.writeStartObject();
            capability(json, capability);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The members of a capability. */
    static void capability(JsonGenerator json, Capability capability) {
        json.writeBooleanProperty("extended", capability.extended());
        json.writeStringProperty("id", capability.idText());
        json.writeNumberProperty("offset", capability.offset());
        if (capability.extended()) {
            JsonLines.number(json, "version", capability.version());
        }
        json.writeStringProperty("name", capability.name());
    }

    private static void link(JsonGenerator json, LinkEnd link) {
        json.writeObjectPropertyStart("link");
        JsonLines.text(
                json, "maxSpeed", link.maxSpeed().filter(LinkSpeed::known).map(LinkSpeed::lspciText));
        JsonLines.number(json, "maxWidth", link.maxWidth());
        JsonLines.text(json, "speed", link.speed().filter(LinkSpeed::known).map(LinkSpeed::lspciText));
        JsonLines.number(json, "width", link.width());
        json.writeEndObject();
    }

    private static void sriov(JsonGenerator json, SrIov sriov) {
        json.writeObjectPropertyStart("sriov");
        json.writeBooleanProperty("enabled", sriov.enabled());
        JsonLines.number(json, "initialVfs", fromRegisters(sriov));
        json.writeNumberProperty("totalVfs", sriov.totalVfs());
        JsonLines.number(json, "driverLimit", sriov.driverLimit());
        json.writeNumberProperty("numVfs", sriov.numVfs());
        JsonLines.number(json, "firstVfOffset", sriov.firstVfOffset());
        JsonLines.number(json, "vfStride", sriov.vfStride());
        JsonLines.hex(json, "vfDevice", sriov.vfDevice(), 4);
        JsonLines.flag(json, "ariHierarchy", sriov.capability().map(SrIovCapability::ariHierarchy));
        json.writeEndObject();
    }

    private static OptionalInt fromRegisters(SrIov sriov) {
        return sriov.capability().map(c -> OptionalInt.of(c.initialVfs())).orElse(OptionalInt.empty());
    }

    private static void siov(JsonGenerator json, FunctionAddress owner, Siov siov) {
        SiovCapability registers = siov.capability();
        json.writeObjectPropertyStart("siov");
        json.writeNumberProperty("totalSdis", registers.totalSdis());
        json.writeNumberProperty("firstSdiOffset", registers.firstSdiOffset());
        json.writeNumberProperty("sdiStride", registers.sdiStride());
        json.writeBooleanProperty("active", registers.active());
        json.writeBooleanProperty("usable", siov.usable());
        siov.sdis().filter(s -> s.count() > 0).ifPresent(s -> firstAndLast(json, owner, s));
        json.writeEndObject();
    }

    /** An SDI beyond 0xFFFF has no address, so there the key is missing. */
    private static void firstAndLast(JsonGenerator json, FunctionAddress owner, StridedRids sdis) {
        sdi(json, "firstSdi", owner, sdis.first());
        sdi(json, "lastSdi", owner, sdis.last());
    }

    private static void sdi(JsonGenerator json, String name, FunctionAddress owner, Placement where) {
        JsonLines.text(json, name, where.routingId().map(rid -> new FunctionAddress(owner.segment(), rid)));
    }
}
