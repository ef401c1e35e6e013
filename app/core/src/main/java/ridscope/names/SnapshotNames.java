package ridscope.names;

import java.util.List;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Lets a snapshot carry the names of its own devices, so that it reads the same where no {@code pci.ids} is. */
public final class SnapshotNames {

    private SnapshotNames() {}

    /**
     * The snapshot with a name for every function that has none and that the look-up knows.
     *
     * @param topology the model of this snapshot
     */
    public static HostSnapshot fill(HostSnapshot snapshot, Topology topology, DeviceNames names) {
        List<FunctionRecord> functions = snapshot.functions().stream()
                .map(record -> topology.function(record.address())
                        .filter(f -> record.os().names().equals(OsFacts.Names.NONE))
                        .map(f -> named(record, f, names))
                        .orElse(record))
                .toList();
        return new HostSnapshot(
                snapshot.provenance(),
                snapshot.rootBuses(),
                functions,
                snapshot.bootLog(),
                snapshot.slots(),
                snapshot.numaNodes(),
                snapshot.diagnostics());
    }

    private static FunctionRecord named(FunctionRecord record, PciFunction function, DeviceNames names) {
        OsFacts.Names own =
                new OsFacts.Names(names.vendor(function), names.device(function), names.subsystem(function));
        OsFacts filled = record.os().withNames(own);
        return new FunctionRecord(record.address(), record.config(), record.configSize(), filled, record.listing());
    }
}
