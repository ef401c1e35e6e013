package ridscope.source.json;

import static ridscope.source.json.SnapshotGenerator.number;
import static ridscope.source.json.SnapshotGenerator.text;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.host.FunctionRecord;
import ridscope.host.Listing;
import ridscope.host.OsFacts;
import tools.jackson.core.JsonGenerator;

/** Writes function records. IDs are lower-case hex texts of fixed width, other numbers are decimal. */
final class FunctionGenerator {

    private final JsonGenerator out;

    FunctionGenerator(JsonGenerator out) {
        this.out = out;
    }

    void function(FunctionRecord function) {
        out.writeStartObject();
        out.writeStringProperty("address", function.address().toString());
        if (function.configSize() != 0) {
            out.writeNumberProperty("configSize", function.configSize());
        }
        byte[] config = function.config().toBytes();
        if (config.length > 0) {
            out.writeNumberProperty("configLength", config.length);
            out.writeStringProperty("config", HexFormat.of().formatHex(config, 0, withoutTrailingZeros(config)));
        }
        hidden(function.config().hidden());
        if (!function.os().equals(OsFacts.NONE)) {
            os(function.os());
        }
        if (!function.listing().equals(Listing.NONE)) {
            new ListingGenerator(out).listing(function.listing());
        }
        out.writeEndObject();
    }

    private void hidden(BitSet hidden) {
        if (hidden.isEmpty()) {
            return;
        }
        out.writeArrayPropertyStart("configHidden");
        for (int from = hidden.nextSetBit(0); from >= 0; from = hidden.nextSetBit(hidden.nextClearBit(from))) {
            out.writeStartObject();
            out.writeNumberProperty("offset", from);
            out.writeNumberProperty("length", hidden.nextClearBit(from) - from);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static int withoutTrailingZeros(byte[] config) {
        int end = config.length;
        while (end > 0 && config[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private void os(OsFacts os) {
        out.writeObjectPropertyStart("os");
        identity(os.identity());
        place(os.place());
        os.buses().ifPresent(buses -> {
            out.writeObjectPropertyStart("bridge");
            out.writeNumberProperty("secondary", buses.secondary());
            out.writeNumberProperty("subordinate", buses.subordinate());
            out.writeEndObject();
        });
        os.link().ifPresent(this::link);
        sriov(os.sriov());
        text(out, "driver", os.driver());
        if (!os.devices().isEmpty()) {
            out.writeArrayPropertyStart("devices");
            os.devices().forEach(this::device);
            out.writeEndArray();
        }
        if (!os.resources().isEmpty()) {
            out.writeArrayPropertyStart("resources");
            os.resources().forEach(this::resource);
            out.writeEndArray();
        }
        state(os.state());
        names(os.names());
        out.writeEndObject();
    }

    private void identity(OsFacts.Identity id) {
        hex("vendor", id.vendor(), 4);
        hex("device", id.device(), 4);
        hex("subsystemVendor", id.subsystemVendor(), 4);
        hex("subsystemDevice", id.subsystemDevice(), 4);
        hex("class", id.classCode(), 6);
        hex("class", id.shortClass(), SnapshotFormat.SHORT_CLASS);
        hex("revision", id.revision(), 2);
    }

    private void place(OsFacts.Place place) {
        place.parent()
                .ifPresent(parent -> out.writeStringProperty(
                        "parent", parent.bridge().map(Object::toString).orElse(SnapshotFormat.PARENT_ROOT)));
        text(out, "slot", place.slot());
        number(out, "numaNode", place.numaNode());
        number(out, "iommuGroup", place.iommuGroup());
        place.ariEnabled().ifPresent(on -> out.writeBooleanProperty("ariEnabled", on));
    }

    private void link(OsFacts.LinkAttributes link) {
        out.writeObjectPropertyStart("link");
        text(out, "currentSpeed", link.currentSpeed());
        text(out, "currentWidth", link.currentWidth());
        text(out, "maxSpeed", link.maxSpeed());
        text(out, "maxWidth", link.maxWidth());
        out.writeEndObject();
    }

    private void sriov(OsFacts.SrIovAttributes sriov) {
        if (sriov.equals(OsFacts.SrIovAttributes.NONE)) {
            return;
        }
        out.writeObjectPropertyStart("sriov");
        number(out, "totalVfs", sriov.totalVfs());
        number(out, "numVfs", sriov.numVfs());
        number(out, "offset", sriov.offset());
        number(out, "stride", sriov.stride());
        hex("vfDevice", sriov.vfDevice(), 4);
        sriov.physicalFunction().ifPresent(pf -> out.writeStringProperty("physicalFunction", pf.toString()));
        if (!sriov.virtualFunctions().isEmpty()) {
            out.writeObjectPropertyStart("virtualFunctions");
            sriov.virtualFunctions().forEach((k, vf) -> out.writeStringProperty(k.toString(), vf.toString()));
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void device(OsFacts.OsDevice device) {
        out.writeStartObject();
        out.writeStringProperty("kind", device.kind());
        out.writeStringProperty("name", device.name());
        out.writeEndObject();
    }

    private void resource(OsFacts.Resource resource) {
        out.writeStartObject();
        out.writeNumberProperty("index", resource.index());
        hex("start", resource.start());
        hex("size", resource.size());
        hex("flags", resource.flags());
        out.writeEndObject();
    }

    private void state(OsFacts.State state) {
        if (state.equals(OsFacts.State.NONE)) {
            return;
        }
        out.writeObjectPropertyStart("state");
        text(out, "power", state.power());
        text(out, "runtime", state.runtime());
        number(out, "vectors", state.vectors());
        number(out, "vfMsixTotal", state.vfMsixTotal());
        out.writeEndObject();
    }

    private void names(OsFacts.Names names) {
        if (names.equals(OsFacts.Names.NONE)) {
            return;
        }
        out.writeObjectPropertyStart("names");
        text(out, "vendor", names.vendor());
        text(out, "device", names.device());
        text(out, "subsystem", names.subsystem());
        out.writeEndObject();
    }

    private void hex(String key, OptionalInt value, int digits) {
        SnapshotGenerator.hex(out, key, value, digits);
    }

    private void hex(String key, OptionalLong value) {
        value.ifPresent(number -> out.writeStringProperty(key, Long.toHexString(number)));
    }
}
