package ridscope.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.export.PictureFormat;
import ridscope.draw.export.PictureWriter;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.layout.Overlay;
import ridscope.draw.paint.Palette;

/** The pictures that {@code export} writes. */
final class PictureExport implements ExportKind {

    private static final List<String> VIEWS = List.of("topology", "rid-map");
    private static final Set<String> OPTIONS =
            Set.of("--view", "--overlay", "--segment", LookOptions.THEME, LookOptions.LABELS);

    private final LookOptions look;
    private final SegmentChoice segment;
    private final Streams streams;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "topology",
            description = "topology or rid-map (default: topology).")
    private String view;

    @Option(
            names = "--overlay",
            paramLabel = "OVERLAY",
            split = ",",
            description =
                    "What the topology tells besides: drivers, iommu-groups, numa, link-health; several with commas.")
    private List<String> overlays = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    PictureExport(LookOptions look, SegmentChoice segment, Streams streams) {
        this.look = look;
        this.segment = segment;
        this.streams = streams;
    }

    @Override
    public List<String> endings() {
        return Stream.of(PictureFormat.values()).map(PictureFormat::ending).toList();
    }

    @Override
    public Set<String> options(String ending) {
        return OPTIONS;
    }

    @Override
    public Writing prepare(String ending) {
        Palette palette = look.palette();
        boolean ridMap = UsageWords.choice(spec, "--view", view, VIEWS).equals("rid-map");
        LabelPreset preset = look.preset();
        Set<Overlay> told = overlays();
        return (topology, names, file) -> {
            Picture picture = new Picture(topology, names, preset, told);
            Diagram diagram = ridMap
                    ? picture.ridMap(segment.choose(topology, Optional.empty(), streams))
                    : picture.topology(HostWord.ridMaps(topology));
            PictureWriter.write(file, diagram, palette);
        };
    }

    private Set<Overlay> overlays() {
        Set<Overlay> told = EnumSet.noneOf(Overlay.class);
        List<String> known = Overlay.ofFiles().stream().map(Overlay::id).toList();
        for (String overlay : overlays) {
            told.add(Overlay.ofFile(UsageWords.choice(spec, "--overlay", overlay, known))
                    .orElseThrow());
        }
        return told;
    }
}
