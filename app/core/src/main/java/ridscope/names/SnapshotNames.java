package ridscope.names;

import java.util.List;
import java.util.Optional;
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
        OsFacts os = record.os();
        Optional<String> vendor = names.vendor(function);
        Optional<String> device = names.device(function);
        Optional<String> subsystem = names.subsystem(function);
        OsFacts filled = new OsFacts(
                os.identity(),
                os.place(),
                os.buses(),
                os.link(),
                os.sriov(),
                os.driver(),
                os.devices(),
                os.resources(),
                os.state(),
                new OsFacts.Names(vendor, device, subsystem));
        return new FunctionRecord(record.address(), record.config(), record.configSize(), filled, record.listing());
    }
}
