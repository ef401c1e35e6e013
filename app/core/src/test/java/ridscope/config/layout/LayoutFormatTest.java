package ridscope.config.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.Capability;
import ridscope.config.ConfigBytes;
import ridscope.config.ConfigSpace;

/** The language of layout files. */
class LayoutFormatTest {

    private static final Capability CAPABILITY = new Capability(true, 0x7777, 0x100, 1);

    private static RegisterTree decode(String layout, String bytes) {
        return decode(Map.of("extended-7777.regs", layout), bytes);
    }

    private static RegisterTree decode(Map<String, String> files, String bytes) {
        ConfigSpace config = ConfigBytes.pcie(4096)
                .hex(0x100, "77 77 01 00")
                .hex(0x104, bytes)
                .config();
        return RegisterLayouts.of(files::get).decode(CAPABILITY, config);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7:0 "F"                    | 1f       | 0x1f
            0 "F"                      | 01       | yes
            1 "F"                      | 01       | no
            7:0 "F" as decimal         | ff       | 255
            7:0 "F" as signed          | fe       | -2
            7:0 "F" as signed          | 7f       | 127
            7:0 "F" as plus-one        | ff       | 256
            3:0 "F" as power-of-two    | 05       | 32
            7:0 "F" as bus             | 0b       | 0b
            15:0 "F" as id             | 86 80    | 8086
            15:0 "F" as rid            | 0a 3b    | 3b:01.2
            15:3 "F" as rid-block      | 50 55    | 55:0a.0
            11:0 "F" as hex            | 05 00    | 0x005
            31:12 "F" as in-place      | 00 10 40 88 | 0x88401000
            3:0 "F" as link-speed      | 06       | 64 GT/s
            3:0 "F" as link-speed      | 07       | speed code 7 (reserved)
            7:1 "F" as link-speeds     | 8e       | 2.5 GT/s, 5 GT/s, 8 GT/s, 128 GT/s
            7:1 "F" as link-speeds     | 00       | none
            9:4 "F" as lanes           | 00 02    | x32
            2:0 "F" as payload         | 05       | 4096 bytes
            2:0 "F" as payload         | 06       | reserved (0x6)
            31:4 "F" as bar-sizes      | 10 04 00 00 | 1 MiB, 64 MiB
            5:0 "F" as bar-size        | 13       | 512 GiB
            7:0 "F" as page-sizes      | 11       | 4 KiB, 64 KiB
            31:0 "F" as bytes          | 00 10 00 00 | 4 KiB
            31:0 "F" as bytes          | 01 10 00 00 | 4097 bytes
            31:0 "F" as bytes          | 00       | 0 bytes
            7:0 "F" as bit-numbers     | 9e       | 1-4, 7
            7:0 "F" as bit-numbers     | 00       | none
            31:0 "F" as ascii          | 56 50 44 1f | "VPD."
            7:0 "F" as decimal unit "ns" | 20     | 32 ns
            7:0 "F" as scaled 05[1:0] by 1,0.1,0.01,- unit W | fa 01 | 25 W
            7:0 "F" as scaled 05[1:0] by 1,0.1,0.01,- unit W | fa 02 | 2.5 W
            7:0 "F" as scaled 05[1:0] by 1,0.1,0.01,- unit W | fa 03 | 250 at unknown scale 0x3
            7:0 "F" as scaled 05[7:0] by 1,32 | 02 01 | 64
            7:0 "F" as scaled 05[7:0] by 1,32 | 02 02 | 2 at unknown scale 0x2
            7:0 "F" as scaled fff[15:0] by 1 | 02 02 | 2 at a scale that is not readable
            7:0 "F" 0="a" f0-ff="vendor"   | f7    | vendor
            1:0 "F" 0="a" 1="b c"      | 01       | b c
            1:0 "F" 0="a" 1="b c"      | 03       | reserved (0x3)
            4:0 "F" as decimal 0="32"  | 00       | 32
            4:0 "F" as decimal 0="32"  | 07       | 7
            """)
    void valuesAreSaidInWords(String field, String bytes, String meaning) {
        RegisterTree tree = decode("title T\nregister 04 32 R\n" + field, bytes);

        assertThat(tree.register("R").field("F").meaning()).isEqualTo(meaning);
    }

    @Test
    void conditionsLookAtOtherBits() {
        String layout = """
                title T
                register 04 8 Flags
                register 05 8 Always
                register 06 8 OnlyWhenSet when 04[0] = 1
                register 07 8 OnlyWhenClear when 04[0] != 1
                register 08 8 Version2 when 04[7:4] >= 2 and 04[0] = 0,1
                register 09 8 NeverReadable when ff0[0] = 0 and ffe[15] = 0
                register 0a 8 Ports when port-type = 0,1
                """;
        assertThat(names(layout, "11")).containsExactly("Flags", "Always", "OnlyWhenSet", "Ports");
        assertThat(names(layout, "20")).containsExactly("Flags", "Always", "OnlyWhenClear", "Version2", "Ports");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            04[7:0] >= 80        | true
            04[7:0] >= 81        | false
            04[7:0] <= 80        | true
            04[7:0] <= 7f        | false
            04[7:0] > 7f         | true
            04[7:0] > 80         | false
            04[7:0] < 81         | true
            04[7:0] < 80         | false
            04[7:0] & c0         | true
            04[7:0] & 7f         | false
            04[7:0] != 80,81     | false
            04[63:60] = f        | true
            vendor = 8086        | true
            header-type = 0      | true
            capability-version = 1 | true
            link-width = 10      | true
            port-type = 1        | false
            """)
    void conditionsCompare(String condition, boolean holds) {
        ConfigSpace config = ConfigBytes.pcie(4096)
                .u32(0x4c, 0x103)
                .hex(0x100, "77 77 01 00 80 00 00 00 00 00 00 f0")
                .config();
        String layout = "title T\nregister 04 8 R when " + condition;

        RegisterTree tree =
                RegisterLayouts.of(Map.of("extended-7777.regs", layout)::get).decode(CAPABILITY, config);

        assertThat(tree.registers()).hasSize(holds ? 2 : 1);
    }

