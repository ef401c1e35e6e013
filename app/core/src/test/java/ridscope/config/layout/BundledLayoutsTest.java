package ridscope.config.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigBytes;
import ridscope.config.ConfigSpace;
import ridscope.config.HexDumps;

/** The layouts that come with RIDscope: that they parse, and that they say what lspci says. */
class BundledLayoutsTest {

    private final RegisterLayouts layouts = RegisterLayouts.bundled();

    @Test
    void knowsTheCapabilitiesThatMatterHere() {
        assertThat(IntStream.rangeClosed(0, 0xff).filter(id -> layouts.knows(false, id)))
                .contains(0x01, 0x05, 0x10, 0x11);
        assertThat(IntStream.rangeClosed(0, 0xff).filter(id -> layouts.knows(true, id)))
                .contains(0x01, 0x03, 0x0b, 0x0d, 0x0e, 0x0f, 0x10, 0x13, 0x15, 0x1b, 0x23, 0x38);
    }

    /** Register, field and meaning as lspci 3.14 prints them for the NVMe controller of that dump. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            false | 10   | Device Capabilities   | Max Payload Size Supported          | 512 bytes
            false | 10   | Device Capabilities   | Captured Slot Power Limit Value     | 40 W
            false | 10   | Device Capabilities   | Function Level Reset Capable        | yes
            false | 10   | Device Control        | Max Payload Size                    | 256 bytes
            false | 10   | Device Control        | Max Read Request Size               | 256 bytes
            false | 10   | Device Control        | Non-Fatal Error Reporting Enable    | no
            false | 10   | Link Capabilities     | Max Link Speed                      | 32 GT/s
            false | 10   | Link Capabilities     | Maximum Link Width                  | x2
            false | 10   | Link Capabilities     | ASPM Support                        | none
            false | 10   | Link Status           | Current Link Speed                  | 16 GT/s
            false | 10   | Link Status           | Slot Clock Configuration            | yes
            false | 10   | Device Capabilities 2 | Completion Timeout Ranges Supported | A, B, C, D
            false | 10   | Device Capabilities 2 | ARI Forwarding Supported            | no
            false | 10   | Device Control 2      | Completion Timeout Value            | 65 to 210 ms
            false | 10   | Link Capabilities 2   | Supported Link Speeds Vector        | 2.5 GT/s, 5 GT/s, 8 GT/s, 16 GT/s, 32 GT/s
            false | 10   | Link Status 2         | Crosslink Resolution                | upstream port
            false | 01   | Power Management Control/Status | Power State               | D0
            false | 01   | Power Management Control/Status | No Soft Reset             | yes
            false | 11   | Message Control       | Table Size                          | 129 vectors
            false | 11   | Table Offset/BIR      | Table Offset                        | 0x00004000
            false | 11   | PBA Offset/BIR        | PBA BIR                             | BAR0
            true  | 0001 | Uncorrectable Error Severity | Malformed TLP                | fatal
            true  | 0001 | Uncorrectable Error Severity | Completion Timeout           | non-fatal
            true  | 0001 | Correctable Error Status | Advisory Non-Fatal Error         | yes
            true  | 0001 | Advanced Error Capabilities and Control | ECRC Check Capable | yes
            true  | 000e | ARI Capability        | Next Function Number                | 0
            true  | 000e | ARI Capability        | ACS Function Groups Capability      | yes
            true  | 0010 | SR-IOV Control        | ARI Capable Hierarchy               | yes
            true  | 0010 | SR-IOV Control        | VF Enable                           | no
            """)
    void readsAnNvmeControllerAsLspciDoes(boolean extended, String id, String register, String field, String meaning)
            throws IOException {
        assertThat(nvme(extended, id).register(register).field(field).meaning()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true | 0003 | Serial Number (EUI-64) | 2b-0a-50-31-8c-38-25-00
            true | 0010 | TotalVFs               | 64
            true | 0010 | First VF Offset        | 32
            true | 0010 | VF Stride              | 1
            true | 0010 | VF Device ID           | a826
            true | 0010 | System Page Size       | 4 KiB
            true | 0010 | Supported Page Sizes   | 4 KiB, 8 KiB, 64 KiB, 256 KiB, 1 MiB, 4 MiB
            """)
    void readsWholeRegistersAsLspciDoes(boolean extended, String id, String register, String meaning)
            throws IOException {
        assertThat(nvme(extended, id).register(register).meaning()).isEqualTo(meaning);
    }

    private RegisterTree nvme(boolean extended, String id) throws IOException {
        HexDumps.assumePresent();
        ConfigSpace config =
                HexDumps.read("pciutils__cap-phy32.txt").values().iterator().next();
        Capability capability = CapabilityWalk.walk(config).capabilities().stream()
                .filter(c -> c.extended() == extended && c.idText().equals(id))
                .findFirst()
                .orElseThrow();
        return layouts.decode(capability, config);
    }

    /** 1 and 4 are what lspci prints of a Fiji GPU: BAR 0, 256 MB of 256 MB to 4 GB. */
    @Test
    void namesTheSizesOfAResizableBar() throws IOException {
        HexDumps.assumePresent();
        ConfigSpace config =
                HexDumps.read("pciutils__cap-rebar.txt").values().iterator().next();
        CapabilityList list = CapabilityWalk.walk(config);

        RegisterTree tree = layouts.decode(list.extended(0x15).orElseThrow(), config);

        assertThat(tree.register("Resizable BAR Capability 1")
                        .field("Supported Sizes")
                        .meaning())
                .isEqualTo("256 MiB, 512 MiB, 1 GiB, 2 GiB, 4 GiB");
        assertThat(tree.register("Resizable BAR Control 1").field("BAR Size").meaning())
                .isEqualTo("256 MiB");
    }

