package ridscope.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ridscope.config.BridgeBuses;
import ridscope.diff.Change;
import ridscope.diff.Comparison;
import ridscope.diff.FactChange;
import ridscope.diff.Likeness;
import ridscope.diff.NotComparable;
import ridscope.diff.RegisterChange;
import ridscope.names.DeviceNames;
import ridscope.report.json.JsonLines;
import ridscope.report.json.ProvenanceJson;
import ridscope.rid.FunctionAddress;
import ridscope.rules.Finding;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;
import tools.jackson.core.JsonGenerator;

/**
 * What differs between two hosts as {@code diff --json} prints it, schema {@code ridscope-diff}: every change with all
 * functions it is about. {@code gone} and {@code before} are old addresses, {@code new} and {@code after} new ones.
 */
public final class DiffJson {

    /** Value of the key {@code schema}. */
    public static final String SCHEMA = "ridscope-diff";

    /** Value of the key {@code version}; grows when a key changes its meaning, not when one is added. */
    public static final int VERSION = 1;

    private final DiffReport report;
    private final Comparison comparison;
    private final DeviceNames names;
    private final JsonGenerator json;

    private DiffJson(DiffReport report, DeviceNames names, JsonGenerator json) {
        this.report = report;
        comparison = report.comparison();
        this.names = names;
        this.json = json;
    }

    /**
     * Writes one object; the writer stays open.
     *
     * @throws IOException if the writer fails
     */
    public static void write(DiffReport report, DeviceNames names, Writer out) throws IOException {
        JsonLines.write(out, json -> new DiffJson(report, names, json).write());
    }

    private void write() {
        json.writeStringProperty("schema", SCHEMA);
        json.writeNumberProperty("version", VERSION);
        json.writeBooleanProperty("same", report.same());
        ProvenanceJson.write(json, "before", comparison.before().provenance());
        ProvenanceJson.write(json, "after", comparison.after().provenance());
        likeness(comparison.likeness());
        json.writeArrayPropertyStart("host");
        comparison.changes(Change.HostChanged.class).forEach(h -> h.facts().forEach(this::fact));
        json.writeEndArray();
        array("renumberedRoots", comparison.changes(Change.RenumberedRoot.class), this::root);
        array("renumberedBridges", comparison.changes(Change.RenumberedBridge.class), this::bridge);
        array("moved", comparison.changes(Change.Moved.class), this::moved);
        array("virtualFunctions", comparison.changes(Change.VfsChanged.class), this::vfs);
        array("gone", comparison.changes(Change.Gone.class), g -> {
            function(comparison.before(), g.function(), g.with());
            JsonLines.text(json, "replacedBy", g.replacedBy());
        });
        array("new", comparison.changes(Change.New.class), n -> {
            function(comparison.after(), n.function(), n.with());
            JsonLines.text(json, "replaces", n.replaces());
        });
        array("changed", comparison.changes(Change.Changed.class), c -> {
            places(c.function(), c.now());
            json.writeArrayPropertyStart("facts");
            c.facts().forEach(this::fact);
            json.writeEndArray();
        });
        if (!report.registers().isEmpty()) {
            array("registers", report.registers(), this::register);
        }
        array("notComparable", comparison.notComparable(), this::unknown);
        array("addresses", comparison.readdressed().entrySet(), e -> places(e.getKey(), e.getValue()));
        array("newFindings", report.findings().appeared(), this::finding);
        array("goneFindings", report.findings().gone(), this::finding);
        array("findingsOnlyCheckedAfter", report.findings().firstChecked(), this::finding);
        array("findingsOnlyCheckedBefore", report.findings().noLongerChecked(), this::finding);
    }

    /** Writes the members of one element. */
    @FunctionalInterface
    private interface Members<T> {
        void write(T thing);
    }

