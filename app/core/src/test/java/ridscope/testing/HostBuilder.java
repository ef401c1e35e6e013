package ridscope.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.host.SlotRecord;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.rid.StridedRids;
import ridscope.text.Diagnostic;

/** Builds host snapshots function by function. Addresses are texts; one without a segment means segment 0. */
public final class HostBuilder {

    private Provenance provenance = Provenance.of("synthetic");
    private final List<RootBus> rootBuses = new ArrayList<>();
    private final List<FunctionRecord> functions = new ArrayList<>();
    private final List<String> bootLog = new ArrayList<>();
    private final List<SlotRecord> slots = new ArrayList<>();
    private final List<NumaNode> numaNodes = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** Host name, kernel and capture time, read with privilege from another machine. */
    public HostBuilder provenance(String kind, String host, String kernel, String capturedAt) {
        provenance = new Provenance(
                kind,
                Optional.of(host),
                Optional.of(kernel),
                Optional.of(Instant.parse(capturedAt)),
                Optional.empty(),
                Optional.of(true),
                false);
        return this;
    }

    public HostBuilder provenance(Provenance value) {
        provenance = value;
        return this;
    }

    /** A root bus that the source named without an end. */
    public HostBuilder rootBus(int bus) {
        rootBuses.add(new RootBus(Segment.ZERO, bus, OptionalInt.empty(), OptionalInt.empty()));
        return this;
    }

    /** A root bus of segment 0 with its window's end. */
    public HostBuilder rootBus(int bus, int end) {
        rootBuses.add(new RootBus(Segment.ZERO, bus, OptionalInt.of(end), OptionalInt.empty()));
        return this;
    }

    public HostBuilder rootBus(int segment, int bus, int end, int numaNode) {
        rootBuses.add(new RootBus(new Segment(segment), bus, OptionalInt.of(end), OptionalInt.of(numaNode)));
        return this;
    }

    public HostBuilder function(String address, ConfigBuilder config) {
        return function(address, config, os -> {});
    }

    public HostBuilder function(String address, ConfigBuilder config, Consumer<OsBuilder> os) {
        OsBuilder facts = new OsBuilder();
        os.accept(facts);
        ConfigSpace bytes = config.build();
        return record(new FunctionRecord(FunctionAddress.of(address), bytes, 0, facts.build()));
    }

    /** A function of which no configuration byte was readable. */
    public HostBuilder unreadable(String address, Consumer<OsBuilder> os) {
        OsBuilder facts = new OsBuilder();
        os.accept(facts);
        return record(new FunctionRecord(FunctionAddress.of(address), ConfigSpace.EMPTY, 0, facts.build()));
    }

    public HostBuilder record(FunctionRecord record) {
        functions.add(record);
        return this;
    }

    /**
     * Existing VFs of a PF: IDs 0xFFFF in config.
     *
     * @param vfs where they are; those beyond 0xFFFF are left out
     * @param classCode 24 bits
     * @param os more facts by index
     */
    public HostBuilder virtualFunctions(StridedRids vfs, int classCode, BiConsumer<Integer, OsBuilder> os) {
        for (int k = 0; k < vfs.count(); k++) {
            int index = k;
            vfs.at(k)
                    .routingId()
                    .ifPresent(rid -> function(
                            rid.toString(),
                            ConfigBuilder.virtualFunction(classCode),
                            facts -> os.accept(index, facts)));
        }
        return this;
    }

    public HostBuilder bootLog(String line) {
        bootLog.add(line);
        return this;
    }

    /** A physical slot; the address has no function: {@code 0000:03:00}. */
    public HostBuilder slot(String name, String address) {
        return slot(new SlotRecord(name, address));
    }

    /** A physical slot with its state. */
    public HostBuilder slot(SlotRecord slot) {
        slots.add(slot);
        return this;
    }

    public HostBuilder numaNode(int node, String cpus) {
        numaNodes.add(new NumaNode(node, Optional.of(cpus)));
        return this;
    }

    public HostBuilder diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        return this;
    }

    /** Functions in address order; those with the same address in the order they were added. */
    public HostSnapshot build() {
        List<FunctionRecord> sorted = new ArrayList<>(functions);
        sorted.sort(Comparator.comparing(FunctionRecord::address));
        return new HostSnapshot(provenance, rootBuses, sorted, bootLog, slots, numaNodes, diagnostics);
    }

    /** Facts of one function, for tests that work on records. */
    public static OsFacts facts(Consumer<OsBuilder> os) {
        OsBuilder facts = new OsBuilder();
        os.accept(facts);
        return facts.build();
    }
}
