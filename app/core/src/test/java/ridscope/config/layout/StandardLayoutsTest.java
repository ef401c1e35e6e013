package ridscope.config.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.Capability;
import ridscope.config.ConfigBytes;
import ridscope.config.ConfigSpace;
import ridscope.text.Numbers;

/** Registers of the standard capabilities, from bytes that were put together by hand. */
class StandardLayoutsTest {

    private final RegisterLayouts layouts = RegisterLayouts.bundled();

    private RegisterTree decode(String id, int headerType, String bytes) {
        ConfigSpace config = ConfigBytes.endpoint(256, 0x50)
                .u8(0x0e, headerType)
                .u8(0x50, Numbers.hex(id).orElseThrow())
                .hex(0x52, bytes)
                .config();
        return layouts.decode(
                new Capability(false, Numbers.hex(id).orElseThrow(), 0x50, 0), config, OptionalInt.empty());
    }

    /** Bytes from +0x02 on. Where a register has no fields, the field is left empty. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            01 | 0 | 03 7e 00 20 00 32       | Data              | -                | 5 W
            01 | 0 | 03 7e 00 00 00 00       | Data              | -                | 0x00
            01 | 1 | 03 c8 08 00 80          | Bridge Support Extensions | Bus Power/Clock Control Enable | yes
            02 | 0 | 30 00 1b 02 00 1f 02 03 00 1f | Revision    | Major            | 3
            02 | 0 | 30 00 1b 02 00 1f 02 03 00 1f | AGP Status  | Request Queue Depth | 32 requests
            02 | 0 | 30 00 1b 02 00 1f 02 03 00 1f | AGP Status  | Rates            | 4x, 8x
            02 | 0 | 30 00 1b 02 00 1f 02 03 00 1f | AGP Command | Rate             | 8x
            02 | 0 | 20 00 07 02 00 1f 04 01 00 00 | AGP Status  | Rates            | 1x, 2x, 4x
            0e | 1 | 30 00 0a 00 00 00 02          | AGP Command | Rate             | 8x
            03 | 0 | 34 82 41 42 43 44       | VPD Address       | Address          | 0x0234
            03 | 0 | 34 82 41 42 43 44       | VPD Address       | Transfer Complete Flag | yes
            03 | 0 | 34 82 41 42 43 44       | VPD Data          | -                | 0x44434241
            04 | 1 | 24 07                   | Expansion Slot    | Expansion Slots Provided | 4
            04 | 1 | 24 07                   | Expansion Slot    | First in Chassis | yes
            04 | 1 | 24 07                   | Chassis Number    | -                | 7
            05 | 0 | 86 01 00 f0 fe 00 00 00 00 21 40 | Message Control | Multiple Message Capable | 8 vectors
            06 | 0 | 98                      | Hot Swap Control and Status | LED    | on
            06 | 0 | 98                      | Hot Swap Control and Status | Programming Interface | 1
            07 | 0 | 2c 00 f8 3f 83 17       | PCI-X Command     | Maximum Memory Read Byte Count | 4096 bytes
            07 | 0 | 2c 00 f8 3f 83 17       | PCI-X Command     | Maximum Outstanding Split Transactions | 3
            07 | 0 | 2c 00 f8 3f 83 17       | PCI-X Status      | Own Routing ID   | 3f:1f.0
            07 | 0 | 2c 00 f8 3f 83 17       | PCI-X Status      | Designed Maximum Cumulative Read Size | 32 KiB
            07 | 0 | 2c 00 f8 3f 83 17       | PCI-X Status      | Designed Maximum Outstanding Split Transactions | 32
            07 | 0 | 00 20 00 00 00 00 d0 5a 00 80 | ECC Control and Status | Syndrome | 0x5a
            07 | 0 | 00 20 00 00 00 00 d0 5a 00 80 | ECC Control and Status | ECC Error Phase | 64-bit data
            07 | 1 | c3 00 10 02 03 00 10 00 20 00 | PCI-X Secondary Status | Secondary Bus Mode and Frequency | 133 MHz, parity
            07 | 1 | c3 00 10 02 03 00 10 00 20 00 | PCI-X Bridge Status | Own Routing ID | 02:02.0
            07 | 1 | c3 00 10 02 03 00 10 00 20 00 | Upstream Split Transaction Control | Commitment Limit | 32 ADQs
            0a | 0 | a0 20                   | Debug Port        | BAR              | BAR0
            0a | 0 | a0 20                   | Debug Port        | Offset           | 0x00a0
            0d | 1 | 00 00 28 10 34 12       | Subsystem Vendor ID | -              | 1028
            0f | 0 | 0b 1e 01 40 c8 fe 00 00 00 00 80 00 f8 ff 40 30 20 20 | Capability Header | Capability Type | IOMMU
            0f | 0 | 0b 1e 01 40 c8 fe 00 00 00 00 80 00 f8 ff 40 30 20 20 | Base Address Low | Address | 0xfec84000
            0f | 0 | 0b 1e 01 40 c8 fe 00 00 00 00 80 00 f8 ff 40 30 20 20 | Miscellaneous Information 0 | Virtual Address Size | 64 bits
            0f | 0 | 0b 1e 01 40 c8 fe 00 00 00 00 80 00 f8 ff 40 30 20 20 | Miscellaneous Information 0 | Physical Address Size | 48 bits
            0f | 0 | 0b 1e 01 40 c8 fe 00 00 00 00 80 00 f8 ff 40 30 20 20 | Miscellaneous Information 0 | Guest Virtual Address Size | 48 bits
            12 | 0 | 10 00 48 00 00 00       | SATA Capability 1 | BAR Location     | BAR4
            12 | 0 | 10 00 48 00 00 00       | SATA Capability 1 | BAR Offset       | 0x00004 dwords
            12 | 0 | 10 00 0f 00 00 00 10    | Index             | -                | 0x00000010
            13 | 0 | 06 03 00 01             | AF Capabilities   | Function Level Reset Capable | yes
            13 | 0 | 06 03 00 01             | AF Status         | Transactions Pending | yes
            """)
    void saysWhatTheBytesSay(String id, int headerType, String bytes, String register, String field, String meaning) {
        Register found = decode(id, headerType, bytes).register(register);

        assertThat(field == null ? found.meaning() : found.field(field).meaning())
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            00 00          | HyperTransport: Slave or Primary Interface
            00 20          | HyperTransport: Host or Secondary Interface
            00 40          | HyperTransport: Switch
            00 80          | HyperTransport: Interrupt Discovery and Configuration
            00 88          | HyperTransport: Revision ID
            00 90          | HyperTransport: UnitID Clumping
            00 98          | HyperTransport: Extended Configuration Space Access
            00 a0          | HyperTransport: Address Mapping
            00 a8          | HyperTransport: MSI Mapping
            00 b0          | HyperTransport: DirectRoute
            00 b8          | HyperTransport: VCSet
            00 c0          | HyperTransport: Retry Mode
            00 c8          | HyperTransport
            00 d0          | HyperTransport
            """)
    void hyperTransportHasTypes(String bytes, String title) {
        assertThat(decode("08", 0, bytes).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            03 a8                                  | Command      | Fixed    | 0xfee00000
            00 a8 00 00 e0 fe 01 00 00 00          | Mapping Address Lower | Address | 0xfee00000
            00 a8 00 00 e0 fe 01 00 00 00          | Mapping Address Upper | - | 0x00000001
            41 00 20 00 11 11 d0 00 77 77 22       | Command      | Unit Count  | 2
            41 00 20 00 11 11 d0 00 77 77 22 05    | Link Configuration 0 | Link Width In | 16 bits
            41 00 20 00 11 11 d0 00 77 77 22 05    | Link Configuration 1 | Max Link Width Out | not connected
            41 00 20 00 11 11 d0 00 77 77 22 05    | Link Frequency/Error 0 | Link Frequency | 800 MHz
            41 00 20 00 11 11 d0 00 77 77 60 0e f5 7f | Link Frequency/Error 0 | Link Frequency | 2600 MHz
            41 00 20 00 11 11 d0 00 77 77 60 0e f5 7f | Link Frequency Capability 0 | 2600 MHz | yes
            00 88                                  | Revision ID  | Major       | 0
            62 88                                  | Revision ID  | Major       | 3
            02 a0 00 00 00 80 00 00 00 00 aa 00 00 80 34 12 78 56 | DMA Window 0 Secondary Limit | - | 0x1234
            10 80 02 00 00 00                      | Interrupt Definition, Lower | Mask | no
            00 c0 c1 02 00 00 05 00 07 00          | Control 0    | Allowed Attempts | 3
            00 c0 c1 02 00 00 05 00 07 00          | Retry Count 1 | -          | 7
            00 90 05 00 00 00                      | Clumping Support | -       | 0, 2
            """)
    void hyperTransportSaysWhatTheBytesSay(String bytes, String register, String field, String meaning) {
        saysWhatTheBytesSay("08", 0, bytes, register, field, meaning);
    }

    /** A device with a 64-bit and a 32-bit entry; what lspci 3.14 calls Base fee00000000 and MaxOffset 00000fff. */
    @Test
    void enhancedAllocationHasEntriesOfAnyLength() {
        RegisterTree tree = decode(
                "14",
                0,
                "02 00  03 01 ff 80 02 00 00 00 fc 0f 00 00 ee 0f 00 00" + "  12 00 ff c0 00 00 e0 fe fc ff 0f 00");

        assertThat(names(tree))
                .containsExactly(
                        "Number of Entries 52",
                        "Entry 0 54",
                        "Entry 0 Base 58",
                        "Entry 0 MaxOffset 5c",
                        "Entry 0 Base Upper 60",
                        "Entry 1 64",
                        "Entry 1 Base 68",
                        "Entry 1 MaxOffset 6c");
        assertThat(tree.register("Entry 0").field("Primary Properties").meaning())
                .isEqualTo("prefetchable memory");
        assertThat(tree.register("Entry 1").field("BAR Equivalent Indicator").meaning())
                .isEqualTo("BAR1");
        assertThat(tree.register("Entry 1 Base").field("Address").meaning()).isEqualTo("0xfee00000");
    }

