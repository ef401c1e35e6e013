package ridscope.source.json;

import static ridscope.source.json.SnapshotGenerator.hex;
import static ridscope.source.json.SnapshotGenerator.number;

import java.util.OptionalInt;
import ridscope.config.AcsCapability;
import ridscope.config.AriCapability;
import ridscope.config.BridgeBuses;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.PciExpress;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.host.Listing;
import tools.jackson.core.JsonGenerator;

/** Writes what a listing printed. Registers are hex texts, fields of them decimal numbers. */
final class ListingGenerator {

    private final JsonGenerator out;

    ListingGenerator(JsonGenerator out) {
        this.out = out;
    }

    void listing(Listing listing) {
        out.writeObjectPropertyStart("listing");
        number(out, "layout", listing.layout());
        listing.bridge().ifPresent(this::bridge);
        listing.capabilities().ifPresent(this::capabilities);
        listing.express().ifPresent(this::express);
        listing.ari().ifPresent(this::ari);
        listing.acs().ifPresent(this::acs);
        listing.sriov().ifPresent(this::sriov);
        listing.siov().ifPresent(this::siov);
        if (!listing.lines().isEmpty()) {
            out.writeArrayPropertyStart("lines");
            listing.lines().forEach(out::writeString);
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void bridge(BridgeBuses bridge) {
        out.writeObjectPropertyStart("bridge");
        number(out, "primary", bridge.primary());
        out.writeNumberProperty("secondary", bridge.secondary());
        out.writeNumberProperty("subordinate", bridge.subordinate());
        out.writeEndObject();
    }

    private void capabilities(CapabilityList list) {
        out.writeObjectPropertyStart("capabilities");
        out.writeStringProperty("standard", SnapshotFormat.word(list.standard()));
        out.writeStringProperty("extended", SnapshotFormat.word(list.extended()));
        out.writeArrayPropertyStart("list");
        for (Capability capability : list.capabilities()) {
            out.writeStartObject();
            out.writeBooleanProperty("extended", capability.extended());
            out.writeStringProperty("id", capability.idText());
            out.writeNumberProperty("offset", capability.offset());
            number(out, "version", capability.version());
            out.writeEndObject();
        }
        out.writeEndArray();
        if (!list.diagnostics().isEmpty()) {
            out.writeArrayPropertyStart("diagnostics");
            list.diagnostics().forEach(d -> SnapshotGenerator.diagnostic(out, d));
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void express(PciExpress express) {
        out.writeObjectPropertyStart("express");
        out.writeNumberProperty("offset", express.offset());
        number(out, "version", express.version());
        express.type().ifPresent(type -> out.writeStringProperty("type", SnapshotFormat.word(type)));
        hex(out, "flags", express.flags(), 4);
        express.link().ifPresent(this::link);
        express.slot().ifPresent(slot -> {
            out.writeObjectPropertyStart("slot");
            out.writeNumberProperty("number", slot.number());
            out.writeBooleanProperty("hotplug", slot.hotplug());
            out.writeBooleanProperty("present", slot.present());
            out.writeEndObject();
        });
        express.control2().ifPresent(control -> {
            out.writeObjectPropertyStart("control2");
            out.writeBooleanProperty("ariForwardingSupported", control.ariForwardingSupported());
            out.writeBooleanProperty("ariForwardingEnabled", control.ariForwardingEnabled());
            hex(out, "supportedSpeeds", control.supportedSpeeds(), 2);
            out.writeEndObject();
        });
        out.writeEndObject();
    }

    private void link(PciExpress.LinkRegisters link) {
        out.writeObjectPropertyStart("link");
        out.writeNumberProperty("maxSpeed", link.maxSpeed().code());
        out.writeNumberProperty("maxWidth", link.maxWidth());
        out.writeNumberProperty("speed", link.speed().code());
        out.writeNumberProperty("width", link.width());
        link.active().ifPresent(active -> out.writeBooleanProperty("active", active));
        out.writeNumberProperty("portNumber", link.portNumber());
        out.writeEndObject();
    }

    private void ari(AriCapability ari) {
        out.writeObjectPropertyStart("ari");
        out.writeNumberProperty("offset", ari.offset());
        out.writeNumberProperty("nextFunction", ari.nextFunction());
        out.writeEndObject();
    }

    private void acs(AcsCapability acs) {
        out.writeObjectPropertyStart("acs");
        out.writeNumberProperty("offset", acs.offset());
        hex(out, "capability", OptionalInt.of(acs.capability()), 4);
        hex(out, "control", OptionalInt.of(acs.control()), 4);
        out.writeEndObject();
    }

    private void sriov(SrIovCapability sriov) {
        out.writeObjectPropertyStart("sriov");
        out.writeNumberProperty("offset", sriov.offset());
        hex(out, "capabilities", OptionalInt.of((int) sriov.capabilities()), 8);
        hex(out, "control", OptionalInt.of(sriov.control()), 4);
        out.writeNumberProperty("initialVfs", sriov.initialVfs());
        out.writeNumberProperty("totalVfs", sriov.totalVfs());
        out.writeNumberProperty("numVfs", sriov.numVfs());
        out.writeNumberProperty("dependencyLink", sriov.dependencyLink());
        out.writeNumberProperty("firstVfOffset", sriov.firstVfOffset());
        out.writeNumberProperty("vfStride", sriov.vfStride());
        hex(out, "vfDevice", OptionalInt.of(sriov.vfDeviceId()), 4);
        out.writeEndObject();
    }

    private void siov(SiovCapability siov) {
        out.writeObjectPropertyStart("siov");
        out.writeNumberProperty("offset", siov.offset());
        hex(out, "capabilities", OptionalInt.of((int) siov.capabilities()), 8);
        out.writeNumberProperty("totalSdis", siov.totalSdis());
        hex(out, "status", OptionalInt.of(siov.status()), 2);
        out.writeNumberProperty("firstSdiOffset", siov.firstSdiOffset());
        out.writeNumberProperty("sdiStride", siov.sdiStride());
        out.writeEndObject();
    }
}