    private <T> void array(String name, Collection<T> things, Members<T> members) {
        json.writeArrayPropertyStart(name);
        for (T thing : things) {
            json.writeStartObject();
            members.write(thing);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void likeness(Likeness likeness) {
        json.writeObjectPropertyStart("likeness");
        json.writeNumberProperty("matched", likeness.matched());
        json.writeNumberProperty("before", likeness.before());
        json.writeNumberProperty("after", likeness.after());
        json.writeNumberProperty("sameSerialNumbers", likeness.sameSerials());
        json.writeNumberProperty("otherSerialNumbers", likeness.otherSerials());
        json.writeBooleanProperty("differentMachines", likeness.differentMachines());
        json.writeBooleanProperty("differentSpecimens", likeness.differentSpecimens());
        json.writeEndObject();
    }

    private void fact(FactChange fact) {
        json.writeStartObject();
        json.writeStringProperty("fact", fact.fact().id());
        json.writeStringProperty("name", fact.name());
        json.writeStringProperty("before", fact.before());
        json.writeStringProperty("after", fact.after());
        json.writeEndObject();
    }

    private void root(Change.RenumberedRoot root) {
        json.writeStringProperty("before", root.before().toString());
        json.writeStringProperty("after", root.after().toString());
        addresses("functions", root.with());
    }

    private void bridge(Change.RenumberedBridge bridge) {
        json.writeStringProperty("address", bridge.bridge().toString());
        buses("before", bridge.before());
        buses("after", bridge.after());
        addresses("functions", bridge.with());
    }

    private void buses(String name, BridgeBuses buses) {
        json.writeArrayPropertyStart(name);
        json.writeNumber(buses.secondary());
        json.writeNumber(buses.subordinate());
        json.writeEndArray();
    }

    private void moved(Change.Moved moved) {
        places(moved.function(), moved.now());
        json.writeStringProperty(
                "basis", moved.basis().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        JsonLines.text(json, "slotBefore", moved.from());
        JsonLines.text(json, "slotAfter", moved.to());
        addresses("with", moved.with());
    }

    private void vfs(Change.VfsChanged vfs) {
        json.writeStringProperty("physicalFunction", vfs.now().toString());
        json.writeNumberProperty("before", vfs.before());
        json.writeNumberProperty("after", vfs.after());
        addresses("gone", vfs.gone());
        addresses("new", vfs.appeared());
    }

    private void function(Topology topology, FunctionAddress address, List<FunctionAddress> with) {
        PciFunction function = topology.function(address).orElseThrow();
        json.writeStringProperty("address", address.toString());
        JsonLines.hex(json, "vendor", function.identity().vendor(), 4);
        JsonLines.hex(json, "device", function.identity().device(), 4);
        JsonLines.hex(json, "class", function.identity().baseAndSubclass(), 4);
        JsonLines.text(json, "deviceName", names.device(function));
        addresses("with", with);
    }

    private void places(FunctionAddress old, FunctionAddress now) {
        json.writeStringProperty("before", old.toString());
        json.writeStringProperty("after", now.toString());
    }

    private void addresses(String name, List<FunctionAddress> addresses) {
        json.writeArrayPropertyStart(name);
        addresses.forEach(a -> json.writeString(a.toString()));
        json.writeEndArray();
    }

    private void register(RegisterChange change) {
        json.writeStringProperty("address", change.now().toString());
        json.writeStringProperty("part", change.part());
        json.writeStringProperty("name", change.name());
        json.writeStringProperty("before", change.before());
        json.writeStringProperty("after", change.after());
    }

    private void unknown(NotComparable unknown) {
        json.writeStringProperty(
                "what", unknown.what().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeStringProperty("unknown", unknown.unknownBefore() ? "before" : "after");
        JsonLines.flag(json, "withoutRoot", unknown.withoutRoot() ? Optional.of(true) : Optional.empty());
        if (unknown.functions() > 0) {
            json.writeNumberProperty("functions", unknown.functions());
        }
    }

    private void finding(Finding finding) {
        json.writeStringProperty("id", finding.id());
        json.writeStringProperty("severity", finding.severity().name());
        json.writeStringProperty("subject", finding.subject().toString());
        json.writeStringProperty("title", finding.title());
    }
}
