package ridscope.desktop.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ridscope.desktop.l10n.Messages;
import ridscope.enumerate.Enumerator;
import ridscope.host.BootLog;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.source.Opened;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.SourceSpec;
import ridscope.topology.Topology;
import ridscope.topology.TopologyChange;

/** Opens sources and computes everything the window needs from them. Stateless; runs in any thread. */
public final class DocumentLoader {

    private final SnapshotOpener opener;
    private final DeviceNames names;

    /** @param names names for functions */
    public DocumentLoader(SnapshotOpener opener, DeviceNames names) {
        this.opener = opener;
        this.names = names;
    }

    /**
     * What a source held.
     *
     * @param source where it came from
     * @param opened all hosts in it
     * @param host index of the one shown
     * @param document that host
     * @param log the boot log that the user added to it, {@link BootLog#NONE} if there was none
     */
    public record Loaded(Source source, Opened opened, int host, Document document, BootLog log) {}

    /**
     * Opens a source and works its first host out.
     *
     * @throws SnapshotException if it cannot be read
     */
    public Loaded load(Source source, Feedback feedback) throws SnapshotException {
        return load(new SourceSpec(source, Optional.empty()), feedback);
    }

    /**
     * Opens a source and works the host out that was asked for, or else the first.
     *
     * @throws SnapshotException if it cannot be read or has no such host
     */
    public Loaded load(SourceSpec spec, Feedback feedback) throws SnapshotException {
        Opened opened = opener.open(spec.source(), feedback);
        int host = opened.hosts().indexOf(spec.pick(opened));
        String title = spec.source().title();
        return new Loaded(spec.source(), opened, host, document(opened, host, title, feedback), BootLog.NONE);
    }

    /**
     * Opens a source once more and works the same host out as a later reading, with the log that was added to it.
     *
     * @param earlier what it is compared with
     * @throws SnapshotException if it cannot be read any more
     */
    public Loaded again(Loaded before, Topology earlier, Feedback feedback) throws SnapshotException {
        Opened read = opener.open(before.source(), feedback);
        int host = sameHost(before, read);
        Opened opened = with(before.log(), read, host);
        Document now = document(opened, host, before.document().title(), feedback);
        Document later = now.later(TopologyChange.between(earlier, now.topology()));
        return new Loaded(before.source(), opened, host, later, before.log());
    }

    /** Works the host that is shown out once more, with a boot log; nothing is marked that was not marked before. */
    public Loaded with(BootLog log, Loaded before, Feedback feedback) {
        Opened opened = with(log, before.opened(), before.host());
        Document now = document(opened, before.host(), before.document().title(), feedback);
        Document later = now.later(before.document().marked());
        return new Loaded(before.source(), opened, before.host(), later, log);
    }

    private static Opened with(BootLog log, Opened opened, int host) {
        List<HostSnapshot> hosts = new ArrayList<>(opened.hosts());
        hosts.set(host, log.attach(hosts.get(host)));
        return new Opened(hosts, opened.kind(), opened.recognised());
    }

    /** The one of the same name, else the one in the same place, else the first. */
    private static int sameHost(Loaded before, Opened opened) {
        Optional<String> name = before.document().snapshot().provenance().host();
        for (int i = 0; i < opened.hosts().size() && name.isPresent(); i++) {
            if (opened.hosts().get(i).provenance().host().equals(name)) {
                return i;
            }
        }
        return before.host() < opened.hosts().size() ? before.host() : 0;
    }

    /**
     * Works one host of an opened source out.
     *
     * @param index 0 to the number of hosts − 1
     */
    public Document document(Opened opened, int index, String title, Feedback feedback) {
        HostSnapshot snapshot = opened.hosts().get(index);
        Topology topology = Enumerator.enumerate(snapshot, feedback);
        Map<Segment, RidMap> maps = new TreeMap<>();
        for (Segment segment : topology.segments()) {
            feedback.checkCancelled();
            maps.put(segment, RidMap.of(topology, segment));
        }
        feedback.note(Messages.text("status.checking"));
        HostFindings findings = HostFindings.of(topology, feedback);
        return new Document(
                snapshot,
                topology,
                maps,
                findings,
                HostSummary.of(topology, maps.values()),
                names,
                title,
                opened.recognised(),
                Optional.empty());
    }
}
