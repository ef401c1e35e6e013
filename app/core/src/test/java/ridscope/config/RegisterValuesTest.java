package ridscope.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.text.Numbers;

/** Encodings: link speeds and their bandwidth, ACS, capability names, bytes. */
class RegisterValuesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2.5 GT/s, 2.5GT/s, 1, 2000",
        "2, 5 GT/s,   5GT/s,   2, 4000",
        "3, 8 GT/s,   8GT/s,   3, 7876",
        "4, 16 GT/s,  16GT/s,  4, 15753",
        "5, 32 GT/s,  32GT/s,  5, 31507",
        "6, 64 GT/s,  64GT/s,  6, 64000",
        "8, 128 GT/s, 128GT/s, 7, 0"
    })
    void linkSpeedCodes(int code, String text, String lspci, int generation, int mbps) {
        LinkSpeed speed = new LinkSpeed(code);

        assertThat(speed.known()).isTrue();
        assertThat(speed).hasToString(text);
        assertThat(speed.lspciText()).isEqualTo(lspci);
        assertThat(speed.generation()).isEqualTo(generation);
        assertThat(speed.megabitsPerLane()).isEqualTo(mbps);
    }

    /** 7 is reserved, whatever a kernel series once proposed. */
    @ParameterizedTest
    @CsvSource({"0, speed code 0", "7, speed code 7 (reserved)", "9, speed code 9", "15, speed code 15"})
    void codesWithoutARate(int code, String text) {
        LinkSpeed speed = new LinkSpeed(code);

        assertThat(speed.known()).isFalse();
        assertThat(speed).hasToString(text);
        assertThat(speed.lspciText()).isEqualTo("unknown");
        assertThat(speed.generation()).isZero();
        assertThat(speed.megabitsPerLane()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3, 4, 31504", "3, 8, 63008", "4, 8, 126024", "5, 16, 504112", "6, 16, 1024000"})
    void bandwidthIsWidthTimesTheKernelsTable(int code, int width, int mbps) {
        assertThat(width * new LinkSpeed(code).megabitsPerLane()).isEqualTo(mbps);
    }

    @Test
    void speedsCompareByCode() {
        assertThat(new LinkSpeed(8)).isGreaterThan(new LinkSpeed(6));
    }

    @ParameterizedTest
    @CsvSource({
        "1f, 1d, true",
        "1f, 0d, false",
        "0d, 0d, true",
        "5f, 1c, false",
        "00, 00, true",
        "5f, 1d, true",
        "1f, 1f, true"
    })
    void acsIsolationNeedsWhatIsImplemented(String capability, String control, boolean isolated) {
        AcsCapability acs = new AcsCapability(
                0x100,
                Numbers.hex(capability).orElseThrow(),
                Numbers.hex(control).orElseThrow());

        assertThat(acs.satisfies(AcsCapability.ISOLATION)).isEqualTo(isolated);
    }

    /** Egress Control is the one that must be on even where it is not implemented. */
    @ParameterizedTest
    @CsvSource({"00, 00, false", "20, 20, true", "20, 00, false"})
    void egressControlIsNeverTakenForGranted(String capability, String control, boolean satisfied) {
        AcsCapability acs = new AcsCapability(
                0x100,
                Numbers.hex(capability).orElseThrow(),
                Numbers.hex(control).orElseThrow());

        assertThat(acs.satisfies(0x20)).isEqualTo(satisfied);
    }

    @ParameterizedTest
    @CsvSource({
        "false, 01, Power Management",
        "false, 05, MSI",
        "false, 0d, Bridge Subsystem ID",
        "false, 10, PCI Express",
        "false, 11, MSI-X",
        "false, 14, Enhanced Allocation",
        "false, 15, Flattening Portal Bridge",
        "false, 16, Unknown",
        "true,  01, AER",
        "true,  0d, ACS",
        "true,  0e, ARI",
        "true,  10, SR-IOV",
        "true,  1b, PASID",
        "true,  23, DVSEC",
        "true,  2e, DOE",
        "true,  31, Physical Layer 64.0 GT/s",
        "true,  38, SIOV",
        "true,  39, Physical Layer 128.0 GT/s",
        "true,  3a, Captured Data",
        "true,  3b, Unknown",
        "true,  ffff, Unknown"
    })
    void capabilityNames(boolean extended, String id, String name) {
        int number = Numbers.hex(id).orElseThrow();

        assertThat(CapabilityNames.of(extended, number)).isEqualTo(name);
        assertThat(new Capability(extended, number, 0x40, 0).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noTwoCapabilitiesShareAName(boolean extended) {
        Set<String> names = new HashSet<>();
        int count = extended ? 0x3b : 0x16;
        for (int id = 0; id < count; id++) {
            assertThat(names.add(CapabilityNames.of(extended, id))).as("%x", id).isTrue();
        }
        assertThat(names).doesNotContain("Unknown").hasSize(count);
        assertThat(CapabilityNames.of(extended, -1)).isEqualTo("Unknown");
    }

    @Test
    void idsPrintWithTheDigitsOfTheirSpace() {
        assertThat(new Capability(false, 0x0d, 0x40, 0).idText()).isEqualTo("0d");
        assertThat(new Capability(true, 0x0d, 0x100, 1).idText()).isEqualTo("000d");
    }

    @Test
    void bytesBeyondTheRealOnesAreEmpty() {
        ConfigSpace config = ConfigSpace.of(new byte[] {1, 2, 3, (byte) 0xff, 5});

        assertThat(config.u8(3)).hasValue(0xff);
        assertThat(config.u16(2)).hasValue(0xff03);
        assertThat(config.u32(0)).hasValue(0xff030201L);
        assertThat(config.u32(1)).hasValue(0x05ff0302L);
        assertThat(config.u32(2)).isEmpty();
        assertThat(config.u16(4)).isEmpty();
        assertThat(config.u8(5)).isEmpty();
        assertThat(config.u8(-1)).isEmpty();
        assertThat(config.u8(Integer.MAX_VALUE)).isEmpty();
        assertThat(config.u32(Integer.MAX_VALUE)).isEmpty();
        assertThat(ConfigSpace.EMPTY.u8(0)).isEmpty();
    }

    /** Padding would turn bytes that nobody read into zeros. */
    @Test
    void partsLieWithinTheArray() {
        assertThat(ConfigSpace.of(new byte[] {1, 2, 3}, 1, 2)).isEqualTo(ConfigSpace.of(new byte[] {2, 3}));
        assertThatThrownBy(() -> ConfigSpace.of(new byte[64], 0, 65)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ConfigSpace.of(new byte[64], -1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void configSpaceEndsAt4096AndIsCopied() {
        byte[] bytes = new byte[4096];
        ConfigSpace config = ConfigSpace.of(bytes);
        bytes[0] = 1;
        config.toBytes()[1] = 1;

        assertThat(config).isEqualTo(ConfigSpace.of(new byte[4096])).hasSameHashCodeAs(ConfigSpace.of(new byte[4096]));
        assertThatThrownBy(() -> ConfigSpace.of(new byte[4097])).isInstanceOf(IllegalArgumentException.class);
    }
}
