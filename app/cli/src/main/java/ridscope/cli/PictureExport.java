package ridscope.cli;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.draw.diagram.Target;
import ridscope.draw.export.PictureFormat;
import ridscope.draw.export.PictureHost;
import ridscope.draw.export.PictureOptions;
import ridscope.draw.export.PicturePart;
import ridscope.draw.export.PictureRequest;
import ridscope.draw.export.PictureView;
import ridscope.draw.export.Pictures;
import ridscope.draw.layout.Overlay;
import ridscope.draw.layout.TopologyOptions;
import ridscope.draw.layout.ViewOptions;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Topology;

/** The pictures that {@code export} writes. */
final class PictureExport implements ExportKind {

    private static final Set<String> OWN = Set.of("--view", "--overlay", "--fold", "--only", "--of", "--segment");

    private final Options options;
    private final Streams streams;

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            defaultValue = "topology",
            description = "topology, rid-map, bus-plan (with the wishes of 'plan') or siov (default: topology).")
    private String view;

    @Option(
            names = "--overlay",
            paramLabel = "OVERLAY",
            split = ",",
            description =
                    "What the topology tells besides: drivers, iommu-groups, numa, link-health; several with commas.")
    private List<String> overlays = List.of();

    @Option(
            names = "--fold",
            paramLabel = "WHAT",
            description =
                    "What the topology folds: all, auto (deep parts of a big host), runs (of alike siblings) or none"
                            + " (default: runs).")
    private String fold;

    @Option(
            names = "--only",
            paramLabel = "ADDR",
            split = ",",
            description =
                    "Only this function, what is below it and what leads to it, or its buses on a RID map; several"
                            + " with commas.")
    private List<String> only = List.of();

    @Option(
            names = "--of",
            paramLabel = "ADDR",
            description = "The PF of the SIOV figure (default: the first with SIOV, else the first with SR-IOV).")
    private String of;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Options that other kinds of files have too, and those of pages. */
    record Options(LookOptions look, SegmentChoice segment, PageOptions page, WishOptions wishes) {}

    PictureExport(Options options, Streams streams) {
        this.options = options;
        this.streams = streams;
    }

    @Override
    public List<String> endings() {
        return Stream.of(PictureFormat.values()).map(PictureFormat::ending).toList();
    }

    @Override
    public Set<String> options(String ending) {
        Set<String> all = new HashSet<>(OWN);
        all.addAll(Set.of(LookOptions.THEME, LookOptions.LABELS));
        all.addAll(PageOptions.NAMES);
        all.addAll(WishOptions.NAMES);
        if (ending.equals(PictureFormat.PNG.ending())) {
            all.addAll(PageOptions.PIXELS);
        }
        return all;
    }

    @Override
    public Writing prepare(String ending) {
        PictureView asked = PictureView.of(UsageWords.choice(spec, "--view", view, PictureView.ids()))
                .orElseThrow();
        checkView(asked);
        PictureOptions file =
                options.page().options().withPalette(options.look().palette());
        List<FunctionAddress> chosen = only.stream().map(this::address).toList();
        PictureRequest request = new PictureRequest(
                asked,
                look(),
                options.wishes().wishes(),
                Optional.ofNullable(of).map(this::address),
                file);
        return (topology, names, target) -> {
            checkKnown(topology, request, chosen);
            PictureOptions part = file.withPart(part(topology, asked, chosen));
            new Pictures(PictureHost.of(topology, names), Version.text())
                    .picture(request.withOptions(part))
                    .write(target);
        };
    }

    /** An option that changes nothing would be believed to have changed something. */
    private void checkView(PictureView asked) {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            String name = option.longestName();
            Set<PictureView> meant = EnumSet.noneOf(PictureView.class);
            if (WishOptions.NAMES.contains(name)) {
                meant.add(PictureView.BUS_PLAN);
            } else if (name.equals("--of")) {
                meant.add(PictureView.SIOV);
            } else if (Set.of("--overlay", "--fold").contains(name)) {
                meant.add(PictureView.TOPOLOGY);
            } else if (name.equals("--only")) {
                meant.addAll(Set.of(PictureView.TOPOLOGY, PictureView.RID_MAP));
            } else if (name.equals("--segment")) {
                meant.addAll(Set.of(PictureView.TOPOLOGY, PictureView.RID_MAP, PictureView.BUS_PLAN));
            }
            if (!meant.isEmpty() && !meant.contains(asked)) {
                List<String> views = meant.stream().map(PictureView::id).toList();
                throw usage(name + " is for --view " + UsageWords.list(views, "or") + ", not for " + asked.id());
            }
        }
    }

    private ViewOptions look() {
        ViewOptions base = ViewOptions.DEFAULT;
        TopologyOptions topology = base.topology().withOverlays(overlays());
        if (fold != null) {
            topology = topology.withFolding(folding());
        }
        return new ViewOptions(options.look().preset(), base.opened(), base.foldEmptyBuses(), true)
                .withTopology(topology);
    }

    private TopologyOptions.Folding folding() {
        String word = UsageWords.choice(spec, "--fold", fold, List.of("all", "auto", "runs", "none"));
        return word.equals("auto")
                ? TopologyOptions.Folding.BY_SIZE
                : TopologyOptions.Folding.valueOf(word.toUpperCase(Locale.ROOT));
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

    private void checkKnown(Topology topology, PictureRequest request, List<FunctionAddress> chosen) {
        Set<FunctionAddress> named = new TreeSet<>(chosen);
        request.pf().ifPresent(named::add);
        for (FunctionAddress address : named) {
            if (topology.function(address).isEmpty()) {
                throw usage("the host has no function " + address + "; ridscope show lists those it has");
            }
        }
        options.wishes().checkKnown(topology, request.wishes());
    }

    /** A segment is noted only where the picture shows one alone. */
    private PicturePart part(Topology topology, PictureView asked, List<FunctionAddress> chosen) {
        if (!chosen.isEmpty()) {
            Set<Target> targets = new HashSet<>();
            chosen.forEach(a -> targets.add(new Target.OfFunction(a)));
            return new PicturePart.Selection(targets, true);
        }
        return switch (asked) {
            case SIOV -> PicturePart.WHOLE;
            case TOPOLOGY ->
                options.segment()
                        .asked(topology)
                        .<PicturePart>map(PicturePart.OfSegment::new)
                        .orElse(PicturePart.WHOLE);
            case RID_MAP, BUS_PLAN -> {
                if (topology.segments().isEmpty()) {
                    yield PicturePart.WHOLE;
                }
                yield new PicturePart.OfSegment(options.segment().choose(topology, Optional.empty(), streams));
            }
        };
    }

    private FunctionAddress address(String text) {
        return FunctionAddress.parse(text)
                .orElseThrow(() -> usage("'" + text + "' is no function address such as 3b:00.0 or 0000:3b:00.0"));
    }

    private CommandLine.ParameterException usage(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
