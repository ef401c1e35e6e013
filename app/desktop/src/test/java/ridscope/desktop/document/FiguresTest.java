package ridscope.desktop.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void whatCouldNotBeReadIsNoZero() {
        assertThat(new Figures(137, 0, 2, 0, 0, 80, true, 0, 0).sentence())
                .isEqualTo(
                        "137 functions · VFs and SDIs of 80 functions not readable without root · 0 RIDs in conflict");
        assertThat(new Figures(3, 1, 1, 8, 0, 1, false, 0, 1).sentence())
                .isEqualTo("3 functions (1 of them VF) · 8 VFs possible · VFs and SDIs of 1 function not in this source"
                        + " · 0 RIDs in conflict · 1 outside its range");
    }

    @Test
    void zeroIsSaidWhereItIsKnown() {
        assertThat(new Figures(5, 0, 1, 0, 0, 0, true, 0, 0).sentence())
                .isEqualTo("5 functions · 0 VFs possible · 0 SDIs · 0 RIDs in conflict");
    }

    @Test
    void allOfTheFlagshipCouldBeRead() {
        assertThat(Figures.of(Documents.flagship())).isEqualTo(new Figures(38, 16, 2, 255, 1536, 0, false, 1, 257));
    }
}
