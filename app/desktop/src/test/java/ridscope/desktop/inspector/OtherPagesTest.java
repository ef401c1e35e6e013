package ridscope.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import ridscope.config.layout.RegisterLayouts;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.selection.SelectionModel;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.testing.FlagshipHost;

/** Pages about things that are no functions. */
class OtherPagesTest {

    private final Inspected inspected = new Inspected(FlagshipHost.snapshot());

    @Test
    void aRoutingIdNamesAllOwnersWithTheirFormula() {
        inspected.select(new Target.OfRid(FunctionAddress.of("0d:00.0")));

        assertThat(inspected.card("routing").facts())
                .filteredOn(fact -> fact.label().equals("Owner"))
                .extracting(fact -> fact.value().text(), fact -> fact.value().tone())
                .containsExactly(
                        tuple("function 0d:00.0", Tone.BAD), tuple("SDI 255 of 0c:00.0, not enabled", Tone.BAD));
        assertThat(inspected.text("routing", "Formula")).isEqualTo("0c:00.0 + 1 + 255 × 1 = 0x0d00");
        assertThat(inspected.text("routing", "Routed by")).isEqualTo("00:04.0 [0d-0d]");
    }

    @Test
    void anUnclaimedRoutingIdIsNobodys() {
        inspected.select(new Target.OfRid(FunctionAddress.of("09:00.0")));

        assertThat(inspected.text("routing", "Owner")).isEqualTo("nobody");
        assertThat(inspected.text("rid", "Routing ID")).isEqualTo("0x0900 = 2304");
    }

    @Test
    void busesAreSummedUpInRuns() {
        inspected.select(new Target.OfBuses(Segment.ZERO, new BusRange(0x08, 0x0b)));

        assertThat(inspected.text("buses", "Range")).isEqualTo("08–0b (4)");
        assertThat(inspected.text("buses", "Bus 09–0a")).isEqualTo("reserved, nobody is there; behind 02:02.0");
        assertThat(inspected.fact("buses", "Bus 09–0a").value().target())
                .contains(new Target.OfFunction(FunctionAddress.of("02:02.0")));
    }

    @Test
    void vfsAndSdisOfAPfHaveItsNumbers() {
        inspected.select(new Target.OfVfs(FunctionAddress.of("03:00.0")));
        assertThat(inspected.text("sriov", "NumVFs")).isEqualTo("8");
        assertThat(inspected.card("vfs").facts()).hasSize(8);

        inspected.select(new Target.OfSdis(FunctionAddress.of("0c:00.0")));
        assertThat(inspected.text("siov", "Total SDIs")).isEqualTo("512");
    }

    @Test
    void withoutASelectionTheHostIsDescribed() {
        assertThat(inspected.text("host", "Host")).isEqualTo("server-a");
        assertThat(inspected.text("host", "Kernel")).isEqualTo("6.18.2");
        assertThat(inspected.card("roots").facts())
                .extracting(fact -> fact.value().text())
                .containsExactly("00 [00-3f]", "40 [40-5f]");
    }

    @Test
    void withoutADocumentThereIsNothing() {
        InspectorViewModel model = new InspectorViewModel(
                new DocumentModel(), new SelectionModel(), RegisterLayouts.bundled(), Inspected.NOTES);

        assertThat(model.page()).isEqualTo(Page.NOTHING);
        assertThat(model.registers()).isEmpty();
    }

    @Test
    void aSelectionThatTheHostDoesNotHaveIsShownAsARoutingId() {
        inspected.select("0e:00.0");

        assertThat(inspected.has("rid")).isTrue();
        assertThat(inspected.text("routing", "Owner")).startsWith("SDI 511 of 0c:00.0");
    }
}
