package ridscope.source.libvirt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.Head;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;
import ridscope.source.xml.XmlElements;
import ridscope.text.Diagnostic;

/**
 * Reads {@code <device>} elements wherever they stand in a text: which functions there are and where they hang, drivers, VFs,
 * IOMMU groups, links. Registers and the bus numbers of bridges are not in them.
 */
public final class LibvirtReader implements SnapshotReader {

    private static final String KIND = "libvirt";
    private static final int MOST_DAMAGED = 100;
    private static final Pattern DEVICE = Pattern.compile("<device>[\\s>]*<name>[^<>]{1,200}</name>");
    private static final Pattern CAPABILITY = Pattern.compile("<capability type=['\"]");

    /** Stateless. */
    public LibvirtReader() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Recognition recognise(Head head) {
        String text = head.text().orElse("");
        if (!DEVICE.matcher(text).find()) {
            return Recognition.NO;
        }
        return new Recognition(CAPABILITY.matcher(text).find() ? 85 : 30, "node devices of libvirt in XML");
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        Runs runs = new Runs();
        int[] damaged = {0};
        Optional<String> damage =
                XmlElements.walk(source, "device", feedback, DeviceHandler::new, (device, broken, line) -> {
                    if (broken.isEmpty()) {
                        runs.add(device.device());
                    } else if (damaged[0]++ < MOST_DAMAGED) {
                        runs.diagnostic(Diagnostic.of(
                                "XML_BROKEN",
                                "The device that begins in line " + line + " " + broken.get() + " and is left out"));
                    }
                    return true;
                });
        List<HostSnapshot> hosts = runs.hosts(KIND);
        if (hosts.isEmpty()) {
            throw new SnapshotException(source.named()
                    + damage.map(d -> " has a node device of libvirt that " + d + ", and no PCI function besides.")
                            .orElse(" has node devices of libvirt, but none on PCI; add those that"
                                    + " `virsh nodedev-list --cap pci` names."));
        }
        return hosts;
    }
}
