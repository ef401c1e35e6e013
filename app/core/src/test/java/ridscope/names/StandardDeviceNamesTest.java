package ridscope.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.PciFunction;

class StandardDeviceNamesTest {

    private static final PciIds IDS = PciIds.parse("""
            # a comment
            8086  Intel Corporation
            \t1592  Ethernet Controller E810-C for QSFP
            \t\t8086 0002  Ethernet Network Adapter E810-C-Q2
            # another
            \t1889  Ethernet Adaptive Virtual Function
            abcd  Odd Vendor
            C 02  Network controller
            \t00  Something else
            """);

    private static PciFunction function(ConfigBuilder config) {
        return Enumerator.enumerate(
                        new HostBuilder().function("01:00.0", config).build(), Feedback.NONE)
                .function(FunctionAddress.of("01:00.0"))
                .orElseThrow();
    }

    private static PciFunction named(String device, int classCode) {
        return Enumerator.enumerate(
                        new HostBuilder()
                                .function("01:00.0", ConfigBuilder.device(1, 2, classCode), os -> os.names("V", device))
                                .build(),
                        Feedback.NONE)
                .function(FunctionAddress.of("01:00.0"))
                .orElseThrow();
    }

    private final StandardDeviceNames names = new StandardDeviceNames(IDS);

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "020000 | Ethernet Controller E810-C for QSFP | E810-C",
                "020000 | Ethernet Controller X710 for 10GbE SFP+ | X710",
                "020000 | Ethernet Controller 10G X550T | X550T",
                "020000 | I350 Gigabit Network Connection | I350",
                "020000 | 82576 Gigabit Network Connection | 82576",
                "020000 | 82576 Virtual Function | 82576 VF",
                "020000 | Ethernet Adaptive Virtual Function | Adaptive VF",
                "020000 | Ethernet Virtual Function 700 Series | 700 Series VF",
                "020000 | 82599ES 10-Gigabit SFI/SFP+ Network Connection | 82599ES",
                "020000 | MT27800 Family [ConnectX-5] | ConnectX-5",
                "020000 | MT27800 Family [ConnectX-5 Virtual Function] | ConnectX-5 VF",
                "020000 | MT2892 Family [ConnectX-6 Dx] | ConnectX-6 Dx",
                "020000 | MT42822 BlueField-2 integrated ConnectX-6 Dx network controller | MT42822",
                "020000 | NetXtreme BCM5720 Gigabit Ethernet PCIe | BCM5720",
                "020000 | RTL8111/8168/8211/8411 PCI Express Gigabit Ethernet Controller | RTL8111",
                "020000 | Virtio 1.0 network device | Virtio network",
                "020000 | Intel Corporation 82540EM Gigabit Ethernet Controller | 82540EM",
                "028000 | Wi-Fi 6 AX201 | AX201",
                "028000 | PRO/Wireless 3945ABG [Golan] Network Connection | 3945ABG",
                "010802 | NVMe SSD Controller PM174X | PM174X",
                "010802 | NVMe SSD Controller SM981/PM981/PM983 | SM981/PM981/PM983",
                "010802 | E12 NVMe Controller | E12",
                "010802 | NVMe DC SSD [3DNAND, Beta Rock Controller] | NVMe",
                "010802 | QEMU NVM Express Controller | NVMe",
                "010601 | 82801JI (ICH10 Family) SATA AHCI Controller | 82801JI",
                "010601 | FCH SATA Controller [AHCI mode] | SATA",
                "010700 | SAS2008 PCI-Express Fusion-MPT SAS-2 [Falcon] | SAS2008",
                "030000 | TU106 [GeForce RTX 2060 SUPER] | RTX 2060 SUPER",
                "030200 | TU117M [GeForce GTX 1650 Mobile / Max-Q] | GTX 1650 Mobile",
                "030200 | GH100 [H100 PCIe] | H100 PCIe",
                "030000 | Ellesmere [Radeon RX 470/480/570/570X/580/580X/590] | Radeon RX 470",
                "120000 | Aldebaran/MI200 [Instinct MI250X/MI250] | Instinct MI250X",
                "030000 | TigerLake-LP GT2 [Iris Xe Graphics] | Iris Xe Graphics",
                "030000 | ASPEED Graphics Family | ASPEED",
                "060400 | PEX 8747 48-Lane, 5-Port PCI Express Gen 3 (8.0 GT/s) Switch | PEX 8747",
                "060400 | PEX89072 PCIe Gen 5 Switch | PEX89072",
                "060400 | Sky Lake-E PCI Express Root Port A | Root Port A",
                "060400 | Tiger Lake-LP PCI Express Root Port #9 | Root Port #9",
                "060400 | Starship/Matisse GPP Bridge | bridge",
                "060000 | Starship/Matisse Root Complex | host bridge",
                "0c0330 | Matisse USB 3.0 Host Controller | USB",
                "120000 | Example DPU | Example DPU",
                "010400 | Volume Management Device NVMe RAID Controller | VMD",
                "010400 | Intel Corporation Volume Management Device NVMe RAID Controller | VMD",
                "0b4000 | Xeon Phi coprocessor SE10/7120 series | Xeon Phi SE10/7120",
                "060000 | Xeon 5500/Core i7 QuickPath Architecture Generic Non-Core Registers | host bridge",
                "060000 | Intel Corporation Xeon 5500/Core i7 QPI Link 0 | host bridge",
                "ff0000 | Virtio 1.0 RNG | Virtio RNG",
                "088000 | Xeon E7 v4/Xeon E5 v4/Xeon E3 v4/Xeon D Map/VTd_Misc/System Management | system",
            })
    void aPictureGetsTheWordThatAnEngineerWouldUse(String classCode, String name, String expected) {
        int code = HexFormat.fromHexDigits(classCode);

        assertThat(names.shortName(named(name, code))).isEqualTo(expected).hasSizeLessThanOrEqualTo(ShortNames.LIMIT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "020000 | NIC",
                "010802 | NVMe",
                "030200 | GPU",
                "0c0330 | USB",
                "010601 | SATA",
                "060400 | bridge",
                "120000 | accelerator",
                "fe0000 | device"
            })
    void withoutANameTheClassSpeaks(String classCode, String expected) {
        ConfigBuilder config = ConfigBuilder.device(0x1234, 0x5678, HexFormat.fromHexDigits(classCode));

        assertThat(names.shortName(function(config))).isEqualTo(expected);
    }

    @Test
    void theSnapshotsNamesWinOverTheFile() {
        PciFunction known = Enumerator.enumerate(
                        new HostBuilder()
                                .function(
                                        "01:00.0",
                                        ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000),
                                        os -> os.names("Somebody", "Something"))
                                .build(),
                        Feedback.NONE)
                .functions()
                .iterator()
                .next();

        assertThat(names.vendor(known)).contains("Somebody");
        assertThat(names.device(known)).contains("Something");
    }

    @Test
    void theFileKnowsVendorsDevicesAndBoards() {
        PciFunction nic =
                function(ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).subsystem(0x8086, 2));

        assertThat(names.vendor(nic)).contains("Intel Corporation");
        assertThat(names.device(nic)).contains("Ethernet Controller E810-C for QSFP");
        assertThat(names.subsystem(nic)).contains("Ethernet Network Adapter E810-C-Q2");
        assertThat(names.className(nic)).contains("Ethernet controller");
        assertThat(IDS.device(0xabcd, 0x1592)).isEmpty();
        assertThat(IDS.vendor(0x8087)).isEmpty();
    }

    @Test
    void aLineReadsLikeLspci() {
        assertThat(names.line(function(
                        ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).revision(2))))
                .isEqualTo("Ethernet controller: Intel Corporation Ethernet Controller E810-C for QSFP (rev 02)");
        assertThat(names.line(function(ConfigBuilder.endpoint(0x8086, 0x9999, 0x020000))))
                .isEqualTo("Ethernet controller: Intel Corporation Device 9999");
        assertThat(names.line(function(ConfigBuilder.endpoint(0x1e36, 5, 0x120000))))
                .isEqualTo("Processing accelerator: Device 1e36:0005");
    }

    @Test
    void everyClassHasAName() {
        for (int code = 0; code <= 0xffff; code += 0x101) {
            PciFunction function = function(ConfigBuilder.device(1, 2, code << 8));
            assertThat(names.className(function)).as("class %04x", code).isPresent();
            assertThat(names.shortName(function)).as("class %04x", code).isNotBlank();
        }
    }

    @Test
    void aMissingFileIsNoNames() {
        PciIds none = PciIds.file(Path.of("no", "such", "pci.ids"));

        assertThat(none.vendor(0x8086)).isEmpty();
        assertThat(PciIds.EMPTY.device(0x8086, 0x1592)).isEmpty();
        assertThat(PciIds.parse("8086\n\t\n8086  A\n\t12\n").device(0x8086, 0x12))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Intel Corporation | Intel",
                "Samsung Electronics Co Ltd | Samsung",
                "Realtek Semiconductor Co., Ltd. | Realtek",
                "Advanced Micro Devices, Inc. [AMD] | Advanced Micro Devices",
                "Broadcom / LSI | Broadcom / LSI",
                "Mellanox Technologies | Mellanox",
            })
    void aVendorLosesItsLegalForm(String name, String expected) {
        assertThat(ShortNames.vendor(name)).isEqualTo(expected);
        assertThat(ShortNames.vendor(name.toUpperCase(Locale.ROOT))).isEqualTo(expected.toUpperCase(Locale.ROOT));
    }
}
