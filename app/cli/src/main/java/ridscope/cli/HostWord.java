package ridscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.source.BootLogs;
import ridscope.source.EcamStart;
import ridscope.source.SnapshotException;
import ridscope.source.Source;
import ridscope.source.SourceSpec;
import ridscope.topology.Topology;

/** A word that looks at one host. */
abstract class HostWord implements Callable<Integer> {

    static final String SOURCE_HELP =
            "A snapshot that RIDscope wrote, the output of lspci (best with -vvv -xxxx), XML of"
                    + " hwloc or libvirt, a raw image of configuration space (ECAM), the description of a machine that does not"
                    + " exist yet, or a folder or archive (tar, zip) with a copy"
                    + " of /sys or such files in it, recognised by content, packed or not; - for standard input, live for this machine, ssh:[user@]host[:port] for another one,"
                    + " sample:NAME for a bundled sample. FILE#2 or FILE#name picks one host of several.";

    static final String SUDO_HELP =
            "With ssh: read there with root rights (sudo -n), which gives all of the configuration space.";

    @Parameters(index = "0", paramLabel = "SOURCE", description = SOURCE_HELP)
    private String source;

    @Option(names = "--pci-ids", paramLabel = "PATH", description = NameSource.HELP)
    private Path pciIds;

    @Option(names = "--sudo", description = SUDO_HELP)
    private boolean sudo;

    @Option(
            names = "--ecam",
            paramLabel = "SEGMENT:BUS",
            converter = EcamStartConverter.class,
            description = "SOURCE is a raw image of configuration space (ECAM) that begins there; both in hex."
                    + " A file named ecam-SEGMENT-BUS.bin says so itself.")
    private EcamStart ecam;

    @Option(
            names = "--boot-log",
            paramLabel = "FILE",
            description = "What dmesg or journalctl -k printed on that host; - for standard input. Tells where the bus"
                    + " ranges of root buses end, and what the kernel complained of.")
    private String bootLog;

    private final Streams streams;

    HostWord(Streams streams) {
        this.streams = streams;
    }

    final Streams streams() {
        return streams;
    }

    final Topology topology() throws SnapshotException {
        HostSnapshot host = new HostSource(streams).open(source, sudo, Optional.ofNullable(ecam));
        if (bootLog != null) {
            Source log = SourceSpec.parse(bootLog, streams.in()).source();
            host = BootLogs.read(log, Feedback.NONE).attach(host);
        }
        return Enumerator.enumerate(host, Feedback.NONE);
    }

    final DeviceNames names() throws SnapshotException {
        return NameSource.names(Optional.ofNullable(pciIds));
    }

    static Map<Segment, RidMap> ridMaps(Topology topology) {
        Map<Segment, RidMap> maps = new HashMap<>();
        for (Segment segment : topology.segments()) {
            maps.put(segment, RidMap.of(topology, segment));
        }
        return maps;
    }

    static List<IovPlacement> placements(Topology topology) {
        List<IovPlacement> placements = new ArrayList<>();
        ridMaps(topology).values().forEach(map -> placements.addAll(map.placements()));
        return placements;
    }
}
