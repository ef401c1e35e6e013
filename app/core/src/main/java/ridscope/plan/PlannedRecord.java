package ridscope.plan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.BridgeBuses;
import ridscope.config.PciExpress;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.host.FunctionRecord;
import ridscope.host.Listing;
import ridscope.host.OsFacts;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** The raw facts of one function after a plan: in registers where they are known, else where the source told them. */
final class PlannedRecord {

    private static final int PRIMARY = 0x18;
    private static final int DEVICE_CONTROL_2 = 0x28;
    private static final int ARI_FORWARDING = 0x20;
    private static final int SRIOV_CONTROL = 0x08;
    private static final int NUM_VFS = 0x10;
    private static final int VF_ENABLE_AND_MEMORY = 0x09;

    private final Topology topology;
    private final Part part;
    private final PciFunction today;
    private final Wishes wishes;
    private final FunctionAddress planned;

    PlannedRecord(Topology topology, Part part, PciFunction today, Wishes wishes) {
        this.topology = topology;
        this.part = part;
        this.today = today;
        this.wishes = wishes;
        planned = part.planned().orElseThrow();
    }

    FunctionRecord record() {
        ConfigPatch patch = new ConfigPatch(today.config());
        int vfs = vfs();
        if (part.bridge()) {
            patch.u8(PRIMARY, part.primary);
            patch.u8(PRIMARY + 1, part.secondary);
            patch.u8(PRIMARY + 2, part.subordinate);
        }
        ari().ifPresent(on -> today.express()
                .capability()
                .map(PciExpress::offset)
                .ifPresent(at -> patch.bits(at + DEVICE_CONTROL_2, ARI_FORWARDING, on)));
        today.capabilities().extended(SrIovCapability.ID).ifPresent(c -> {
            patch.bits(c.offset() + SRIOV_CONTROL, VF_ENABLE_AND_MEMORY, vfs > 0);
            patch.u16(c.offset() + NUM_VFS, vfs);
        });
        boolean siov = wishes.sdis().containsKey(today.address())
                && part.sdis.total() > 0
                && patch.siov(today.capabilities(), part.sdis);
        FunctionRecord record = today.record();
        return new FunctionRecord(planned, patch.result(), record.configSize(), os(vfs), listing(vfs, siov));
    }

    /** VFs that Linux would have enabled; 0 without a wish. */
    private int vfs() {
        int wish = wishes.vfs().getOrDefault(today.address(), 0);
        boolean allowed = wish > 0
                && EnableCheck.of(topology, today, planned, part.bus.range.end(), wishes.reservation())
                        .afterReset(wish)
                        .allowed();
        return allowed ? wish : 0;
    }

    private Optional<Boolean> ari() {
        boolean port = part.bridge() && today.role().downstreamPort();
        return port ? Optional.ofNullable(wishes.ari().get(today.address())) : Optional.empty();
    }

    private OsFacts os(int vfs) {
        OsFacts os = today.record().os();
        OsFacts.Place place = os.place();
        Optional<Boolean> ari = Ari.forwarding(topology, part, wishes).or(place::ariEnabled);
        Optional<FunctionAddress> above = Optional.ofNullable(part.above).flatMap(Part::planned);
        return new OsFacts(
                os.identity(),
                new OsFacts.Place(
                        Optional.of(new OsFacts.Parent(above)),
                        place.slot(),
                        place.numaNode(),
                        place.iommuGroup(),
                        place.ariEnabled().isPresent() ? ari : Optional.empty()),
                part.bridge()
                        ? os.buses().map(b -> new OsFacts.KernelBuses(part.secondary, part.subordinate))
                        : os.buses(),
                os.link(),
                sriov(os.sriov(), vfs),
                os.driver(),
                os.devices(),
                os.resources(),
                os.state(),
                os.names());
    }

    private static OsFacts.SrIovAttributes sriov(OsFacts.SrIovAttributes told, int vfs) {
        return new OsFacts.SrIovAttributes(
                told.totalVfs(),
                told.numVfs().isPresent() ? OptionalInt.of(vfs) : OptionalInt.empty(),
                told.offset(),
                told.stride(),
                told.vfDevice(),
                Optional.empty(),
                Collections.emptySortedMap());
    }

    private Listing listing(int vfs, boolean siovInBytes) {
        Listing told = today.record().listing();
        Optional<SiovCapability> siov =
                wishes.sdis().containsKey(today.address()) && !siovInBytes && part.sdis.total() > 0
                        ? Optional.of(
                                new SiovCapability(0, 0, part.sdis.total(), 0, part.sdis.offset(), part.sdis.stride()))
                        : told.siov();
        return new Listing(
                told.layout(),
                told.bridge()
                        .map(b -> new BridgeBuses(
                                b.primary().isPresent() ? OptionalInt.of(part.primary) : b.primary(),
                                part.secondary,
                                part.subordinate)),
                told.capabilities(),
                told.express(),
                told.ari(),
                told.acs(),
                told.sriov().map(s -> enabled(s, vfs)),
                siov,
                List.of());
    }

    private static SrIovCapability enabled(SrIovCapability s, int vfs) {
        return new SrIovCapability(
                s.offset(),
                s.capabilities(),
                vfs > 0 ? s.control() | VF_ENABLE_AND_MEMORY : s.control() & ~VF_ENABLE_AND_MEMORY,
                s.initialVfs(),
                s.totalVfs(),
                vfs,
                s.dependencyLink(),
                s.firstVfOffset(),
                s.vfStride(),
                s.vfDeviceId());
    }
}
