package ridscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.layout.Register;
import ridscope.config.layout.RegisterLayouts;
import ridscope.config.layout.RegisterTree;

/** Bytes that no device would show: nothing throws, everything ends, every offset is one that could be. */
class RandomConfigTest {

    private static final int[] LENGTHS = {0, 1, 7, 8, 15, 63, 64, 65, 128, 255, 256, 257, 259, 260, 1000, 4095, 4096};

    private static final int[] CLAIMS = {0, 256, 4096};

    private final RegisterLayouts layouts = RegisterLayouts.bundled();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void walkAndViewsSurvive(long seed) {
        Random random = new Random(seed);
        int withExtended = 0;
        for (int round = 0; round < 1500; round++) {
            ConfigSpace config = bytes(random);
            CapabilityList list = CapabilityWalk.walk(config, CLAIMS[random.nextInt(CLAIMS.length)]);
            check(list, config);
            views(config, list);
            withExtended += list.capabilities().stream().anyMatch(Capability::extended) ? 1 : 0;
        }
        assertThat(withExtended)
                .as("the generator must reach the extended walk")
                .isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void layoutsSurvive(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            ConfigSpace config = bytes(random);
            check(layouts.header(config), 0, 0x100);
            for (Capability capability : CapabilityWalk.walk(config).capabilities()) {
                check(layouts.decode(capability, config), capability.offset(), capability.extended() ? 0x1000 : 0x100);
            }
        }
    }

    private static void check(CapabilityList list, ConfigSpace config) {
        Set<Integer> offsets = new HashSet<>();
        for (Capability capability : list.capabilities()) {
            int offset = capability.offset();
            assertThat(offsets.add(offset)).as("offset %x once", offset).isTrue();
            assertThat(offset % 4).isZero();
            assertThat(offset).isBetween(capability.extended() ? 0x100 : 0x40, capability.extended() ? 0xffc : 0xfc);
            assertThat(config.has(offset, 2)).isTrue();
        }
        assertThat(list.capabilities()).hasSizeLessThanOrEqualTo(48 + 480);
    }

    private static void views(ConfigSpace config, CapabilityList list) {
        Views.header(config);
        Views.bridge(config).ifPresent(BridgeBuses::range);
        Views.subsystem(config, list);
        Views.pciExpress(config, list);
        Views.srIov(config, list);
        Views.siov(config, list);
        Views.ari(config, list);
        Views.acs(config, list);
        Views.eaFixedBuses(config, list);
    }

    private static void check(RegisterTree tree, int from, int to) {
        for (Register register : tree.registers()) {
            assertThat(register.offset()).isBetween(from, to - register.widthBits() / 8);
            if (register.raw().isPresent() && register.widthBits() < 64) {
                assertThat(register.raw().getAsLong()).isBetween(0L, (1L << register.widthBits()) - 1);
            }
            register.fields().forEach(f -> assertThat(f.high()).isBetween(f.low(), register.widthBits() - 1));
        }
    }

    /** Random, but with a capability list, PCI Express in it, and pointers that mostly lead somewhere. */
    private static ConfigSpace bytes(Random random) {
        ConfigBytes bytes = ConfigBytes.ofSize(4096);
        for (int at = 0; at < 4096; at += 4) {
            bytes.u32(at, random.nextInt() & 0xffff_ffffL);
        }
        if (random.nextInt(8) != 0) {
            bytes.u16(0x06, random.nextInt(0x8000) | 0x10).u8(0x0e, random.nextInt(3));
            bytes.u8(0x34, 0x40 + random.nextInt(0xc0)).u8(0x14, 0x40 + random.nextInt(0xc0));
        }
        for (int at = 0x40; at < 0x100; at += 4) {
            bytes.u8(at, random.nextBoolean() ? random.nextInt(0x16) : 0x10);
        }
        for (int at = 0x100; at < 0x1000; at += 4) {
            long next = random.nextInt(20) == 0 ? 0 : random.nextInt(0x1000);
            bytes.u32(at, next << 20 | 1 << 16 | random.nextInt(0x3b));
        }
        return bytes.config(LENGTHS[random.nextInt(LENGTHS.length)]);
    }
}
