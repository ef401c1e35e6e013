package ridscope.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.rid.Segment;
import ridscope.text.Numbers;
import ridscope.topology.Topology;

/** {@code --segment}, and which segment is meant without it. */
final class SegmentChoice {

    @Option(names = "--segment", paramLabel = "S", description = "The segment in hex (default: the lowest one).")
    private String segment;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Made by picocli. */
    SegmentChoice() {}

    /**
     * The segment to look at.
     *
     * @param named what the question itself says
     */
    Segment choose(Topology topology, Optional<Segment> named, Streams streams) {
        Optional<Segment> wanted = named.or(this::option);
        List<Segment> all = topology.segments();
        if (wanted.isEmpty()) {
            if (all.size() > 1) {
                streams.note("the host has the segments " + list(all) + "; taking " + all.get(0)
                        + " (--segment picks another)");
            }
            return all.isEmpty() ? Segment.ZERO : all.get(0);
        }
        return known(topology, wanted.get());
    }

    /** The segment of the option alone, or without it all. */
    List<Segment> chosenOrAll(Topology topology) {
        return option().map(wanted -> List.of(known(topology, wanted))).orElseGet(topology::segments);
    }

    private Segment known(Topology topology, Segment wanted) {
        List<Segment> all = topology.segments();
        if (!all.contains(wanted)) {
            throw usage("the host has no segment " + wanted + "; it has " + list(all));
        }
        return wanted;
    }

    /** The segment that the option names; empty without it. */
    Optional<Segment> asked(Topology topology) {
        Optional<Segment> asked = option();
        asked.filter(s -> !topology.segments().contains(s)).ifPresent(s -> {
            throw usage("the host has no segment " + s + "; it has " + list(topology.segments()));
        });
        return asked;
    }

    private Optional<Segment> option() {
        if (segment == null) {
            return Optional.empty();
        }
        OptionalInt number = Numbers.hex(segment);
        if (number.isEmpty()) {
            throw usage("'" + segment + "' is no segment number in hex");
        }
        return Optional.of(new Segment(number.getAsInt()));
    }

    private static String list(List<Segment> segments) {
        return segments.stream().map(Segment::toString).collect(Collectors.joining(", "));
    }

    private CommandLine.ParameterException usage(String text) {
        return new CommandLine.ParameterException(spec.commandLine(), text);
    }
}
