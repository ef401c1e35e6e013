package ridscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigSpaceTest {

    @Test
    void hiddenBytesAreUnknownAndTheirNeighboursAreNot() {
        ConfigSpace config = bytes(256).hide(0x44, 4);
        assertThat(config.u8(0x43)).hasValue(0x43);
        assertThat(config.u8(0x44)).isEmpty();
        assertThat(config.u16(0x43)).isEmpty();
        assertThat(config.u16(0x47)).isEmpty();
        assertThat(config.u32(0x40)).hasValue(0x43424140L);
        assertThat(config.u32(0x41)).isEmpty();
        assertThat(config.u32(0x48)).hasValue(0x4b4a4948L);
        assertThat(config.has(0, 0x44)).isTrue();
        assertThat(config.has(0, 0x45)).isFalse();
        assertThat(config.length()).isEqualTo(256);
        assertThat(config.toBytes()).containsSequence(0x43, 0, 0, 0, 0, 0x48);
    }

    @ParameterizedTest
    @CsvSource({"256, 4", "300, 1", "-4, 4", "16, 0", "16, -1", "2147483647, 2147483647"})
    void hidingWhatIsNotThereHidesNothing(int offset, int size) {
        assertThat(bytes(256).hide(offset, size)).isEqualTo(bytes(256));
    }

    @ParameterizedTest
    @CsvSource({"-2, 4, 2", "254, 9, 2", "250, 2147483647, 6", "-9, 1000, 256"})
    void hidingReachesAsFarAsThereAreBytes(int offset, int size, int hidden) {
        assertThat(bytes(256).hide(offset, size).hidden().cardinality()).isEqualTo(hidden);
    }

    /** Two that differ in nothing but what was hidden are the same; a zero and a hidden byte are not. */
    @Test
    void equality() {
        ConfigSpace zero = ConfigSpace.of(new byte[64]);
        assertThat(zero.hide(3, 1)).isNotEqualTo(zero);
        assertThat(bytes(64).hide(0, 64)).isEqualTo(zero.hide(0, 64));
        assertThat(bytes(64).hide(0, 64)).hasSameHashCodeAs(zero.hide(0, 64));
        assertThat(zero.hide(3, 1)).isEqualTo(zero.hide(3, 1)).isNotEqualTo(zero.hide(4, 1));
    }

    @Test
    void aByteIsHiddenOrAsItWas() {
        Random random = new Random(20260613);
        byte[] bytes = new byte[512];
        random.nextBytes(bytes);
        for (int round = 0; round < 200; round++) {
            ConfigSpace config = ConfigSpace.of(bytes);
            boolean[] hidden = new boolean[bytes.length];
            for (int i = random.nextInt(5); i > 0; i--) {
                int from = random.nextInt(bytes.length);
                int size = random.nextInt(40);
                config = config.hide(from, size);
                for (int at = from; at < Math.min(bytes.length, from + size); at++) {
                    hidden[at] = true;
                }
            }
            for (int at = 0; at < bytes.length; at++) {
                assertThat(config.has(at, 1)).isEqualTo(!hidden[at]);
                assertThat(config.u8(at).orElse(-1)).isEqualTo(hidden[at] ? -1 : bytes[at] & 0xff);
            }
        }
    }

    private static ConfigSpace bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return ConfigSpace.of(bytes);
    }
}
