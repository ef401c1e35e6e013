package ridscope.desktop.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

class RelatedTest {

    private static final FunctionAddress DPU = FunctionAddress.of("0c:00.0");
    private static final FunctionAddress NIC = FunctionAddress.of("03:00.0");

    private final Document flagship = Documents.flagship();

    private Set<Target> lit(Target target) {
        return Related.lit(flagship, target);
    }

    @Test
    void theRoutingIdOfAnSdiLightsItsPfAndItsComb() {
        assertThat(lit(new Target.OfRid(FunctionAddress.of("0c:1f.7"))))
                .contains(new Target.OfFunction(DPU), new Target.OfSdis(DPU))
                .doesNotContain(new Target.OfVfs(DPU));
    }

    @Test
    void theRoutingIdOfAPossibleVfLightsItsPfAndItsComb() {
        assertThat(lit(new Target.OfRid(FunctionAddress.of("03:12.0"))))
                .contains(new Target.OfFunction(NIC), new Target.OfVfs(NIC))
                .doesNotContain(new Target.OfSdis(NIC));
    }

    @Test
    void anEnabledVfLightsItsPf() {
        assertThat(lit(new Target.OfFunction(FunctionAddress.of("03:10.0"))))
                .contains(new Target.OfFunction(NIC), new Target.OfVfs(NIC));
    }

    @Test
    void aStackLightsItsPfAndAPfItsStacks() {
        assertThat(lit(new Target.OfSdis(DPU))).contains(new Target.OfFunction(DPU));
        assertThat(lit(new Target.OfFunction(DPU))).contains(new Target.OfSdis(DPU));
    }

    @Test
    void aConflictLightsBothOwners() {
        assertThat(lit(new Target.OfRid(FunctionAddress.of("0d:00.0"))))
                .contains(
                        new Target.OfFunction(FunctionAddress.of("0d:00.0")),
                        new Target.OfFunction(DPU),
                        new Target.OfSdis(DPU));
    }

    @Test
    void whatNobodyOwnsStandsForNoFunction() {
        assertThat(Related.function(flagship, new Target.OfRid(FunctionAddress.of("09:00.0"))))
                .isEmpty();
        assertThat(Related.function(flagship, new Target.OfBuses(Segment.ZERO, BusRange.ALL)))
                .isEmpty();
    }
}
