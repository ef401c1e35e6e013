package ridscope.config.layout.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.Capability;
import ridscope.config.ConfigBytes;
import ridscope.config.layout.RegisterLayouts;
import ridscope.config.layout.RegisterTree;
import ridscope.config.layout.json.UserLayouts.Loaded;

/** Register layouts in the user's settings folder. */
class UserLayoutsTest {

    private static final String MAILBOX = """
            // a comment
            {"kind": "vsec", "vendor": "1d9b", "id": "0003", "title": "Mailbox", "source": "data sheet 3.1",
             "registers": [
               {"offset": 8, "width": 32, "name": "Status",
                "fields": [{"bits": "7:0", "name": "State", "values": {"0": "off", "0x10": "on"}},
                           {"bits": "31", "name": "Ready"},
                           {"bits": "30:16", "name": "Wait", "format": "decimal", "unit": "ms"}]},
               {"offset": "0x0c", "width": 16, "name": "Queue {n}", "format": "decimal", "values": {"0": "none"}},
             ]}
            """;

    @TempDir
    Path folder;

    private Loaded load(String json) throws IOException {
        Files.writeString(folder.resolve("own.json"), json);
        return UserLayouts.load(folder);
    }

    private static RegisterTree vsec(RegisterLayouts layouts) {
        return layouts.decode(
                new Capability(true, 0x0b, 0x100, 1),
                ConfigBytes.pcie(4096)
                        .u16(0, 0xffff)
                        .hex(0x100, "0b 00 01 00  03 00 01 01  10 00 64 80  07 00")
                        .config(),
                OptionalInt.of(0x1d9b));
    }

    @Test
    void namesAVendorsRegisters() throws IOException {
        Loaded loaded = load(MAILBOX);

        assertThat(loaded.problems()).isEmpty();
        RegisterTree tree = vsec(loaded.layouts());
        assertThat(tree.title()).isEqualTo("Mailbox");
        assertThat(tree.source()).contains("data sheet 3.1");
        assertThat(tree.register("Vendor-Specific Header").field("VSEC Length").meaning())
                .isEqualTo("16 bytes");
        assertThat(tree.register("Status").offset()).isEqualTo(0x108);
        assertThat(tree.register("Status").field("State").meaning()).isEqualTo("on");
        assertThat(tree.register("Status").field("Ready").meaning()).isEqualTo("yes");
        assertThat(tree.register("Status").field("Wait").meaning()).isEqualTo("100 ms");
        assertThat(tree.register("Queue {n}").meaning()).isEqualTo("7");
    }

    @Test
    void otherIdsAndVendorsKeepWhatTheyHad() throws IOException {
        Loaded loaded = load(MAILBOX.replace("0003", "0004"));

        assertThat(vsec(loaded.layouts())).isEqualTo(vsec(RegisterLayouts.bundled()));
    }

    @Test
    void aFileMayHoldSeveralAndDvsecAndVendorCapabilitiesToo() throws IOException {
        Loaded loaded = load("""
                [{"kind": "dvsec", "vendor": "1d9b", "id": "7", "title": "Own DVSEC",
                  "registers": [{"offset": 12, "width": 8, "name": "A"}]},
                 {"kind": "vendor", "vendor": "0x8086", "title": "Own", "note": "N",
                  "registers": [{"offset": 4, "width": 64, "name": "B"}]}]
                """);
        ConfigBytes bytes = ConfigBytes.endpoint(4096, 0x60)
                .hex(0x60, "09 00 0c 00 01 02 03 04 05 06 07 08")
                .hex(0x100, "23 00 01 00  9b 1d 01 01  07 00 00 00 5a");

        assertThat(loaded.problems()).isEmpty();
        RegisterTree dvsec = loaded.layouts().decode(new Capability(true, 0x23, 0x100, 1), bytes.config());
        assertThat(dvsec.title()).isEqualTo("Own DVSEC");
        assertThat(dvsec.register("A").meaning()).isEqualTo("0x5a");
        RegisterTree vendor = loaded.layouts().decode(new Capability(false, 9, 0x60, 0), bytes.config());
        assertThat(vendor.note()).contains("N");
        assertThat(vendor.register("Capability Length").meaning()).isEqualTo("12 bytes");
        assertThat(vendor.register("B").hex()).isEqualTo("0807060504030201");
    }

