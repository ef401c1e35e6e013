package ridscope.desktop.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import ridscope.source.Source;

class FiguresTest {

    private static final Source LISTING = new Source.Bytes("lspci.txt", """
            00:1c.0 PCI bridge: Intel Corporation Device 1234
            02:00.0 Ethernet controller: Intel Corporation Device 5678
            """.getBytes(StandardCharsets.UTF_8));

    @Test
    void whatCouldNotBeReadIsNoZero() {
        assertThat(new Figures(137, 0, 2, 0, 0, 80, Figures.Why.RIGHTS, 0, 0).sentence())
                .isEqualTo(
                        "137 functions · VFs and SDIs of 80 functions not readable without root · no RID conflict known");
        assertThat(new Figures(3, 1, 1, 8, 0, 1, Figures.Why.SOURCE, 0, 1).sentence())
                .isEqualTo("3 functions (1 of them VF) · 8 VFs possible · VFs and SDIs of 1 function not in this source"
                        + " · no RID conflict known · 1 outside its range");
    }

    @Test
    void aListingIsCalledOne() {
        assertThat(new Figures(53, 0, 1, 0, 0, 43, Figures.Why.LISTING, 2, 0).sentence())
                .isEqualTo("53 functions · VFs and SDIs of 43 functions not in this listing · 2 RIDs in conflict");
        assertThat(Documents.of(LISTING).summary().figures())
                .isEqualTo("2 functions · VFs and SDIs of 1 function not in this listing · no RID conflict known");
    }

    @Test
    void zeroIsSaidWhereItIsKnown() {
        assertThat(new Figures(5, 0, 1, 0, 0, 0, Figures.Why.RIGHTS, 0, 0).sentence())
                .isEqualTo("5 functions · 0 VFs possible · 0 SDIs · 0 RIDs in conflict");
    }

    @Test
    void allOfTheFlagshipCouldBeRead() {
        Document flagship = Documents.flagship();
        assertThat(Figures.of(flagship.topology(), flagship.ridMaps().values()))
                .isEqualTo(new Figures(38, 16, 2, 255, 1536, 0, Figures.Why.SOURCE, 1, 257));
    }
}
