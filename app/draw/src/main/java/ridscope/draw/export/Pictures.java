package ridscope.draw.export;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.layout.ChangeMarks;
import ridscope.draw.layout.RidMapLayout;
import ridscope.draw.layout.SiovLayout;
import ridscope.draw.layout.TextMetrics;
import ridscope.draw.layout.TopologyLayout;
import ridscope.draw.layout.TopologyPicture;
import ridscope.draw.layout.ViewOptions;
import ridscope.plan.PfRids;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
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
            case BUS_PLAN -> throw new PictureException("there is no picture of that yet");
        };
    }

    /** The same marks with a title above and a caption below, as far as they are asked for. */
    public Picture framed(Diagram diagram, PictureOptions options) {
        PictureTemplate template = options.template();
        Caption caption = Caption.of(host.topology().provenance(), program);
        Optional<String> title =
                template.title() ? template.titleText().or(() -> Optional.of(diagram.title())) : Optional.empty();
        Diagram framed = new PictureFrame(METRICS)
                .around(diagram, title, template.caption() ? Optional.of(caption) : Optional.empty());
        return new Picture(framed, caption, options);
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
        return new ChangeMarks(METRICS).on(picture, host.marked());
    }

    private Diagram ridMap(ViewOptions look, PicturePart part) throws PictureException {
        Segment segment = segment(part);
        return new RidMapLayout(METRICS, host.names())
                .layout(host.topology(), host.ridMap(segment), look)
                .diagram();
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
