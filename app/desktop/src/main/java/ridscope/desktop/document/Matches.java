package ridscope.desktop.document;

import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import ridscope.draw.diagram.Target;
import ridscope.draw.paint.Dimming;
import ridscope.query.QueryResult;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;

/** The functions a question is about, and what every view makes of them. Immutable. */
public final class Matches {

    private final QueryResult result;
    private final Set<FunctionAddress> bridges = new HashSet<>();
    private final Set<FunctionAddress> owners = new HashSet<>();

    /** @param document the host that was asked */
    public Matches(Document document, QueryResult result) {
        this.result = result;
        for (FunctionAddress match : result.matches()) {
            document.function(match).ifPresent(function -> {
                document.topology().pathToRoot(function).forEach(bridge -> bridges.add(bridge.address()));
                function.virtual().ifPresent(vf -> owners.add(vf.physicalFunction()));
            });
        }
    }

    /** The answer itself. */
    public QueryResult result() {
        return result;
    }

    /** In address order. */
    public NavigableSet<FunctionAddress> functions() {
        return result.matches();
    }

    /** The match behind the selected function, or before it; from the last one on with the first. */
    public Optional<FunctionAddress> next(Optional<FunctionAddress> from, boolean forward) {
        NavigableSet<FunctionAddress> all = result.matches();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Optional<FunctionAddress> next =
                from.flatMap(address -> Optional.ofNullable(forward ? all.higher(address) : all.lower(address)));
        return next.or(() -> Optional.of(forward ? all.first() : all.last()));
    }

    /** Matches keep their ink, with their VFs and SDIs and the buses they are on; bridges above keep half of it. */
    public Dimming dimming() {
        return dimming(Set.of());
    }

    /** @param more what else a picture has in place of matches, such as a fold with some in it */
    public Dimming dimming(Set<Target> more) {
        return mark -> mark.target()
                .map(target -> more.contains(target) ? Dimming.Level.FULL : level(target))
                .orElse(Dimming.Level.FULL);
    }

    private Dimming.Level level(Target target) {
        if (target instanceof Target.OfFunction f) {
            return bridges.contains(f.address()) && !found(f.address())
                    ? Dimming.Level.HALF
                    : level(found(f.address()));
        } else if (target instanceof Target.OfVfs vfs) {
            return level(found(vfs.pf()) || owners.contains(vfs.pf()));
        } else if (target instanceof Target.OfSdis sdis) {
            return level(found(sdis.pf()));
        } else if (target instanceof Target.OfRid rid) {
            return level(found(rid.address()));
        } else if (target instanceof Target.OfBuses buses) {
            return level(on(buses.segment(), buses.buses()));
        } else if (target instanceof Target.OfHandle handle) {
            return level(handle.node());
        }
        return Dimming.Level.FAINT;
    }

    private static Dimming.Level level(boolean found) {
        return found ? Dimming.Level.FULL : Dimming.Level.FAINT;
    }

    private boolean found(FunctionAddress address) {
        return result.matches().contains(address);
    }

    private boolean on(Segment segment, BusRange buses) {
        FunctionAddress last = new FunctionAddress(segment, RoutingId.of(buses.last(), 0xff));
        FunctionAddress nearest = result.matches().floor(last);
        return nearest != null && nearest.segment().equals(segment) && nearest.bus() >= buses.first();
    }
}
