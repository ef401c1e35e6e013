package ridscope.desktop.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.source.Head;
import ridscope.source.HostEvent;
import ridscope.source.HostWatcher;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;
import ridscope.source.WatchException;

/** This machine, played: what is read of it and what it tells of itself. */
public final class FakeMachine implements SnapshotReader, HostWatcher {

    private HostSnapshot now;
    private final List<Listener> listeners = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();
    private int reads;
    private int closed;

    public FakeMachine(HostSnapshot first) {
        now = first;
    }

    /** An opener that knows nothing but this machine. */
    public SnapshotOpener opener() {
        return new SnapshotOpener(List.of(this));
    }

    /** What is read from now on. */
    public void becomes(HostSnapshot next) {
        now = next;
    }

    /** Watching fails from now on. */
    public void refuses(String why) {
        refusal = Optional.of(why);
    }

    /** How often it was read. */
    public int reads() {
        return reads;
    }

    /** How many watches are open. */
    public int open() {
        return listeners.size() - closed;
    }

    /** Tells whoever watches last. */
    public void tells(HostEvent.Action action, String address) {
        last().event(new HostEvent(action, Optional.of(FunctionAddress.of(address)), "pci"));
    }

    /** Whoever watches last. */
    public Listener last() {
        return listeners.get(listeners.size() - 1);
    }

    @Override
    public String kind() {
        return "live";
    }

    @Override
    public Recognition recognise(Head head) {
        return head.source() instanceof Source.Live ? new Recognition(100, "this machine") : Recognition.NO;
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        reads++;
        if (now.functions().isEmpty()) {
            throw new SnapshotException("This machine has no PCI devices any more.");
        }
        return List.of(now);
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public Watch watch(Listener listener) throws WatchException {
        if (refusal.isPresent()) {
            throw new WatchException(refusal.get());
        }
        listeners.add(listener);
        return new Watch() {
            private boolean ended;

            @Override
            public String how() {
                return "played events";
            }

            @Override
            public void close() {
                closed += ended ? 0 : 1;
                ended = true;
            }
        };
    }
}
