package ridscope.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;
import ridscope.text.Diagnostic;

/**
 * Takes out of a snapshot what tells one machine from another of its kind, so that it can be shown to strangers: serial
 * numbers, MAC addresses, the host's name, the names of its OS devices. What was taken out is unknown in the result, except
 * that OS devices keep their kinds and get numbers ({@code net-1}), so that how many there are remains to be seen. Addresses,
 * IDs, drivers, slots and the kernel's release stay.
 *
 * <p>Of a boot log the lines of the kernel's PCI and IOMMU code stay, of a printed listing none. All registers stay but the
 * Device Serial Number, the VPD and DOE data registers, and those that repeat a serial number or a MAC address made from it:
 * what vendors keep in registers of their own (VSEC, DVSEC, vendor-specific capabilities, device-specific space) nobody else
 * can tell.
 */
public final class Redaction {

    private static final String DIAGNOSTIC = "REDACTED";

    private static final int VPD = 0x03;
    private static final int SERIAL_NUMBER = 0x0003;
    private static final int DOE = 0x002e;

    private final Secrets secrets;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<OsFacts.OsDevice, String> names = new HashMap<>();

    private Redaction(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The snapshot without them; taking them out a second time changes nothing. */
    public static HostSnapshot of(HostSnapshot host) {
        return new Redaction(Secrets.of(host)).host(host);
    }

    private HostSnapshot host(HostSnapshot host) {
        List<FunctionRecord> functions =
                host.functions().stream().map(this::function).toList();
        List<String> log = KeptLogLines.of(host.bootLog(), secrets);
        List<Diagnostic> diagnostics = new ArrayList<>(diagnostics(host.diagnostics()));
        diagnostics.removeIf(d -> d.id().equals(DIAGNOSTIC));
        diagnostics.add(Diagnostic.of(
                DIAGNOSTIC,
                "Serial numbers, MAC addresses, the host's name and the names of OS devices were left out"
                        + " when this snapshot was made; what vendors keep in registers of their own was not."));
        return new HostSnapshot(
                provenance(host.provenance()),
                host.rootBuses(),
                functions,
                log,
                host.slots().stream().map(this::slot).toList(),
                host.numaNodes().stream()
                        .map(node -> new NumaNode(node.node(), text(node.cpus())))
                        .toList(),
                diagnostics);
    }

    private Provenance provenance(Provenance p) {
        return new Provenance(
                secrets.scrub(p.kind()),
                Optional.empty(),
                text(p.kernel()),
                p.capturedAt(),
                text(p.tool()),
                p.privileged(),
                p.thisMachine());
    }

    private Optional<String> text(Optional<String> text) {
        return text.map(secrets::scrub);
    }

    private List<Diagnostic> diagnostics(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(d -> new Diagnostic(secrets.scrub(d.id()), text(d.subject()), secrets.scrub(d.text())))
                .toList();
    }

    private SlotRecord slot(SlotRecord slot) {
        return new SlotRecord(
                secrets.scrub(slot.name()),
                secrets.scrub(slot.address()),
                slot.powered(),
                slot.occupied(),
                text(slot.speed()),
                text(slot.maxSpeed()));
    }

    private FunctionRecord function(FunctionRecord function) {
        return new FunctionRecord(
                function.address(),
                config(function),
                function.configSize(),
                os(function.os()),
                listing(function.listing()));
    }

    private ConfigSpace config(FunctionRecord function) {
        ConfigSpace config = secrets.scrub(function.config());
        CapabilityList list = CapabilityWalk.walk(function.config(), function.configSize());
        for (Capability capability : list.capabilities()) {
            int at = capability.offset();
            if (!capability.extended() && capability.id() == VPD) {
                config = config.hide(at + 2, 6);
            } else if (capability.extended() && capability.id() == SERIAL_NUMBER) {
                config = config.hide(at + 4, 8);
            } else if (capability.extended() && capability.id() == DOE) {
                config = config.hide(at + 0x10, 8);
            }
        }
        return config;
    }

    private OsFacts os(OsFacts os) {
        return new OsFacts(
                os.identity(),
                new OsFacts.Place(
                        os.place().parent(),
                        text(os.place().slot()),
                        os.place().numaNode(),
                        os.place().iommuGroup(),
                        os.place().ariEnabled()),
                os.buses(),
                os.link().map(this::link),
                os.sriov(),
                text(os.driver()),
                os.devices().stream().map(this::device).toList(),
                os.resources(),
                new OsFacts.State(
                        text(os.state().power()),
                        text(os.state().runtime()),
                        os.state().vectors(),
                        os.state().vfMsixTotal()),
                new OsFacts.Names(
                        text(os.names().vendor()),
                        text(os.names().device()),
                        text(os.names().subsystem())));
    }

    private OsFacts.LinkAttributes link(OsFacts.LinkAttributes link) {
        return new OsFacts.LinkAttributes(
                text(link.currentSpeed()), text(link.currentWidth()), text(link.maxSpeed()), text(link.maxWidth()));
    }

    /** One and the same device may stand at several functions. */
    private OsFacts.OsDevice device(OsFacts.OsDevice device) {
        String kind = secrets.scrub(device.kind());
        String name = names.computeIfAbsent(device, d -> kind + "-" + counts.merge(kind, 1, Integer::sum));
        return new OsFacts.OsDevice(kind, name);
    }

    private Listing listing(Listing listing) {
        return new Listing(
                listing.layout(),
                listing.bridge(),
                listing.capabilities()
                        .map(list -> new CapabilityList(
                                list.capabilities(),
                                list.standard(),
                                list.extended(),
                                diagnostics(list.diagnostics()))),
                listing.express(),
                listing.ari(),
                listing.acs(),
                listing.sriov(),
                listing.siov(),
                List.of());
    }
}
