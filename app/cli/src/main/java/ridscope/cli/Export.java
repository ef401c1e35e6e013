package ridscope.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Palettes;
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

    /** What a file's ending means. */
    private enum Format {
        SVG,
        PNG,
        JSON
    }

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
            description = "light, dark or print (default: light).")
    private String theme;

    @Option(
            names = "--labels",
            paramLabel = "LABELS",
            defaultValue = "short",
            description = "bdf, short or full (default: short).")
    private LabelPreset labels;

    @Mixin
    private final SegmentChoice segment = new SegmentChoice();

    @Spec
    private CommandSpec spec;

    Export(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        Format format = format();
        Palette palette =
                Palettes.named(theme).orElseThrow(() -> usage("--theme is light, dark or print, not '" + theme + "'"));
        boolean ridMap = ridMap();
        Topology topology = topology();
        if (format == Format.JSON) {
            WholeFile.write(output, out -> ModelJson.write(topology, out));
            return ExitCode.OK;
        }
        Picture picture = new Picture(topology, names(), labels);
        Diagram diagram = ridMap
                ? picture.ridMap(segment.choose(topology, Optional.empty(), streams()))
                : picture.topology(ridMaps(topology));
        byte[] bytes = format == Format.SVG ? Picture.svg(diagram, palette) : Picture.png(diagram, palette);
        WholeFile.writeBytes(output, out -> out.write(bytes));
        return ExitCode.OK;
    }

    private Format format() {
        String name = output.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (format.name().equals(ending)) {
                return format;
            }
        }
        throw usage("no format for '" + output + "'; the file may end in .svg, .png or .json");
    }

    private boolean ridMap() {
        if (view.equals("topology") || view.equals("rid-map")) {
            return view.equals("rid-map");
        }
        throw usage("--view is topology or rid-map, not '" + view + "'");
    }

    private CommandLine.ParameterException usage(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