    @Test
    void enhancedAllocationOfABridgeHasBusNumbersInFront() {
        RegisterTree tree = decode("14", 1, "01 00  03 05 00 00  02 05 ff 80 00 00 00 f0 fc ff 0f 00");

        assertThat(names(tree))
                .containsExactly(
                        "Number of Entries 52",
                        "Fixed Secondary Bus Number 54",
                        "Fixed Subordinate Bus Number 55",
                        "Entry 0 58",
                        "Entry 0 Base 5c",
                        "Entry 0 MaxOffset 60");
        assertThat(tree.register("Fixed Subordinate Bus Number").meaning()).isEqualTo("05");
    }

    private static List<String> names(RegisterTree tree) {
        return tree.registers().stream()
                .skip(2)
                .map(r -> r.name() + " " + Integer.toHexString(r.offset()))
                .toList();
    }

    /** The example of a published FPB decoder: every register 0x55555555. */
    @Test
    void flatteningPortalBridge() {
        RegisterTree tree = decode("15", 1, "00 00" + " 55 55 55 55".repeat(7) + " 67 45 23 01");

        assertThat(tree.register("FPB Capabilities").field("Num Sec Dev").meaning())
                .isEqualTo("10");
        assertThat(tree.register("FPB Capabilities").field("RID Vector Size").meaning())
                .isEqualTo("8192 bits");
        assertThat(tree.register("RID Vector Control 1")
                        .field("RID Vector Granularity")
                        .meaning())
                .isEqualTo("256 RIDs");
        assertThat(tree.register("RID Vector Control 1")
                        .field("RID Vector Start")
                        .meaning())
                .isEqualTo("55:0a.0");
        assertThat(tree.register("RID Vector Control 2")
                        .field("RID Secondary Start")
                        .raw())
                .hasValue(0x5550 >> 3);
        assertThat(tree.register("MEM High Vector Control 1")
                        .field("MEM High Vector Granularity")
                        .meaning())
                .isEqualTo("8 GiB");
        assertThat(tree.register("Vector Access Control").field("Vector Select").meaning())
                .isEqualTo("MEM Low");
        assertThat(tree.register("Vector Access Data").hex()).isEqualTo("01234567");
    }

    /** What is told where a slot's power limit does not fit its eight bits (Linux of_pci_get_slot_power_limit). */
    @ParameterizedTest
    @CsvSource({"00 4b, 75 W", "80 4b, 7.5 W", "00 f0, 250 W", "00 fe, 600 W", "80 f0, 24 W"})
    void slotPowerLimitIsInWatts(String valueAndScale, String meaning) {
        boolean tenths = valueAndScale.startsWith("80");
        long limit = Numbers.hexLong(valueAndScale.substring(3)).orElseThrow();
        ConfigSpace config = ConfigBytes.endpoint(256, 0x50)
                .u16(0x52, 0x0142)
                .u32(0x64, limit << 7 | (tenths ? 1L << 15 : 0))
                .config();

        RegisterTree tree = layouts.decode(new Capability(false, 0x10, 0x50, 0), config);

        assertThat(tree.register("Slot Capabilities")
                        .field("Slot Power Limit Value")
                        .meaning())
                .isEqualTo(meaning);
    }
}