    private static java.util.List<String> names(String layout, String bytes) {
        return decode(layout, bytes).registers().stream()
                .skip(1)
                .map(Register::name)
                .toList();
    }

    @Test
    void restEndsWhereTheLengthSays() {
        RegisterTree tree =
                decode("title T\nregister 04 32 H\nrest 08 Vendor length 04[31:20]", "00 00 00 01 11 22 33 44");

        assertThat(tree.registers())
                .extracting(Register::name)
                .containsExactly("Extended Capability Header", "H", "Vendor +0x08", "Vendor +0x0c");
        assertThat(tree.register("Vendor +0x08").hex()).isEqualTo("44332211");
    }

    @Test
    void commonHeaderIsAddedByItself() {
        Register header = decode("title T\nsource S\nnote N", "").registers().get(0);

        assertThat(header.hex()).isEqualTo("00017777");
        assertThat(header.field("Capability Version").meaning()).isEqualTo("1");
        assertThat(header.field("Extended Capability ID").bits()).isEqualTo("15:0");
    }

    @Test
    void includedPieceMayEndWithARegister() {
        Map<String, String> files = Map.of(
                "extended-7777.regs", "title T\ninclude common\nregister 05 8 B",
                "common", "register 04 8 A # a comment\n  0 \"A # 0\"");

        RegisterTree tree = decode(files, "01 02");

        assertThat(tree.register("A").field("A # 0").meaning()).isEqualTo("yes");
        assertThat(tree.register("B").meaning()).isEqualTo("0x02");
    }

