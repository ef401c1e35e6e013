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
import ridscope.job.Feedback;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.source.EcamStart;
import ridscope.source.SnapshotException;
import ridscope.topology.Topology;

/** A word that looks at one host. */
abstract class HostWord implements Callable<Integer> {

    static final String SOURCE_HELP = "A snapshot that RIDscope wrote, the output of lspci -x, -xxx or -xxxx (also"
            + " with -v), or a folder with a sys tree in it, recognised by content; - for standard input, live for"
            + " this machine, ssh:[user@]host[:port] for another one, sample:NAME for a bundled sample."
            + " FILE#2 or FILE#name picks one host of several.";

    @Parameters(index = "0", paramLabel = "SOURCE", description = SOURCE_HELP)
    private String source;

    @Option(names = "--pci-ids", paramLabel = "PATH", description = NameSource.HELP)
    private Path pciIds;

    @Option(
            names = "--sudo",
            description =
                    "With ssh: read there with root rights (sudo -n), which gives all of the configuration space.")
    private boolean sudo;

    @Option(
            names = "--ecam",
            paramLabel = "SEGMENT:BUS",
            converter = EcamStartConverter.class,
            description = "SOURCE is a raw image of configuration space (ECAM) that begins there; both in hex."
                    + " A file named ecam-SEGMENT-BUS.bin says so itself.")
    private EcamStart ecam;

    private final Streams streams;

    HostWord(Streams streams) {
        this.streams = streams;
    }

    final Streams streams() {
        return streams;
    }

    final Topology topology() throws SnapshotException {
        Optional<EcamStart> start = Optional.ofNullable(ecam);
        return Enumerator.enumerate(new HostSource(streams).open(source, sudo, start), Feedback.NONE);
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
