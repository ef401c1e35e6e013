package ridscope.config.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.Capability;
import ridscope.config.ConfigBytes;
import ridscope.config.ConfigSpace;

/** Parts of a layout that come several times, and layouts that give way to others. */
class LayoutRepeatTest {

    private static final Capability CAPABILITY = new Capability(true, 0x7777, 0x100, 1);

    private static ConfigBytes bytes(String bytes) {
        return ConfigBytes.pcie(4096).u32(0x4c, 0x41).hex(0x100, "77 77 01 00").hex(0x104, bytes);
    }

    private static RegisterTree decode(String layout, String bytes) {
        return decode(
                Map.of("extended-7777.regs", "title T\n" + layout), bytes(bytes).config());
    }

    private static RegisterTree decode(Map<String, String> files, ConfigSpace config) {
        return RegisterLayouts.of(files::get).decode(CAPABILITY, config);
    }

    /** Name and offset within the capability of all registers behind the header. */
    private static List<String> places(RegisterTree tree) {
        return tree.registers().stream()
                .skip(1)
                .map(r -> r.name() + " " + Integer.toHexString(r.offset() - 0x100))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            repeat 08 step 4 count 3                  | R0 8, R1 c, R2 10
            repeat 08 step 4 count 3 first 1          | R1 8, R2 c, R3 10
            repeat 08 step 4 count 04[3:0]            | R0 8, R1 c
            repeat 08 step 4 count 04[3:0]*2-1        | R0 8, R1 c, R2 10
            repeat 08 step 4 count 04[7:0]+2/4%7      | R0 8, R1 c
            repeat 08 step 04[3:0]*4 count 2          | R0 8, R1 10
            repeat 08 step 2 count link-width         | R0 8, R1 a, R2 c, R3 e
            repeat 08 step 2 count link-width/2       | R0 8, R1 a
            repeat 08 step 2 count capability-version | R0 8
            repeat 08 step 2 count 04[7:0] max 2      | R0 8, R1 a
            repeat 08 step 2 count 0                  |
            repeat 08 step 0 count 9                  | R0 8
            repeat 04[7:4]*4 step 1 count 1           | R0 8
            repeat 08 step 4 count 3 when 04[7:4] = 3 |
            repeat ffe step 1 count ff0[15:0]-3       |
            """)
    void entriesFollowEachOther(String repeat, String expected) {
        String layout = repeat + "\nregister 00 8 R{n}\nend";

        assertThat(String.join(", ", places(decode(layout, "22")))).isEqualTo(expected == null ? "" : expected);
    }

    /** As in Enhanced Allocation: each entry says how long it is. */
    @Test
    void anEntryTellsItsOwnLength() {
        String layout = """
                repeat 08 step +00[2:0]*4+4 count 04[3:0]
                  register 00 8 "Entry {n}"
                    7:4 "Kind {n}" 1=first
                  register 04 32 "Entry {n} Upper" when +00[2:0] >= 1
                end
                register 05 8 Behind
                """;

        RegisterTree tree = decode(layout, "03 00 00 00  11 00 00 00 78 56 34 12  00 00 00 00  01 00 00 00");

        assertThat(places(tree))
                .containsExactly(
                        "Behind 5", "Entry 0 8", "Entry 0 Upper c", "Entry 1 10", "Entry 2 14", "Entry 2 Upper 18");
        assertThat(tree.register("Entry 0 Upper").hex()).isEqualTo("12345678");
        assertThat(tree.register("Entry 0").field("Kind 0").meaning()).isEqualTo("first");
    }

    /** As in Virtual Channel: each entry says where a table of its own is, from the start of the capability. */
    @Test
    void anEntryHasEntries() {
        String layout = """
                repeat 08 step 4 count 2 first 1
                  register 00 8 "VC{n}"
                  repeat +00[7:4]*16 step 1 count +00[3:0] when +00[7:4] != 0
                    register 00 8 "VC{o} Phases {n*2+1} to {n*2}" when index < 1
                    register 00 8 "VC{o} Last" when index = 1
                  end
                end
                """;

        assertThat(places(decode(layout, "00 00 00 00  22 00 00 00  31 00 00 00")))
                .containsExactly("VC1 8", "VC2 c", "VC1 Phases 1 to 0 20", "VC1 Last 21", "VC2 Phases 1 to 0 30");
    }

    @Test
    void whatComesInAnEntryMayBeAPieceOrTheRest() {
        Map<String, String> files = Map.of(
                "extended-7777.regs", "title T\nrepeat 08 step 8 count 2\ninclude piece\nend",
                "piece", "register 00 8 \"N{n}\"\nrest 04 \"Raw {n}\" length +00[7:0]*2+6");

        assertThat(places(decode(
                        files, bytes("00 00 00 00 01 00 00 00 00 00 00 00 00").config())))
                .containsExactly("N0 8", "Raw 0 +0x0c c", "N1 10");
    }

    @Test
    void nothingGoesBeyondTheNextCapability() {
        ConfigSpace config = ConfigBytes.pcie(4096)
                .hex(0x100, "77 77 01 11 ff ff ff ff")
                .hex(0x110, "78 77 01 00")
                .config();
        String layout = "title T\nrepeat 04 step 3 count 04[31:0]\nregister 00 16 R{n}\nend";

        assertThat(places(decode(Map.of("extended-7777.regs", layout), config)))
                .containsExactly("R0 4", "R1 7", "R2 a", "R3 d");
    }

    @Test
    void whatNeverEndsEnds() {
        String layout = """
                repeat 08 step 1 count 04[31:0]
                  repeat 08[0]*4 step 1 count 04[31:0]
                    register 00 8 R when 04[31:0] = ffffffff
                  end
                end
                """;

        assertThat(decode(layout, "ff ff ff ff").registers()).hasSizeLessThanOrEqualTo(4096);
    }

    @Test
    void aVariantTakesThePlaceOfTheLayout() {
        Map<String, String> files = Map.of(
                "extended-7777.regs", "title General\nvariant v-{04[11:0]}\nvariant w-{vendor}\nregister 04 8 A",
                "v-01f.regs", "title Better\nsource S\nnote N\nregister 05 8 B",
                "w-8086.regs", "title Vendor\nregister 06 8 C");

        RegisterTree better = decode(files, bytes("1f 00").config());

        assertThat(better.title()).isEqualTo("Better");
        assertThat(better.source()).contains("S");
        assertThat(better.note()).contains("N");
        assertThat(places(better)).containsExactly("B 5");
        assertThat(places(decode(files, bytes("1f 10").config()))).containsExactly("B 5");
        assertThat(decode(files, bytes("1e 00").config()).title()).isEqualTo("Vendor");
        assertThat(decode(files, bytes("1e 00").u16(0, 0x1af4).config()).title())
                .isEqualTo("General");
    }

    @Test
    void theOperatingSystemKnowsTheVendorOfAVf() {
        RegisterLayouts layouts = RegisterLayouts.of(Map.of(
                "extended-7777.regs", "title General\nvariant w-{vendor}",
                "w-1d9b.regs", "title Vendor")::get);
        ConfigSpace vf = bytes("").u16(0, 0xffff).config();

        assertThat(layouts.decode(CAPABILITY, vf, OptionalInt.of(0x1d9b)).title())
                .isEqualTo("Vendor");
        assertThat(layouts.decode(CAPABILITY, vf).title()).isEqualTo("General");
    }
}
