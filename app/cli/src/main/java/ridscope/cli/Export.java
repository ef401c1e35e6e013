package ridscope.cli;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.export.PictureFormat;
import ridscope.draw.export.PictureWriter;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.layout.Overlay;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Palettes;
import ridscope.file.FileWriteException;
import ridscope.file.WholeFile;
import ridscope.names.DeviceNames;
import ridscope.report.ModelJson;
import ridscope.topology.Topology;

/** {@code ridscope export}. */
@Command(
        name = "export",
        description = "Writes a host into a file; the ending decides the format.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Formats: svg and png (a picture), json (as 'show --json').",
            "",
            "Examples:",
            "  ridscope export server.lspci.txt -o server.svg",
            "  ridscope export server.lspci.txt -o rids.png --view rid-map --theme print",
            "  ridscope export server.lspci.txt -o server.json"
        })
final class Export extends HostWord {

    private static final List<String> VIEWS = List.of("topology", "rid-map");
    private static final List<String> THEMES = List.of("light", "dark", "print", "contrast");
    private static final List<String> LABELS = List.of("bdf", "short", "full");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write.")
    private Path output;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "topology",
            description = "topology or rid-map (default: topology).")
    private String view;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "light",
            description = "light, dark, print or contrast (default: light).")
    private String theme;

    @Option(
            names = "--labels",
            paramLabel = "LABELS",
            defaultValue = "short",
            description = "bdf, short or full (default: short).")
    private String labels;

    @Option(
            names = "--overlay",
            paramLabel = "OVERLAY",
            split = ",",
            description =
                    "What the topology tells besides: drivers, iommu-groups, numa, link-health; several with commas.")
    private List<String> overlays = List.of();

    @Mixin
    private final SegmentChoice segment = new SegmentChoice();

    @Spec
    private CommandSpec spec;

    Export(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        boolean json = output.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        if (!json && PictureFormat.of(output).isEmpty()) {
            throw usage("no format for '" + output + "'; the file may end in .svg, .png or .json");
        }
        Palette palette = Palettes.named(choice("--theme", theme, THEMES)).orElseThrow();
        boolean ridMap = choice("--view", view, VIEWS).equals("rid-map");
        LabelPreset preset =
                LabelPreset.valueOf(choice("--labels", labels, LABELS).toUpperCase(Locale.ROOT));
        Set<Overlay> told = overlays();
        Topology topology = topology();
        if (json) {
            writeModel(topology, names());
            return ExitCode.OK;
        }
        Picture picture = new Picture(topology, names(), preset, told);
        Diagram diagram = ridMap
                ? picture.ridMap(segment.choose(topology, Optional.empty(), streams()))
                : picture.topology(ridMaps(topology));
        PictureWriter.write(output, diagram, palette);
        return ExitCode.OK;
    }

    private Set<Overlay> overlays() {
        Set<Overlay> told = EnumSet.noneOf(Overlay.class);
        List<String> known = Overlay.ofFiles().stream().map(Overlay::id).toList();
        for (String overlay : overlays) {
            told.add(Overlay.ofFile(choice("--overlay", overlay, known)).orElseThrow());
        }
        return told;
    }

    private void writeModel(Topology topology, DeviceNames names) throws FileWriteException {
        WholeFile.write(output, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            ModelJson.write(topology, names, writer);
            writer.flush();
        });
    }

    private String choice(String option, String value, List<String> values) {
        String wanted = value.toLowerCase(Locale.ROOT);
        if (!values.contains(wanted)) {
            throw usage(option + " is " + UsageWords.list(values, "or") + ", not '" + value + "'");
        }
        return wanted;
    }

    private CommandLine.ParameterException usage(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