    @Test
    void rootPortHasRootRegistersAndAnEndpointHasNone() throws IOException {
        HexDumps.assumePresent();
        Map<String, ConfigSpace> dump = HexDumps.read("pciutils__cap-aer-root.txt");

        assertThat(names(dump.get("0000:00:02.0"), true, 0x01)).contains("Root Error Command");
        assertThat(names(dump.get("0000:00:02.0"), false, 0x10)).contains("Root Control");
        assertThat(names(dump.get("0000:03:00.0"), true, 0x01)).doesNotContain("Root Error Command");
        assertThat(names(dump.get("0000:03:00.0"), false, 0x10)).doesNotContain("Root Control", "Slot Capabilities");
    }

    private List<String> names(ConfigSpace config, boolean extended, int id) {
        CapabilityList list = CapabilityWalk.walk(config);
        Capability capability = (extended ? list.extended(id) : list.standard(id)).orElseThrow();
        return layouts.decode(capability, config).registers().stream()
                .map(Register::name)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> registersStayInsideTheirCapability() throws IOException {
        HexDumps.assumePresent();
        return HexDumps.names().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> HexDumps.read(name).values().forEach(this::check)));
    }

    private void check(ConfigSpace config) {
        assertThat(layouts.header(config).registers()).isNotEmpty();
        List<Capability> all = CapabilityWalk.walk(config).capabilities();
        for (Capability capability : all) {
            RegisterTree tree = layouts.decode(capability, config);
            int end = all.stream()
                    .filter(c -> c.extended() == capability.extended())
                    .mapToInt(Capability::offset)
                    .filter(o -> o > capability.offset())
                    .min()
                    .orElse(capability.extended() ? 0x1000 : 0x100);
            int last = capability.offset();
            for (Register register : tree.registers()) {
                assertThat(register.offset()).isBetween(last, end - register.widthBits() / 8);
                assertThat(register.raw()).isPresent();
                last = register.offset() + register.widthBits() / 8;
            }
        }
    }

    @Test
    void siovSaysWhatIsNotPublic() {
        ConfigSpace config = ConfigBytes.pcie(4096)
                .hex(0x100, "38 00 01 00 00 00 00 00 00 04 5a 01 01 00 01 00")
                .config();

        RegisterTree tree = layouts.decode(new Capability(true, 0x38, 0x100, 1), config);

        assertThat(tree.note()).hasValueSatisfying(note -> assertThat(note).contains("+0x0A"));
        assertThat(tree.register("Total SDIs").meaning()).isEqualTo("1024");
        assertThat(tree.register("Not named by the RFC").hex()).isEqualTo("5a");
        assertThat(tree.register("Not named by the RFC").offset()).isEqualTo(0x10a);
        assertThat(tree.register("SIOV Status").field("SDIs Active").meaning()).isEqualTo("yes");
    }

    @Test
    void sriovOf256ReadableBytesHasRegistersWithoutValues() {
        ConfigSpace config = ConfigBytes.pcie(256).config();

        RegisterTree tree = layouts.decode(new Capability(true, 0x10, 0x160, 1), config);

        assertThat(tree.register("TotalVFs").raw()).isEmpty();
        assertThat(tree.register("TotalVFs").meaning()).isEmpty();
        assertThat(tree.register("TotalVFs").hex()).isEmpty();
        assertThat(tree.register("SR-IOV Control").field("VF Enable").raw()).isEmpty();
    }

    /** MSI registers move with the 64-bit flag and appear with the masking flag. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0000 | Message Control 62, Message Address 64, Message Data 68
            0080 | Message Control 62, Message Address 64, Message Upper Address 68, Message Data 6c
            0100 | Message Control 62, Message Address 64, Message Data 68, Mask Bits 6c, Pending Bits 70
            0180 | Message Control 62, Message Address 64, Message Upper Address 68, Message Data 6c, Mask Bits 70, Pending Bits 74
            """)
    void msiRegistersFollowTheFlags(String control, String expected) {
        ConfigSpace config = ConfigBytes.endpoint(256, 0x60)
                .u16(0x60, 0x0005)
                .u16(0x62, ridscope.text.Numbers.hex(control).orElseThrow())
                .config();

        List<String> registers = layouts.decode(new Capability(false, 5, 0x60, 0), config).registers().stream()
                .skip(2)
                .map(r -> r.name() + " " + Integer.toHexString(r.offset()))
                .toList();

        assertThat(String.join(", ", registers)).isEqualTo(expected);
    }

    @Test
    void bridgeHeaderShowsBusNumbersAsTheyAreWritten() {
        ConfigSpace config =
                ConfigBytes.ofSize(64).u8(0x0e, 0x81).hex(0x18, "02 3b 3f 00").config();

        RegisterTree tree = layouts.header(config);

        assertThat(tree.title()).isEqualTo("Type 1 header");
        assertThat(tree.register("Secondary Bus Number").meaning()).isEqualTo("3b");
        assertThat(tree.register("Subordinate Bus Number").offset()).isEqualTo(0x1a);
        assertThat(tree.register("Header Type").field("Multi-Function Device").meaning())
                .isEqualTo("yes");
    }

    @Test
    void cardBusHeaderEndsBehindTheLegacyBase() {
        RegisterTree tree = layouts.header(ConfigBytes.ofSize(128).u8(0x0e, 2).config());

        assertThat(tree.title()).isEqualTo("Type 2 header");
        assertThat(tree.register("Capabilities Pointer").offset()).isEqualTo(0x14);
        assertThat(tree.registers().get(tree.registers().size() - 1).offset()).isEqualTo(0x44);
    }

    @Test
    void unknownHeaderTypeIsShownRaw() {
        RegisterTree tree = layouts.header(ConfigBytes.ofSize(64).u8(0x0e, 0x7f).config());

        assertThat(tree.note()).contains("layout not known");
        assertThat(tree.registers()).hasSize(16);
    }

    @Test
    void sixtyFourBitBarSwallowsTheNext() {
        RegisterTree tree = layouts.header(ConfigBytes.ofSize(64)
                .u32(0x10, 0x88400004L)
                .u32(0x14, 0x00000004L)
                .u32(0x18, 0x0000e001L)
                .u32(0x1c, 0xf000000cL)
                .config());

        assertThat(tree.register("BAR0").field("Type").meaning()).isEqualTo("64-bit");
        assertThat(tree.register("BAR1 (upper half of BAR0)").fields()).isEmpty();
        assertThat(tree.register("BAR2").field("Address").meaning()).isEqualTo("0x0000e000");
        assertThat(tree.register("BAR2").field("Space").meaning()).isEqualTo("I/O");
        assertThat(tree.register("BAR3").field("Prefetchable").meaning()).isEqualTo("yes");
        assertThat(tree.register("BAR3").field("Address").meaning()).isEqualTo("0xf0000000");
        assertThat(tree.register("BAR5").meaning()).isEqualTo("not implemented or not assigned");
    }

    @Test
    void capabilityWithoutLayoutIsShownRawUntilTheNextOne() {
        ConfigSpace config = ConfigBytes.endpoint(256, 0x50)
                .u16(0x50, 0x607e)
                .u32(0x54, 0x12345678L)
                .u16(0x60, 0x007e)
                .config();

        RegisterTree tree = layouts.decode(new Capability(false, 0x7e, 0x50, 0), config);
        RegisterTree last = layouts.decode(new Capability(false, 0x7e, 0x60, 0), config);

        assertThat(tree.title()).isEqualTo("Unknown");
        assertThat(tree.note()).contains("layout not known");
        assertThat(tree.source()).isEmpty();
        assertThat(tree.registers()).extracting(Register::offset).containsExactly(0x50, 0x54, 0x58, 0x5c);
        assertThat(tree.register("Dword +0x04").hex()).isEqualTo("12345678");
        assertThat(last.registers()).hasSize(16);
        assertThat(last.note()).contains("layout not known, nor where it ends; 64 bytes shown");
    }
}
