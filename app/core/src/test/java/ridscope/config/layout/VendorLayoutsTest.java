package ridscope.config.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import ridscope.config.Capability;
import ridscope.config.ConfigBytes;
import ridscope.config.ConfigSpace;

/** Vendor capabilities that lspci does not decode; what it does decode is compared with it word by word. */
class VendorLayoutsTest {

    private final RegisterLayouts layouts = RegisterLayouts.bundled();

    private RegisterTree extended(String hex) {
        ConfigSpace config = ConfigBytes.pcie(4096).hex(0x100, hex).config();
        return layouts.decode(new Capability(true, 0x23, 0x100, 1), config);
    }

    @Test
    void siovOfIntelSaysThatItIsNotTheOneOfPcie() {
        RegisterTree tree = extended("23 00 01 00 86 80 80 01 05 00 03 01 53 05 00 00 01 00 00 00 01 00 00 00");

        assertThat(tree.title()).isEqualTo("Intel Scalable IOV (SIOV R1)");
        assertThat(tree.note()).hasValueSatisfying(note -> assertThat(note).contains("PASID", "no Routing ID"));
        assertThat(tree.register("Function Dependency Link").meaning()).isEqualTo("0x03");
        assertThat(tree.register("Supported Page Sizes").meaning())
                .isEqualTo("4 KiB, 8 KiB, 64 KiB, 256 KiB, 1 MiB, 4 MiB");
        assertThat(tree.register("SIOV Capabilities")
                        .field("Interrupt Message Storage (IMS) Supported")
                        .meaning())
                .isEqualTo("yes");
    }

    @Test
    void intelTelemetryTellsWhereItsTableIs() {
        RegisterTree tree = extended("23 00 01 00 86 80 00 01 02 00 08 04 02 00 01 00");

        assertThat(tree.title()).isEqualTo("Intel Telemetry");
        assertThat(tree.register("Entry Size").meaning()).isEqualTo("4 dwords");
        assertThat(tree.register("Discovery Table").field("BIR").meaning()).isEqualTo("BAR2");
        assertThat(tree.register("Discovery Table").field("Offset").meaning()).isEqualTo("0x00010000");
    }

    @Test
    void cxlTestCapabilityPointsToItsRegisters() {
        RegisterTree tree =
                extended("23 00 01 00 98 1e c0 01 0a 00 01 00 00 00 00 00 00 00 00 00 04 00 10 fe 01 00 00 00");

        assertThat(tree.register("CXL Test Lock").field("Test Lock").meaning()).isEqualTo("yes");
        assertThat(tree.register("CXL Test Configuration Base Low")
                        .field("Type")
                        .meaning())
                .isEqualTo("64-bit");
    }

    /** Revision 1 ends before the third capability register. */
    @Test
    void cxlDeviceHasTheRegistersOfItsLength() {
        String first = "23 00 01 00 98 1e 81 03 00 00 00 00";
        String third = "23 00 01 00 98 1e c2 03 00 00 00 00";

        assertThat(extended(first).registers()).extracting(Register::name).doesNotContain("CXL Capability 3");
        assertThat(extended(third).registers()).extracting(Register::name).contains("CXL Capability 3");
    }

    @Test
    void locatorHasAsManyBlocksAsItsLengthSays() {
        RegisterTree tree = extended("23 00 01 00 98 1e 40 02 08 00 00 00 00 01 00 00 00 00 00 00 02 03 01 00");

        assertThat(tree.registers())
                .extracting(Register::name)
                .filteredOn(name -> name.endsWith("Offset Low"))
                .containsExactly(
                        "Register Block 1 Offset Low", "Register Block 2 Offset Low", "Register Block 3 Offset Low");
        assertThat(tree.register("Register Block 2 Offset Low")
                        .field("Block Identifier")
                        .meaning())
                .isEqualTo("CXL device registers");
    }

    /** A VF reads ffff as its vendor; the operating system knows better. */
    @Test
    void virtioVfIsKnownByWhatTheSystemSays() {
        ConfigSpace config = ConfigBytes.endpoint(256, 0x40)
                .u16(0x00, 0xffff)
                .hex(0x40, "09 00 14 05 04 00 00 00 00 30 00 00 04 00 00 00 78 56 34 12")
                .config();
        Capability capability = new Capability(false, 0x09, 0x40, 0);

        RegisterTree told = layouts.decode(capability, config, OptionalInt.of(0x1af4));

        assertThat(told.title()).isEqualTo("VirtIO: PCI Configuration Access");
        assertThat(told.register("PCI Configuration Data").hex()).isEqualTo("12345678");
        assertThat(layouts.decode(capability, config).title()).isEqualTo("Vendor-Specific");
    }

    @Test
    void virtioVendorDataEndWithTheirLength() {
        ConfigSpace config = ConfigBytes.endpoint(256, 0x40)
                .u16(0x00, 0x1af4)
                .hex(0x40, "09 00 0c 09 b5 1d 00 00 78 56 34 12")
                .config();

        RegisterTree tree = layouts.decode(new Capability(false, 0x09, 0x40, 0), config);

        assertThat(tree.register("Vendor ID").meaning()).isEqualTo("1db5");
        assertThat(tree.registers().get(tree.registers().size() - 1).hex()).isEqualTo("12345678");
    }

    /** What only its first version has registers for. */
    @Test
    void intelCapabilityOfAnotherVersionIsRaw() {
        ConfigSpace config = ConfigBytes.endpoint(256, 0x40)
                .hex(0x40, "09 00 0c 02 01 00 00 00 02 00 00 00")
                .config();

        RegisterTree tree = layouts.decode(new Capability(false, 0x09, 0x40, 0), config);

        assertThat(tree.title()).isEqualTo("Intel Vendor-Specific");
        assertThat(tree.registers())
                .extracting(Register::name)
                .contains("Vendor-Specific Register +0x04", "Vendor-Specific Register +0x08")
                .doesNotContain("CAPID0_A");
    }
}
