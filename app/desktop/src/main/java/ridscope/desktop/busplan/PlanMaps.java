package ridscope.desktop.busplan;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import ridscope.desktop.canvas.ReadyMap;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.HostFindings;
import ridscope.desktop.document.HostSummary;
import ridscope.desktop.document.Related;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.RidMapLayout;
import ridscope.draw.layout.RidMapOptions;
import ridscope.draw.layout.RidMapPicture;
import ridscope.draw.layout.ViewOptions;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.plan.BusPlan;
import ridscope.plan.PlannedHost;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;

/** The RID map of a segment before and after a plan, with the same rows in both. */
final class PlanMaps {

    private final Segment segment;
    private final BusPlan plan;
    private final Document before;
    private final Document after;
    private final DoubleFunction<Diagram> legend;
    private final ReadyMap<RidMapPicture> mapBefore;
    private final ReadyMap<RidMapPicture> mapAfter;

    private PlanMaps(
            Segment segment, BusPlan plan, Document before, Document after, RidMapLayout.Pair pictures, double apart) {
        this.segment = segment;
        this.plan = plan;
        this.before = before;
        this.after = after;
        legend = pictures.legend();
        mapBefore = ReadyMap.of(pictures.before(), apart, legend);
        mapAfter = ReadyMap.of(pictures.after(), apart, legend);
    }

    /** @param apart how far apart columns stand where the maps are going to be shown */
    static PlanMaps of(Document before, BusPlan plan, Segment segment, double apart, Feedback feedback) {
        HostSnapshot host = PlannedHost.of(before.topology(), plan, segment);
        feedback.checkCancelled();
        Topology topology = Enumerator.enumerate(host, feedback);
        RidMap map = RidMap.of(topology, segment);
        // Nobody asks the rules about a host that is not there yet.
        Document after = new Document(
                host,
                topology,
                Map.of(segment, map),
                HostFindings.NONE,
                HostSummary.NONE,
                before.names(),
                before.title(),
                before.recognised(),
                Optional.empty());
        RidMapLayout layout = new RidMapLayout(FontMetricsTable.bundled(), before.names());
        ViewOptions options = ViewOptions.DEFAULT.withRidMap(RidMapOptions.BARE);
        RidMap now = before.ridMap(segment).orElseGet(() -> RidMap.of(before.topology(), segment));
        return new PlanMaps(
                segment, plan, before, after, layout.layout(before.topology(), now, topology, map, options), apart);
    }

    Segment segment() {
        return segment;
    }

    /** The plan between them. */
    BusPlan plan() {
        return plan;
    }

    /** The host as it is. */
    Document before() {
        return before;
    }

    /** This segment as it would be, without findings. */
    Document after() {
        return after;
    }

    /** The map of the host as it is. */
    ReadyMap<RidMapPicture> mapBefore() {
        return mapBefore;
    }

    /** The map of the host as it would be. */
    ReadyMap<RidMapPicture> mapAfter() {
        return mapAfter;
    }

    /** What explains both maps. */
    DoubleFunction<Diagram> legend() {
        return legend;
    }

    /** What stands for a target of today on the map after; empty for VFs and buses, which have no single place in both. */
    Optional<Target> moved(Target target) {
        if (target instanceof Target.OfVfs vfs) {
            return planned(vfs.pf()).map(Target.OfVfs::new);
        } else if (target instanceof Target.OfSdis sdis) {
            return planned(sdis.pf()).map(Target.OfSdis::new);
        } else if (target instanceof Target.OfFunction f) {
            return planned(f.address()).map(Target.OfFunction::new);
        }
        return Optional.of(target);
    }

    /** What a target on the map after is today. */
    Optional<Target> today(Target target) {
        Optional<FunctionAddress> owner = Related.function(after, target).flatMap(this::origin);
        if (target instanceof Target.OfVfs) {
            return owner.map(Target.OfVfs::new);
        } else if (target instanceof Target.OfSdis) {
            return owner.map(Target.OfSdis::new);
        } else if (target instanceof Target.OfFunction f) {
            return origin(f.address()).map(Target.OfFunction::new);
        }
        return Optional.of(target);
    }

    private Optional<FunctionAddress> planned(FunctionAddress today) {
        return Optional.ofNullable(plan.functions().get(today));
    }

    private Optional<FunctionAddress> origin(FunctionAddress planned) {
        return plan.functions().entrySet().stream()
                .filter(e -> e.getValue().equals(planned))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