    @Test
    void includedPieceMayBeFields() {
        Map<String, String> files = Map.of(
                "extended-7777.regs", "title T\nregister 04 8 A\n7 X\ninclude bits\n6 Y\nregister 05 8 B\ninclude bits",
                "bits", "0 Low\n1 Next");

        RegisterTree tree = decode(files, "82 01");

        assertThat(tree.register("A").fields()).extracting(Field::name).containsExactly("X", "Y", "Next", "Low");
        assertThat(tree.register("B").field("Low").meaning()).isEqualTo("yes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            register 04 32 R                   | extended-7777.regs:1: no title line
            title T~register zz 32 R           | extended-7777.regs:2: an offset in hex expected instead of zz
            title T~register 04 12 R           | extended-7777.regs:2: a register is 8 to 64 bits wide, not 12
            title T~register 04 8 R~8 F        | extended-7777.regs:3: bit 8 of a register of 8 bits
            title T~register 04 8 R~0:3 F      | extended-7777.regs:3: bits 0:3 are not high:low within 63:0
            title T~0 F                        | extended-7777.regs:2: unknown keyword 0
            title T~register 04 8 R~x F        | extended-7777.regs:3: a bit number expected instead of x
            title T~register 04 8              | extended-7777.regs:2: a name is missing
            title T~register 04 8 R as blue    | extended-7777.regs:2: unknown format blue
            title T~register 04 8 R 0=a 0=b    | extended-7777.regs:2: two meanings for 0
            title T~register 04 8 R nonsense   | extended-7777.regs:2: a meaning looks like 1f="text" or 20-2f="text", not like nonsense
            title T~register 04 8 R when 04    | extended-7777.regs:2: a place looks like 02[7:4], not like 04
            title T~register 04 8 R when 04[0] == 1 | extended-7777.regs:2: unknown comparison ==
            title T~register 04 8 R when 04[0] = 1 or | extended-7777.regs:2: and expected instead of or
            title T~register 04 8 "R           | extended-7777.regs:2: a quote is not closed
            title T~include nowhere            | extended-7777.regs:2: no file nowhere
            title T~include extended-7777.regs | extended-7777.regs:2: files include each other more than 4 deep
            title T~register 04 8 R when 04[0] > 1,2 | extended-7777.regs:2: > compares with one value
            title T~register 1000 8 R          | extended-7777.regs:2: no offset within 4096 bytes: 1000
            title T~register 04 8 R when +04[0] = 1 | extended-7777.regs:2: +04[0] stands outside of a repeat
            title T~register 04 8 R 5-4=a      | extended-7777.regs:2: values 5-4 do not ascend, or are too many
            title T~register 04 8 R as scaled 05[0] 1,2 | extended-7777.regs:2: by is missing
            title T~register 04 8 R as scaled 05[0] by 1,x | extended-7777.regs:2: a factor looks like 32 or 0.1, not like x
            title T~repeat 04 step 4 count 1   | extended-7777.regs:2: a repeat has no end
            title T~repeat 04 step 4           | extended-7777.regs:2: count is missing
            title T~repeat 04 step 4/0 count 1 | extended-7777.regs:2: an expression looks like 04[7:5]*4+4, not like 4/0
            title T~repeat 04 step 4 count 05[0]x | extended-7777.regs:2: an expression looks like 04[7:5]*4+4, not like 05[0]x
            title T~repeat 04 step 4 count 1 max 257 | extended-7777.regs:2: max is 1 to 256
            title T~repeat 04 step 4 count 1~register 04 8 "R{x}" | extended-7777.regs:3: a name has {n} or {o} in it, not {x}
            title T~repeat 04 step 1 count 1~repeat 04 step 1 count 1~repeat 04 step 1 count 1 | extended-7777.regs:4: repeats lie within each other more than 2 deep
            title T~end                        | extended-7777.regs:2: end without repeat
            title T~variant "a-{04[7:0]"       | extended-7777.regs:2: a brace is not closed in a-{04[7:0]
            title T U                          | extended-7777.regs:1: nobody asked for U
            """)
    void mistakesNameTheirLine(String layout, String message) {
        assertThatThrownBy(() -> decode(layout.replace('~', '\n'), ""))
                .isInstanceOf(LayoutException.class)
                .hasMessage(message);
    }
}
