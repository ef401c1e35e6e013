package ridscope.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;
import ridscope.testing.FlagshipHost;

/** What the inspector says about functions of the flagship host, with the sources of the numbers. */
class FunctionPageTest {

    private final Inspected inspected = new Inspected(FlagshipHost.snapshot());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0c:00.0 | siov     | Total SDIs             | 512                             | 0x208",
                "0c:00.0 | siov     | First SDI Offset       | 1                               | 0x20c",
                "0c:00.0 | siov     | SDI Stride             | 1                               | 0x20e",
                "0c:00.0 | siov     | Status                 | no SDI enabled                  | 0x20b",
                "0c:00.0 | siov     | First / last SDI       | 0c:00.1 … 0e:00.0               | computed",
                "0c:00.0 | siov     | Buses needed           | 0c–0e (3), port has 1           | computed",
                "0c:00.0 | siov     | Outside the port       | 257 of 512, from SDI 255 at 0d:00.0 on | computed",
                "0c:00.0 | siov     | Conflicts              | 1 Routing ID has another owner too     | computed",
                "0c:00.0 | siov     | at 0d:00.0             | function 0d:00.0 and SDI 255 of 0c:00.0 | computed",
                "04:00.0 | siov     | Buses needed           | 04–08 (5), port has 5           | computed",
                "04:00.0 | siov     | Outside the port       | none                            | computed",
                "0c:00.0 | identity | Address                | 0000:0c:00.0                    | source",
                "0c:00.0 | identity | Routing ID             | 0x0c00 = 3072                   | computed",
                "0c:00.0 | identity | Vendor                 | 15b3 Mellanox Technologies      | 0x00",
                "0c:00.0 | identity | Role                   | PF, endpoint                    | computed",
                "0c:00.0 | system   | Driver                 | mlx5_core                       | lspci driver",
                "0b:00.0 | link     | State                  | 16 GT/s x4, below capability: 32 GT/s x4 | computed",
                "0d:00.0 | link     | State                  | 16 GT/s x4, all the device can  | computed",
                "00:03.0 | bridge   | Secondary bus          | 0c                              | 0x19",
                "00:01.0 | bridge   | Bus range              | 01–0a (10)                      | computed",
                "03:00.0 | sriov    | TotalVFs               | 64                              | 0x18e",
                "03:00.0 | sriov    | Enabled VFs            | 8: 03:10.0 … 03:11.6            | computed",
                "03:00.0 | sriov    | First / last possible VF | 03:10.0 … 03:1f.6             | computed",
                "03:10.0 | vf       | Index                  | 0                               | computed",
                "03:11.6 | vf       | Formula                | 03:00.0 + 128 + 7 × 2 = 0x038e  | computed",
            })
    void saysNumbersWithTheirSource(String address, String card, String label, String value, String origin) {
        inspected.select(address);

        assertThat(inspected.text(card, label)).isEqualTo(value);
        assertThat(inspected.origin(card, label)).isEqualTo(origin);
    }

    /** The offset at the right is where the number at the left stands. */
    @ParameterizedTest
    @CsvSource({
        "03:00.0, sriov, TotalVFs",
        "03:00.0, sriov, InitialVFs",
        "03:00.0, sriov, NumVFs",
        "03:00.0, sriov, First VF Offset",
        "03:00.0, sriov, VF Stride",
        "04:00.0, siov, Total SDIs",
        "04:00.0, siov, First SDI Offset",
        "04:00.0, siov, SDI Stride",
    })
    void theNamedRegisterHoldsTheNumber(String address, String card, String label) {
        inspected.select(address);

        Fact fact = inspected.fact(card, label);
        int offset = fact.origin().bytes().orElseThrow().offset();
        int raw = inspected
                .model
                .page()
                .subject()
                .orElseThrow()
                .config()
                .u16(offset)
                .orElseThrow();
        assertThat(fact.value().text()).isEqualTo(Words.count(raw));
    }

    @Test
    void marksWhatIsWrongInWordsAndTone() {
        inspected.select("0c:00.0");

        assertThat(inspected.fact("siov", "Buses needed").value().tone()).isEqualTo(Tone.BAD);
        assertThat(inspected.fact("siov", "Outside the port").value().tone()).isEqualTo(Tone.BAD);
        inspected.select("04:00.0");
        assertThat(inspected.fact("siov", "Outside the port").value().tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void registersOfTheOtherEndOfALinkNameTheirOwner() {
        inspected.select("0b:00.0");

        Fact port = inspected.fact("link", "Port at most");
        Fact own = inspected.fact("link", "Device at most");
        assertThat(port.origin().text()).startsWith("00:02.0 0x");
        assertThat(port.origin().bytes()).isEmpty();
        assertThat(own.origin().bytes()).isPresent();
    }

    @Test
    void ariNeedNamesTheFirstVfAndThePort() {
        inspected.select("03:00.0");

        Value ari = inspected.fact("sriov", "ARI needed").value();
        assertThat(ari.text()).isEqualTo("yes, from VF 0 at 03:10.0 on; forwarding in 02:00.0 is on");
        assertThat(ari.tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void capabilitiesThatCannotBeReadAreNotSaidToBeAbsent() {
        inspected.select("41:00.0");

        Fact extended = inspected.fact("isolation", "ACS, ARI, SR-IOV, SIOV");
        assertThat(extended.value().tone()).isIn(Tone.UNREADABLE, Tone.UNKNOWN);
        assertThat(extended.value().text()).doesNotContain("0x").isNotBlank();
    }

    @Test
    void theWayFromTheRootCanBeClicked() {
        inspected.select("03:00.0");

        List<Crumb> crumbs = inspected.model.page().crumbs();
        assertThat(crumbs.stream().map(Crumb::text))
                .startsWith("0000", "host bridge 00", "00:01.0", "01:00.0", "02:00.0")
                .last()
                .asString()
                .startsWith("03:00.0");
        inspected.model.go(crumbs.get(4).target().orElseThrow());
        assertThat(inspected.selection.get()).contains(new Target.OfFunction(FunctionAddress.of("02:00.0")));
        assertThat(inspected.has("bridge")).isTrue();
    }

    @Test
    void aPortTellsWhatSoftwareCouldHandOutBelowIt() {
        inspected.select("02:02.0");
        assertThat(inspected.text("bridge", "Free for software"))
                .isEqualTo("264 Routing IDs in 2 runs (RIDscope's rule)");
        assertThat(inspected.text("bridge", "Run")).isEqualTo("09:00.0 … 09:00.7 (8)");
        assertThat(inspected.fact("bridge", "Run").value().target())
                .contains(new Target.OfRid(FunctionAddress.of("09:00.0")));
        inspected.select("0d:00.0");
        assertThat(inspected.has("bridge")).isFalse();
    }

    @Test
    void everyFunctionHasAPageWithoutEmptyText() {
        inspected.documents.get().orElseThrow().topology().functions().forEach(f -> {
            inspected.select(f.address().toString());
            assertThat(inspected.model.page().cards())
                    .as("%s", f.address())
                    .isNotEmpty()
                    .allSatisfy(card -> assertThat(card.facts()).allSatisfy(fact -> {
                        assertThat(fact.label()).isNotBlank();
                        assertThat(fact.value().text()).isNotBlank();
                    }));
        });
    }
}
