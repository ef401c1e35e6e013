package ridscope.config.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import ridscope.config.Capability;
import ridscope.config.ConfigBytes;
import ridscope.text.Numbers;

/** An extended capability of a made-up function, decoded with the bundled layouts. */
final class Decoded {

    private static final int AT = 0x100;
    private static final RegisterLayouts LAYOUTS = RegisterLayouts.bundled();

    private final RegisterTree tree;

    private Decoded(RegisterTree tree) {
        this.tree = tree;
    }

    /** Version 1, of an endpoint with a link of four lanes; {@code dwords} as in {@code 04=0007811b 08=1}, offset and value. */
    static Decoded of(int id, String dwords) {
        return of(id, 1, 0x0, dwords);
    }

    /** {@code portType} is the Device/Port Type. */
    static Decoded of(int id, int version, int portType, String dwords) {
        ConfigBytes bytes = ConfigBytes.pcie(4096)
                .u16(0x42, 0x2 | portType << 4)
                .u32(0x4c, 0x45)
                .u32(AT, id | (long) version << 16);
        for (String dword : dwords.trim().split("\\s+")) {
            String[] sides = dword.split("=");
            bytes.u32(
                    AT + Numbers.hex(sides[0]).orElseThrow(),
                    Numbers.hexLong(sides[1]).orElseThrow());
        }
        return new Decoded(LAYOUTS.decode(new Capability(true, id, AT, version), bytes.config()));
    }

    /** Lines of {@code register / field = meaning}, or {@code register = meaning}, or {@code register @ 1c} for where it is. */
    Decoded says(String lines) {
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::check);
        return this;
    }

    Decoded hasNo(String... registers) {
        assertThat(names()).doesNotContain(registers);
        return this;
    }

    List<String> names() {
        return tree.registers().stream().map(Register::name).toList();
    }

    RegisterTree tree() {
        return tree;
    }

    private void check(String line) {
        if (line.contains(" @ ")) {
            String[] sides = line.split(" @ ");
            assertThat(tree.register(sides[0]).offset() - AT)
                    .as(line)
                    .isEqualTo(Numbers.hex(sides[1]).orElseThrow());
            return;
        }
        String[] sides = line.split(" = ", 2);
        String[] path = sides[0].split(" / ", 2);
        Register register = tree.register(path[0]);
        String meaning =
                path.length == 1 ? register.meaning() : register.field(path[1]).meaning();
        assertThat(meaning).as(line).isEqualTo(sides[1]);
    }
}