    @Test
    void withoutAFolderNothingIsWrong() {
        Loaded loaded = UserLayouts.load(folder.resolve("none"));

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.layouts().knows(false, 1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                            | -
            {}                                            | kind is missing
            7                                             | a layout is a JSON object
            [{}]                                          | in [0] kind is missing
            {"kind": "x"}                                 | kind is vsec, dvsec or vendor, not 'x'
            {"kind": "vsec"}                              | vendor is missing
            {"kind": "vsec", "vendor": "1d9b"}            | the id is missing
            {"kind": "vsec", "vendor": 7}                 | vendor is no text
            {"kind": "vsec", "vendor": "zz", "id": "1"}   | vendor is hex, not 'zz'
            {"kind": "vsec", "vendor": "12345", "id": "1"} | the vendor has more than four hex digits
            {"kind": "vsec", "vendor": "ffffffff", "id": "1"} | the vendor has more than four hex digits
            {"kind": "vendor", "vendor": "1d9b", "id": "100"} | the id has more than 2 hex digits
            {"kind": "vendor", "vendor": "1", "registers": 7} | registers is a JSON array
            {"kind": "vendor", "vendor": "1", "registers": [{}]} | in registers[0] offset is missing
            {"kind": "vendor", "vendor": "1", "registers": [7]} | in registers[0] offset is missing
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": 1e999999}]} | in registers[0] offset is no number that fits
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": 99999999999999999999}]} | in registers[0] offset is no number that fits
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": -4}]} | in registers[0] offset is no number that fits
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": 4, "width": 12, "name": "R"}]} | in registers[0] a register is 8, 16, 24 … or 64 bits wide, not 12
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": 4095, "width": 16, "name": "R"}]} | in registers[0] offset 4095 does not lie within a capability
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": 4, "width": 8, "name": " "}]} | in registers[0] name is missing
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": 4, "width": 8, "name": "R", "format": "blue"}]} | in registers[0] there is no format 'blue'
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": 4, "width": 8, "name": "R", "values": []}]} | in registers[0] values is a JSON object
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": 4, "width": 8, "name": "R", "values": {"x": "y"}}]} | in registers[0] 'x' is no number
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": 4, "width": 8, "name": "R", "fields": [{"bits": "8", "name": "F"}]}]} | in registers[0].fields[0] bits '8' are not high:low within 8 bits
            {"kind": "vendor", "vendor": "1", "registers": [{"offset": 4, "width": 8, "name": "R", "fields": [{"bits": "1:0", "name": "F"}, {"bits": "1", "name": "G"}]}]} | in registers[0].fields[1] bits '1' are in another field too
            """)
    void mistakesAreOneSentenceThatNamesTheFile(String json, String sentence) throws IOException {
        Loaded loaded = load(json);

        if (sentence.equals("-")) {
            assertThat(loaded.problems()).isEmpty();
        } else {
            assertThat(loaded.problems())
                    .containsExactly(
                            "the register layout '" + folder.resolve("own.json") + "' is left out: " + sentence);
        }
        assertThat(loaded.layouts().knows(true, 0x10)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind": "vsec"
            {"kind": "vsec", "kind": "dvsec"}
            not JSON
            {"kind": nonsense}
            `  `
            """)
    void brokenJsonIsOneSentenceToo(String json) throws IOException {
        Loaded loaded = load(json);

        assertThat(loaded.problems()).hasSize(1);
        assertThat(loaded.problems().get(0))
                .contains("own.json")
                .doesNotContain("\n")
                .hasSizeLessThan(400);
    }

    @Test
    void hostileFilesAreLeftOutAndOthersStay() throws IOException {
        Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
        Files.writeString(folder.resolve("digits.json"), "{\"kind\": " + "9".repeat(1_000_000) + "}");
        Files.writeString(folder.resolve("name.json"), "{\"" + "x".repeat(500_000) + "\": 1}");
        Files.writeString(folder.resolve("large.json"), " ".repeat(10 << 20));
        Files.createDirectory(folder.resolve("folder.json"));
        Files.writeString(folder.resolve("ignored.txt"), "not JSON");
        StringBuilder many = new StringBuilder("{\"kind\": \"vendor\", \"vendor\": \"1\", \"registers\": [");
        for (int i = 0; i < 2000; i++) {
            many.append(i == 0 ? "" : ",").append("{\"offset\": 4, \"width\": 8, \"name\": \"R\"}");
        }
        Files.writeString(folder.resolve("many.json"), many.append("]}").toString());

        Loaded loaded = load(MAILBOX);

        assertThat(loaded.problems())
                .hasSize(6)
                .allMatch(p -> p.length() < 500 && !p.contains("\n"))
                .anyMatch(p -> p.contains("large.json") && p.endsWith("it is larger than 1 MiB"))
                .anyMatch(p -> p.contains("many.json") && p.endsWith("there are more than 1024 registers"));
        assertThat(vsec(loaded.layouts()).title()).isEqualTo("Mailbox");
    }

    @Test
    void theSameCapabilityTwiceIsSaid() throws IOException {
        Files.writeString(folder.resolve("also.json"), MAILBOX);

        assertThat(load(MAILBOX).problems())
                .containsExactly("the register layout '" + folder.resolve("own.json")
                        + "' is left out: vsec-1d9b-0003 is described in '" + folder.resolve("also.json")
                        + "' already");
    }

    @Test
    void damageNeverEscapes() throws IOException {
        Random random = new Random(7);
        int left = 0;
        for (int round = 0; round < 120; round++) {
            StringBuilder text = new StringBuilder(MAILBOX);
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                text.setCharAt(random.nextInt(text.length()), "{}[]\":,019 x\u0000\u00e4".charAt(random.nextInt(14)));
            }
            Loaded loaded = load(text.toString());
            vsec(loaded.layouts());
            left += loaded.problems().size();
        }
        assertThat(left).isBetween(20, 119);
    }
}
