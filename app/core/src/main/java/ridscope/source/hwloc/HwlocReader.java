package ridscope.source.hwloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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
 * Reads what {@code lstopo} writes as XML: which functions there are, where they hang, near which NUMA node. Registers are not
 * in it. Several topologies in one file are several hosts.
 */
public final class HwlocReader implements SnapshotReader {

    private static final String KIND = "hwloc";
    private static final int MOST_HOSTS = 256;
    private static final Pattern BEGIN =
            Pattern.compile("<topology(\\s[^<>]{0,200})?>\\s*<(object|info|support|cpukind)\\s");
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE\\s+topology\\s+SYSTEM\\s+\"hwloc");
    private static final Pattern VERSION = Pattern.compile("version=\"(\\d)");

    /** Stateless. */
    public HwlocReader() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Recognition recognise(Head head) {
        String text = head.text().orElse("");
        Matcher begin = BEGIN.matcher(text);
        if (begin.find()) {
            Matcher version =
                    VERSION.matcher(Optional.ofNullable(begin.group(1)).orElse(""));
            return new Recognition(90, "topology of hwloc in XML, format " + (version.find() ? version.group(1) : "1"));
        }
        return DOCTYPE.matcher(text).find() ? new Recognition(30, "topology of hwloc in XML") : Recognition.NO;
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        List<HostSnapshot> hosts = new ArrayList<>();
        Optional<String> damage =
                XmlElements.walk(source, "topology", feedback, TopologyHandler::new, (topology, broken, line) -> {
                    HostSnapshot host =
                            topology.snapshot(KIND, broken.map(b -> Diagnostic.of("XML_BROKEN", "The topology " + b)));
                    if (!host.functions().isEmpty()) {
                        hosts.add(host);
                    }
                    return hosts.size() < MOST_HOSTS;
                });
        if (hosts.isEmpty()) {
            throw new SnapshotException(source.named()
                    + damage.map(d -> " is a topology of hwloc that " + d
                                    + ", before any PCI function; it was probably cut while it was copied.")
                            .orElse(" is a topology of hwloc without PCI functions;"
                                    + " write it with `lstopo --whole-io --of xml FILE`."));
        }
        return hosts;
    }
}
