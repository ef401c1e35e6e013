package ridscope.desktop.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ridscope.rid.FunctionAddress;

class RidDescriptionTest {

    private final Document flagship = Documents.flagship();

    private RidDescription describe(String address) {
        return RidDescription.of(flagship, FunctionAddress.of(address));
    }

    @Test
    void namesAllNotationsAndBothOwnersOfAConflict() {
        RidDescription told = describe("0000:0d:00.0");
        assertThat(told.heading()).isEqualTo("0d:00.0 · 0x0d00 · 3328 · ARI function 0");
        assertThat(told.claims())
                .containsExactly("function P5520 (nvme)", "SDI 255 of 0c:00.0 = 0c:00.0 + 1 + 255 × 1");
        assertThat(told.routing()).isEqualTo("bus 0d routed by 00:04.0");
        assertThat(told.conflict()).isTrue();
    }

    @Test
    void anSdiHasItsFormulaAndItsBridge() {
        RidDescription told = describe("0000:0c:1f.7");
        assertThat(told.heading()).isEqualTo("0c:1f.7 · 0x0cff · 3327 · ARI function 255");
        assertThat(told.claims()).containsExactly("SDI 254 of 0c:00.0 = 0c:00.0 + 1 + 254 × 1");
        assertThat(told.routing()).isEqualTo("bus 0c routed by 00:03.0");
        assertThat(told.conflict()).isFalse();
    }

    @Test
    void tellsEnabledFromPossibleVfs() {
        assertThat(describe("0000:03:10.0").claims()).containsExactly("VF 0 of 03:00.0 = 03:00.0 + 128 + 0 × 2");
        assertThat(describe("0000:03:1f.6").claims())
                .containsExactly("possible VF 63 of 03:00.0 = 03:00.0 + 128 + 63 × 2");
    }

    @Test
    void saysWhenNobodyIsThere() {
        assertThat(describe("0000:09:00.0").claims()).containsExactly("nobody claims it");
        assertThat(describe("0000:09:00.0").routing()).startsWith("bus 09 reserved by 00:01.0");
        assertThat(describe("0000:20:00.0").routing()).isEqualTo("bus 20 free: no bridge forwards it");
        assertThat(describe("0000:70:00.0").routing()).isEqualTo("bus 70 in no host bridge's window");
        assertThat(describe("0001:00:00.0").routing()).isEqualTo("this host has no segment 0001");
    }
}
