package ridscope.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.testing.SampleCorpus;

class TopologyPartTest {

    @Test
    void aFunctionComesWithWhatLeadsToItAndItsVfs() throws Exception {
        Topology whole = SampleCorpus.topology("siov-server");
        Topology part = TopologyPart.of(whole, List.of(address("03:00.0")));
        assertThat(part.functions().stream()
                        .filter(f -> f.virtual().isEmpty())
                        .map(f -> f.address().rid().toString()))
                .containsExactly("00:01.0", "01:00.0", "02:00.0", "03:00.0");
        assertThat(part.virtualFunctionsOf(part.function(address("03:00.0")).orElseThrow()))
                .hasSize(8);
        assertThat(part.hostBridges()).hasSize(1);
        assertThat(part.switches()).hasSize(1);
        assertThat(part.switches().get(0).downstreamPorts()).containsExactly(address("02:00.0"));
        assertThat(part.linkAbove(address("03:00.0"))).isPresent();
    }

    @Test
    void aBridgeComesWithAllBelowIt() throws Exception {
        Topology whole = SampleCorpus.topology("siov-server");
        Topology part = TopologyPart.of(whole, List.of(address("00:01.0")));
        assertThat(part.functions())
                .allMatch(f -> f.address().equals(address("00:01.0"))
                        || whole.pathToRoot(f).stream()
                                .anyMatch(up -> up.address().equals(address("00:01.0"))));
        assertThat(part.function(address("03:00.1"))).isPresent();
        assertThat(part.function(address("04:00.0"))).isPresent();
    }

    @Test
    void aSegmentStandsAlone() throws Exception {
        Topology whole = SampleCorpus.topology("laptop-vmd");
        Segment vmd = whole.segments().get(whole.segments().size() - 1);
        Topology part = TopologyPart.of(whole, vmd);
        assertThat(part.segments()).containsExactly(vmd);
        assertThat(part.functions()).hasSameSizeAs(whole.functions(vmd));
    }

    @Test
    void whatIsNotThereDoesNotCount() throws Exception {
        assertThat(TopologyPart.of(SampleCorpus.topology("siov-server"), List.of(address("ee:00.0")))
                        .functions())
                .isEmpty();
    }

    private static FunctionAddress address(String text) {
        return FunctionAddress.parse(text).orElseThrow();
    }
}
