package ridscope.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.desktop.inspector.RegisterNode.Kind;
import ridscope.testing.FlagshipHost;

/** Registers and bytes, found from either side. */
class RegistersTest {

    private final Inspected inspected = new Inspected(FlagshipHost.snapshot()).select("0c:00.0");
    private final InspectorViewModel model = inspected.model;

    @Test
    void headerComesFirstThenTheCapabilitiesWithTheirOffsets() {
        assertThat(model.registers().get(0).name()).isEqualTo("Header");
        RegisterNode siov = model.registers().get(model.registers().size() - 1);
        assertThat(siov.name()).isEqualTo("SIOV");
        assertThat(siov.place()).isEqualTo("0x200");
        assertThat(siov.value()).isEqualTo("ID 0038");
        assertThat(siov.meaning()).startsWith("Scalable I/O Virtualization (SIOV) · version 1 · ");
        assertThat(siov.children())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.kind()).isEqualTo(Kind.REGISTER));
    }

    @Test
    void aByteLightsTheWholeRegister() {
        model.lightByte(0x209);

        assertThat(model.lit()).contains(new ByteSpan(0x208, 2));
        assertThat(model.registerAt(0x209).orElseThrow().name()).containsIgnoringCase("Total SDIs");
        assertThat(model.capabilityOf(model.registerAt(0x209).orElseThrow())
                        .orElseThrow()
                        .name())
                .isEqualTo("SIOV");
    }

    @Test
    void aByteOfNoRegisterIsLitAlone() {
        model.lightByte(0xf00);

        assertThat(model.lit()).contains(new ByteSpan(0xf00, 1));
    }

    @Test
    void anotherSelectionPutsTheLightOut() {
        model.lightByte(0x208);
        inspected.select("0d:00.0");

        assertThat(model.lit()).isEmpty();
    }

    @Test
    void searchKeepsWhatStandsAboveAHit() {
        model.filterProperty().set("siov total");

        List<RegisterNode> found = model.filteredRegisters();
        assertThat(found).extracting(RegisterNode::name).containsExactly("SIOV");
        assertThat(found.get(0).children()).hasSize(1);
        model.filterProperty().set("no such register");
        assertThat(model.filteredRegisters()).isEmpty();
        model.filterProperty().set("  ");
        assertThat(model.filteredRegisters()).isEqualTo(model.registers());
    }

    @Test
    void rowsEndWhereBytesEndAndSayWhy() {
        inspected.select("41:00.0");
        Subject subject = model.page().subject().orElseThrow();

        List<HexRow> rows = HexRow.rows(subject);

        assertThat(rows).hasSize(5);
        HexRow gap = rows.get(4);
        assertThat(gap.gap()).isTrue();
        assertThat(gap.from()).isEqualTo(0x40);
        assertThat(gap.to()).isEqualTo(0x1000);
        assertThat(gap.words()).isNotBlank();
    }

    @Test
    void aBlockShowsItsOwnBytesOnly() {
        Block block = model.page().blocks().get(0);
        Subject subject = model.page().subject().orElseThrow();

        assertThat(block.bytes()).isEqualTo(new ByteSpan(0x200, 0x10));
        assertThat(HexRow.rows(subject, block.bytes()))
                .containsExactly(new HexRow(0x200, 0x200, 0x210, "", Tone.PLAIN));
    }

    @Test
    void everyRegisterOfTheHostStandsWithinConfigurationSpace() {
        inspected.documents.get().orElseThrow().topology().functions().forEach(f -> {
            inspected.select(f.address().toString());
            Optional<RegisterNode> outside = model.registers().stream()
                    .flatMap(c -> c.children().stream())
                    .filter(r -> r.bytes().offset() < 0 || r.bytes().end() > 0x1000)
                    .findFirst();
            assertThat(outside).as("%s", f.address()).isEmpty();
        });
    }
}
