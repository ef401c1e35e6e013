package ridscope.draw.export;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.BusPlanLayout;
import ridscope.draw.layout.ChangeMarks;
import ridscope.draw.layout.Counts;
import ridscope.draw.layout.RidMapLayout;
import ridscope.draw.layout.RidMapPart;
import ridscope.draw.layout.RidMapPicture;
import ridscope.draw.layout.SiovLayout;
import ridscope.draw.layout.TextMetrics;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.TopologyPicture;
import ridscope.draw.layout.ViewOptions;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.PfRids;
import ridscope.plan.PlannedHost;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.ridmap.RidMap;
import ridscope.topology.Topology;
import ridscope.topology.TopologyPart;

/** Makes the pictures that are asked for, for the command line and the window alike. Any thread may use it. */
public final class Pictures {

    private static final TextMetrics METRICS = FontMetricsTable.bundled();

    private final PictureHost host;
    private final String program;

    /** @param program name and version, such as {@code RIDscope 0.1.0} */
    public Pictures(PictureHost host, String program) {
        this.host = host;
        this.program = program;
    }

    /**
     * The picture, with what stands around it.
     *
     * @throws PictureException if the host has nothing of what is asked for
     */
    public Picture picture(PictureRequest request) throws PictureException {
        return framed(diagram(request), request.options());
    }

    /**
     * What is shown, without title and caption; the legend, where there is one, is part of it.
     *
     * @throws PictureException if the host has nothing of what is asked for
     */
    public Diagram diagram(PictureRequest request) throws PictureException {
        ViewOptions look =
                request.look().withLegend(request.options().template().legend());
        PicturePart part = request.options().part();
        return switch (request.view()) {
            case TOPOLOGY -> topology(look, part);
            case RID_MAP -> ridMap(look, part);
            case SIOV -> siov(look, request.pf());
            case BUS_PLAN -> busPlan(look, request.wishes(), part);
        };
    }

    /** The same marks with a title above and a caption below, as far as they are asked for. */
    public Picture framed(Diagram diagram, PictureOptions options) {
        return Picture.framed(diagram, Caption.of(host.topology().provenance(), program), options);
    }

    private Diagram topology(ViewOptions look, PicturePart part) throws PictureException {
        Topology shown = host.topology();
        ViewOptions folded = look;
        if (part instanceof PicturePart.OfSegment of) {
            shown = TopologyPart.of(shown, known(of.segment()));
        } else if (part instanceof PicturePart.Selection chosen) {
            shown = TopologyPart.of(shown, PartTargets.functions(shown, chosen.targets()));
            if (shown.functions().isEmpty()) {
                throw new PictureException("nothing of what was chosen is on this host");
            }
            if (!chosen.below()) {
                folded = PartTargets.folded(host.topology(), chosen.targets(), look);
            }
        }
        TopologyPicture picture =
                new TopologyLayout(METRICS, host.names()).picture(shown, host.all(), folded, host.findings());
        Diagram diagram = new ChangeMarks(METRICS).on(picture, host.marked());
        return part instanceof PicturePart.Selection ? partly(diagram) : diagram;
    }

    /** Nobody shall take a part for the whole. */
    private Diagram partly(Diagram diagram) {
        String title = diagram.title() + " · part of a host of "
                + Counts.grouped(host.topology().functions().size());
        return new Diagram(diagram.name(), title, diagram.width(), diagram.height(), diagram.marks());
    }

    private Diagram ridMap(ViewOptions look, PicturePart part) throws PictureException {
        RidMap map = host.ridMap(segment(part));
        RidMapLayout layout = new RidMapLayout(METRICS, host.names());
        if (part instanceof PicturePart.Selection chosen) {
            RidMapPicture whole = layout.layout(host.topology(), map, look.withLegend(false));
            BitSet buses = PartTargets.buses(host.topology(), map, chosen.targets());
            return RidMapPart.of(whole, buses, look.legend(), METRICS);
        }
        return layout.layout(host.topology(), map, look).diagram();
    }

    private Diagram busPlan(ViewOptions look, Wishes wishes, PicturePart part) throws PictureException {
        Topology topology = host.topology();
        Segment segment = segment(part);
        BusPlan plan = BusPlanner.plan(topology, wishes);
        Topology after = Enumerator.enumerate(PlannedHost.of(topology, plan, segment), Feedback.NONE);
        BusPlanLayout.Hosts hosts =
                new BusPlanLayout.Hosts(topology, host.ridMap(segment), after, RidMap.of(after, segment));
        return new BusPlanLayout(METRICS, host.names()).layout(hosts, plan, Advice.of(topology, plan), look);
    }

    private Diagram siov(ViewOptions look, Optional<FunctionAddress> asked) throws PictureException {
        Topology topology = host.topology();
        FunctionAddress pf = asked.or(() -> PfRids.first(topology))
                .orElseThrow(() -> new PictureException(
                        "no function of this host has VFs or SDIs of which it is known where they land"));
        PfRids rids = PfRids.of(topology, host.ridMap(pf.segment()), pf)
                .orElseThrow(() -> new PictureException(
                        pf + " has no VFs or SDIs of which it is known where they land; name another PF"));
        return new SiovLayout(METRICS, host.names()).layout(topology, rids, look);
    }

    /** The one that is asked for, that of what is chosen, or the lowest one. */
    private Segment segment(PicturePart part) throws PictureException {
        if (part instanceof PicturePart.OfSegment of) {
            return known(of.segment());
        } else if (part instanceof PicturePart.Selection chosen) {
            Set<Segment> segments = new TreeSet<>();
            chosen.targets().forEach(t -> PartTargets.segment(t).ifPresent(segments::add));
            for (Segment segment : segments) {
                return known(segment);
            }
        }
        List<Segment> all = host.topology().segments();
        return all.isEmpty() ? Segment.ZERO : all.get(0);
    }

    private Segment known(Segment segment) throws PictureException {
        if (!host.topology().segments().contains(segment)) {
            throw new PictureException("the host has no segment " + segment);
        }
        return segment;
    }
}
