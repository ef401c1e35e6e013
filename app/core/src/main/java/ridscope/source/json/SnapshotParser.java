package ridscope.source.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.host.SlotRecord;
import ridscope.job.Feedback;
import ridscope.rid.Segment;
import ridscope.source.Limits;
import ridscope.text.Diagnostic;
import tools.jackson.core.JsonParser;

/** Reads a snapshot of any version so far. Unknown keys are passed over. */
final class SnapshotParser {

    private final JsonParser parser;
    private final Fields in;
    private final Feedback feedback;
    private boolean schemaSeen;
    private boolean versionSeen;
    private Provenance provenance;
    private final List<RootBus> rootBuses = new ArrayList<>();
    private final List<FunctionRecord> functions = new ArrayList<>();
    private final List<String> bootLog = new ArrayList<>();
    private final List<SlotRecord> slots = new ArrayList<>();
    private final List<NumaNode> numaNodes = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    SnapshotParser(JsonParser parser, Feedback feedback) {
        this.parser = parser;
        this.in = new Fields(parser);
        this.feedback = feedback;
    }

    HostSnapshot snapshot() {
        parser.nextToken();
        in.object(this::field);
        if (!schemaSeen || !versionSeen) {
            throw in.bad("the keys schema and version are missing");
        }
        if (provenance == null) {
            throw in.bad("the key provenance is missing");
        }
        functions.sort(Comparator.comparing(FunctionRecord::address));
        return new HostSnapshot(provenance, rootBuses, functions, bootLog, slots, numaNodes, diagnostics);
    }

    private void field(String name) {
        switch (name) {
            case "schema" -> schema();
            case "version" -> version();
            case "provenance" -> provenance = provenance();
            case "rootBuses" -> in.array(Limits.LIST, () -> rootBuses.add(rootBus()));
            case "functions" ->
                in.array(Limits.FUNCTIONS, () -> {
                    feedback.checkCancelled();
                    functions.add(new FunctionParser(in).function());
                });
            case "bootLog" -> in.array(Limits.LIST, () -> in.text().ifPresent(bootLog::add));
            case "numaNodes" -> in.array(Limits.LIST, () -> numaNodes.add(numaNode()));
            case "slots" -> in.array(Limits.LIST, () -> slots.add(slot()));
            case "diagnostics" -> in.array(Limits.LIST, () -> diagnostics.add(diagnostic(in)));
            default -> in.skip();
        }
    }

    private void schema() {
        String schema = in.string();
        if (!schema.equals(SnapshotFormat.SCHEMA)) {
            throw in.bad("the schema is " + Fields.quoted(schema) + ", not " + Fields.quoted(SnapshotFormat.SCHEMA));
        }
        schemaSeen = true;
    }

    private void version() {
        long version = in.number(1, Long.MAX_VALUE);
        if (version > SnapshotFormat.VERSION) {
            throw new NewerVersionException(version);
        }
        versionSeen = true;
    }

    private Provenance provenance() {
        String[] texts = new String[4];
        Instant[] capturedAt = new Instant[1];
        Boolean[] privileged = new Boolean[1];
        in.object(key -> {
            switch (key) {
                case "kind" -> texts[0] = in.text().orElseThrow();
                case "host" -> texts[1] = in.text().orElseThrow();
                case "kernel" -> texts[2] = in.text().orElseThrow();
                case "tool" -> texts[3] = in.text().orElseThrow();
                case "capturedAt" -> capturedAt[0] = time();
                case "privileged" -> privileged[0] = in.bool();
                default -> in.skip();
            }
        });
        if (texts[0] == null) {
            throw in.bad("the provenance names no kind");
        }
        return new Provenance(
                texts[0],
                Optional.ofNullable(texts[1]),
                Optional.ofNullable(texts[2]),
                Optional.ofNullable(capturedAt[0]),
                Optional.ofNullable(texts[3]),
                Optional.ofNullable(privileged[0]),
                false);
    }

    private Instant time() {
        String text = in.string();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw in.bad(Fields.quoted(text) + " is not a time like 2026-01-31T12:00:00Z");
        }
    }

    private RootBus rootBus() {
        long[] place = {-1, -1};
        OptionalInt[] rest = {OptionalInt.empty(), OptionalInt.empty()};
        in.object(key -> {
            switch (key) {
                case "segment" -> place[0] = in.number(0, 0xffffffffL);
                case "bus" -> place[1] = in.number(0, 0xff);
                case "end" -> rest[0] = in.integer(0, 0xff);
                case "numaNode" -> rest[1] = in.integer(0, Integer.MAX_VALUE);
                default -> in.skip();
            }
        });
        if (place[0] < 0 || place[1] < 0) {
            throw in.bad("a root bus needs segment and bus");
        }
        return new RootBus(new Segment((int) place[0]), (int) place[1], rest[0], rest[1]);
    }

    private NumaNode numaNode() {
        long[] node = {-1};
        String[] cpus = new String[1];
        in.object(key -> {
            switch (key) {
                case "node" -> node[0] = in.number(0, Integer.MAX_VALUE);
                case "cpus" -> cpus[0] = in.text().orElseThrow();
                default -> in.skip();
            }
        });
        if (node[0] < 0) {
            throw in.bad("a NUMA node has no number");
        }
        return new NumaNode((int) node[0], Optional.ofNullable(cpus[0]));
    }

    private SlotRecord slot() {
        String[] texts = new String[4];
        Boolean[] states = new Boolean[2];
        in.object(key -> {
            switch (key) {
                case "name" -> texts[0] = in.text().orElseThrow();
                case "address" -> texts[1] = in.text().orElseThrow();
                case "speed" -> texts[2] = in.text().orElseThrow();
                case "maxSpeed" -> texts[3] = in.text().orElseThrow();
                case "powered" -> states[0] = in.bool();
                case "occupied" -> states[1] = in.bool();
                default -> in.skip();
            }
        });
        if (texts[0] == null || texts[1] == null) {
            throw in.bad("a slot needs name and address");
        }
        return new SlotRecord(
                texts[0],
                texts[1],
                Optional.ofNullable(states[0]),
                Optional.ofNullable(states[1]),
                Optional.ofNullable(texts[2]),
                Optional.ofNullable(texts[3]));
    }

    static Diagnostic diagnostic(Fields in) {
        TextFields texts = new TextFields("id", "subject", "text").read(in);
        return new Diagnostic(texts.required(0), texts.get(1), texts.required(2));
    }
}
