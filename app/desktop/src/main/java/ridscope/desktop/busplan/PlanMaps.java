package ridscope.desktop.busplan;

import java.util.Map;
import java.util.Optional;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.HostFindings;
import ridscope.desktop.document.Related;
import ridscope.draw.diagram.Target;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.RidMapLayout;
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

/**
 * The RID map of a segment before and after.
 *
 * @param segment the segment
 * @param plan the plan between them
 * @param before the host as it is
 * @param after the host as it would be; only the map of this segment is in it
 * @param pictures the maps, with the same rows
 */
record PlanMaps(Segment segment, BusPlan plan, Document before, Document after, RidMapLayout.Pair pictures) {

    static PlanMaps of(Document before, BusPlan plan, Segment segment, Feedback feedback) {
        HostSnapshot host = PlannedHost.of(before.topology(), plan);
        feedback.checkCancelled();
        Topology topology = Enumerator.enumerate(host, feedback);
        RidMap map = RidMap.of(topology, segment);
        Document after = new Document(
                host,
                topology,
                Map.of(segment, map),
                HostFindings.NONE,
                before.names(),
                before.title(),
                before.recognised());
        RidMapLayout layout = new RidMapLayout(FontMetricsTable.bundled(), before.names());
        ViewOptions basic = ViewOptions.DEFAULT;
        ViewOptions options = new ViewOptions(basic.labels(), basic.opened(), basic.foldEmptyBuses(), true);
        RidMap now = before.ridMap(segment).orElseThrow();
        return new PlanMaps(
                segment, plan, before, after, layout.layout(before.topology(), now, topology, map, options));
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
