package ridscope.draw.layout.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Target;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.layout.TopologyOptions;
import ridscope.draw.layout.TopologyOptions.Folding;
import ridscope.draw.layout.TopologyPicture;
import ridscope.draw.layout.ViewOptions;
import ridscope.testing.FlagshipHost;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

class TopologyPropertyTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomHostsGiveTidyPictures(long seed) {
        Topology topology = Pictures.topology(RandomHosts.host(seed));
        TopologyPicture picture = Pictures.of(topology, options(topology, new Random(seed)));
        Geometry.check(picture.diagram());
        reachable(topology, picture);
    }

    /** Any preset, some stacks opened, some folds opened. */
    private static ViewOptions options(Topology topology, Random random) {
        Set<Target> opened = new HashSet<>();
        for (PciFunction f : topology.functions()) {
            switch (random.nextInt(12)) {
                case 0 -> opened.add(new Target.OfVfs(f.address()));
                case 1 -> opened.add(new Target.OfSdis(f.address()));
                case 2 -> opened.add(new Target.OfFunction(f.address()));
                default -> {}
            }
        }
        LabelPreset preset = LabelPreset.values()[random.nextInt(3)];
        Set<Target> closed = new HashSet<>();
        topology.functions().forEach(f -> {
            if (random.nextInt(8) == 0) {
                closed.add(new Target.OfFunction(f.address()));
            }
        });
        ViewOptions options =
                new ViewOptions(preset, random.nextBoolean() ? opened : Set.of(), true, random.nextBoolean());
        Folding folding = Folding.values()[random.nextInt(Folding.values().length)];
        return random.nextBoolean()
                ? options
                : options.withTopology(
                        TopologyOptions.INTERACTIVE.withFolding(folding).withClosed(closed));
    }

    private static void reachable(Topology topology, TopologyPicture picture) {
        Set<Object> ids = new HashSet<>();
        picture.diagram().marks().forEach(m -> ids.add(m.id()));
        for (PciFunction f : topology.functions()) {
            Target target = new Target.OfFunction(f.address());
            Optional<Mark> mark = picture.markOf(target);
            assertThat(mark).as("mark of %s", f.address()).isPresent();
            Set<MarkId> path = picture.pathTo(target);
            assertThat(path).contains(mark.get().id());
            assertThat(ids).containsAll(path);
            assertThat(path.iterator().next().value()).matches("(host|undecoded|lost)-.*");
        }
    }

    @Test
    void theFlagshipIsTidyToo() {
        Topology topology = Pictures.topology(FlagshipHost.snapshot());
        TopologyPicture picture = Pictures.of(topology, ViewOptions.DEFAULT);
        Geometry.check(picture.diagram());
        reachable(topology, picture);
    }

    @Test
    void theSameHostGivesTheSamePicture() {
        assertThat(Pictures.of(RandomHosts.host(7)).diagram())
                .isEqualTo(Pictures.of(RandomHosts.host(7)).diagram());
    }
}
