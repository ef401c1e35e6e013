package ridscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.PciExpress.LinkRegisters;
import ridscope.config.PciExpress.SlotRegisters;
import ridscope.rid.BusRange;
import ridscope.text.Numbers;

/** Bytes in, registers out. */
class ViewsTest {

    @Test
    void headerFields() {
        Header header = Views.header(ConfigBytes.ofSize(64)
                .hex(0x00, "86 80 c9 10 07 04 10 00 01 02 03 0c 00 00 81 00")
                .config());

        assertThat(header)
                .isEqualTo(new Header(
                        OptionalInt.of(0x8086),
                        OptionalInt.of(0x10c9),
                        OptionalInt.of(0x0010),
                        OptionalInt.of(0x01),
                        OptionalInt.of(0x0c0302),
                        OptionalInt.of(1),
                        Optional.of(true)));
    }

    @Test
    void headerOfAVfIsDecodedAsItReads() {
        Header header =
                Views.header(ConfigBytes.ofSize(64).hex(0x00, "ff ff ff ff").config());

        assertThat(header.vendor()).hasValue(0xffff);
        assertThat(header.device()).hasValue(0xffff);
    }

    @Test
    void headerWithoutBytesIsUnknown() {
        Header header = Views.header(ConfigSpace.EMPTY);

        assertThat(header.vendor()).isEmpty();
        assertThat(header.status()).isEmpty();
        assertThat(header.classCode()).isEmpty();
        assertThat(header.layout()).isEmpty();
        assertThat(header.multifunction()).isEmpty();
    }

    /** config 0x18: {@code 02 03 05 00}. */
    @ParameterizedTest
    @CsvSource({"01, true", "81, true", "02, true", "00, false", "03, false"})
    void busNumbersOfBridges(String type, boolean bridge) {
        ConfigSpace config = ConfigBytes.ofSize(64)
                .u8(0x0e, Numbers.hex(type).orElseThrow())
                .hex(0x18, "02 03 05 00")
                .config();

        assertThat(Views.bridge(config))
                .isEqualTo(bridge ? Optional.of(new BridgeBuses(OptionalInt.of(2), 3, 5)) : Optional.empty());
    }

    @Test
    void busNumbersNeedTheirBytes() {
        assertThat(Views.bridge(ConfigBytes.ofSize(64).u8(0x0e, 1).config(0x1a)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 5, [03-05], true", "5, 5, [05-05], true", "5, 3, , true", "0, 0, , false", "0, 5, , true"})
    void rangeOfABridge(int secondary, int subordinate, String range, boolean configured) {
        BridgeBuses buses = new BridgeBuses(OptionalInt.empty(), secondary, subordinate);

        assertThat(buses.range().map(BusRange::toString)).isEqualTo(Optional.ofNullable(range));
        assertThat(buses.configured()).isEqualTo(configured);
    }

    /** Status {@code 10 00} and pointer {@code 43}: list present, first capability at 0x40. */
    @Test
    void pointerAndStatusBytes() {
        ConfigSpace config = ConfigBytes.ofSize(256)
                .hex(0x06, "10 00")
                .hex(0x34, "43")
                .hex(0x40, "01 00")
                .config();

        assertThat(CapabilityWalk.walk(config).standard(0x01))
                .map(Capability::offset)
                .contains(0x40);
    }

    @Test
    void subsystemOfEachHeaderType() {
        CapabilityList none = CapabilityWalk.walk(ConfigSpace.EMPTY);
        ConfigBytes type0 = ConfigBytes.ofSize(256).hex(0x2c, "4d 14 0a aa");
        ConfigBytes type2 = ConfigBytes.ofSize(256).u8(0x0e, 2).hex(0x40, "28 10 07 01");
        ConfigSpace type1 = ConfigBytes.endpoint(256, 0x50)
                .u8(0x0e, 1)
                .hex(0x2c, "01 02 03 04")
                .hex(0x50, "0d 00 00 00 28 10 ad de")
                .config();

        assertThat(Views.subsystem(type0.config(), none)).contains(0x144daa0a);
        assertThat(Views.subsystem(type0.config(0x2e), none)).isEmpty();
        assertThat(Views.subsystem(type0.u16(0x2c, 0).config(), none)).isEmpty();
        assertThat(Views.subsystem(type0.u16(0x2c, 0xffff).config(), none)).isEmpty();
        assertThat(Views.subsystem(type2.config(), none)).contains(0x10280107);
        assertThat(Views.subsystem(type1, CapabilityWalk.walk(type1))).contains(0x1028dead);
        assertThat(Views.subsystem(type1, none)).isEmpty();
    }

    /** SIOV: {@code 38 00 01 00 · 00 00 00 00 · 00 04 00 00 · 01 00 01 00}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            38 00 01 00 00 00 00 00 00 04 00 00 01 00 01 00 | 1024 | 0 | 1 | 1 | false
            38 00 01 00 00 00 00 00 08 00 00 01 00 00 01 00 | 8    | 1 | 0 | 1 | true
            38 00 01 00 00 00 00 00 08 00 ff 00 00 00 01 00 | 8    | 0 | 0 | 1 | false
            """)
    void siovBytes(String hex, int total, int status, int offset, int stride, boolean active) {
        ConfigSpace config = ConfigBytes.pcie(4096).hex(0x100, hex).config();

        SiovCapability siov = Views.siov(config, CapabilityWalk.walk(config)).orElseThrow();

        assertThat(siov).isEqualTo(new SiovCapability(0x100, 0, total, status, offset, stride));
        assertThat(siov.active()).isEqualTo(active);
    }

    /** SR-IOV +0x08: {@code 10 00 00 00 · 08 00 08 00 · 00 00 00 00 · 80 00 02 00 · 00 00 CA 10}. */
    @Test
    void sriovBytes() {
        ConfigSpace config = ConfigBytes.pcie(4096)
                .hex(0x100, "10 00 01 00 00 00 00 00")
                .hex(0x108, "10 00 00 00 08 00 08 00 00 00 00 00 80 00 02 00 00 00 CA 10")
                .config();

        SrIovCapability sriov = Views.srIov(config, CapabilityWalk.walk(config)).orElseThrow();

        assertThat(sriov).isEqualTo(new SrIovCapability(0x100, 0, 0x10, 8, 8, 0, 0, 128, 2, 0x10ca));
        assertThat(sriov.ariHierarchy()).isTrue();
        assertThat(sriov.enabled()).isFalse();
        assertThat(sriov.migrationCapable()).isFalse();
    }

    /** ACS +0x04: {@code 5F 00 1D 00}: Cap 0x5F, Ctrl 0x1D, isolated. */
    @Test
    void acsBytes() {
        ConfigSpace config =
                ConfigBytes.pcie(4096).hex(0x100, "0d 00 01 00 5F 00 1D 00").config();

        AcsCapability acs = Views.acs(config, CapabilityWalk.walk(config)).orElseThrow();

        assertThat(acs).isEqualTo(new AcsCapability(0x100, 0x5f, 0x1d));
        assertThat(acs.satisfies(AcsCapability.ISOLATION)).isTrue();
    }

    @Test
    void ariBytes() {
        ConfigSpace config =
                ConfigBytes.pcie(4096).hex(0x100, "0e 00 01 00 02 05 00 00").config();

        assertThat(Views.ari(config, CapabilityWalk.walk(config))).contains(new AriCapability(0x100, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0010", "0038", "000d", "000e"})
    void viewIsEmptyWhereTheCapabilityIsCut(String id) {
        ConfigSpace config = ConfigBytes.pcie(4096)
                .u32(0x100, 0x0001_0000L | Numbers.hex(id).orElseThrow())
                .config(0x107);
        CapabilityList list = CapabilityWalk.walk(config);

        assertThat(list.extended(Numbers.hex(id).orElseThrow())).isPresent();
        assertThat(List.of(
                        Views.srIov(config, list),
                        Views.siov(config, list),
                        Views.acs(config, list),
                        Views.ari(config, list)))
                .containsOnly(Optional.empty());
    }

    /** Link Cap {@code 43 …}, Link Status {@code 43 10}: 8 GT/s x4 capable; 8 GT/s x4, slot clock. */
    @Test
    void linkBytes() {
        ConfigSpace config =
                express(0).hex(0x4c, "43 00 00 00").hex(0x52, "43 10").config();

        assertThat(decode(config).link())
                .contains(new LinkRegisters(new LinkSpeed(3), 4, new LinkSpeed(3), 4, Optional.empty(), 0));
    }

    @Test
    void linkActiveOnlyWhereItIsReported() {
        ConfigBytes bytes = express(4).u32(0x4c, 0x0710_0105L).u16(0x52, 0x2085);

        LinkRegisters link = decode(bytes.config()).link().orElseThrow();
        assertThat(link.active()).contains(true);
        assertThat(link.portNumber()).isEqualTo(7);
        assertThat(link.maxWidth()).isEqualTo(16);
        assertThat(link.width()).isEqualTo(8);
        assertThat(decode(bytes.u16(0x52, 0x0085).config()).link().orElseThrow().active())
                .contains(false);
        assertThat(decode(bytes.u32(0x4c, 0x0700_0105L).config())
                        .link()
                        .orElseThrow()
                        .active())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, ENDPOINT",
        "1, LEGACY_ENDPOINT",
        "4, ROOT_PORT",
        "5, UPSTREAM_PORT",
        "6, DOWNSTREAM_PORT",
        "7, PCIE_TO_PCI_BRIDGE",
        "8, PCI_TO_PCIE_BRIDGE",
        "9, RCIEP",
        "10, RCEC"
    })
    void onlyIntegratedFunctionsHaveNoLink(int code, PortType type) {
        PciExpress express = decode(express(code)
                .u32(0x4c, 0x43)
                .u32(0x54, 0x0018_0040L)
                .u16(0x5a, 0x40)
                .config());

        assertThat(express.type()).contains(type);
        assertThat(express.link().isPresent()).isEqualTo(type != PortType.RCIEP && type != PortType.RCEC);
        assertThat(express.slot())
                .isEqualTo(type.downstream() ? Optional.of(new SlotRegisters(3, true, true)) : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 11, 12, 13, 14, 15})
    void reservedPortTypesHaveNoName(int code) {
        PciExpress express = decode(express(code).config());

        assertThat(express.type()).isEmpty();
        assertThat(express.flags().getAsInt() >> 4 & 0xf).isEqualTo(code);
    }

    @Test
    void slotNeedsTheImplementedFlag() {
        ConfigSpace config =
                express(4).u16(0x42, 0x0042).u32(0x54, 0x0018_0040L).config();

        assertThat(decode(config).slot()).isEmpty();
    }

    @Test
    void secondRegisterSetNeedsVersionTwo() {
        ConfigBytes bytes = express(4).u32(0x64, 0x20).u16(0x68, 0x20).u32(0x6c, 0x3e);

        assertThat(decode(bytes.config()).control2())
                .contains(new PciExpress.DeviceControl2(true, true, OptionalInt.of(0x1f)));
        assertThat(decode(bytes.u16(0x68, 0).config()).control2())
                .contains(new PciExpress.DeviceControl2(true, false, OptionalInt.of(0x1f)));
        assertThat(decode(bytes.u16(0x42, 0x0141).config()).control2()).isEmpty();
        assertThat(decode(bytes.u16(0x42, 0x0192).config()).control2())
                .contains(new PciExpress.DeviceControl2(true, false, OptionalInt.empty()));
    }

    @Test
    void expressBytesThatAreNotThere() {
        ConfigBytes bytes = express(4);

        assertThat(decode(bytes.config(0x44)).link()).isEmpty();
        assertThat(decode(bytes.config(0x54)).link()).isPresent();
        assertThat(decode(bytes.config(0x54)).slot()).isEmpty();
        assertThat(decode(bytes.config(0x60)).control2()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"08, 0b, true", "08, 08, true", "00, 0b, false", "09, 08, false"})
    void fixedBusNumbersOfEnhancedAllocation(String secondary, String subordinate, boolean valid) {
        ConfigBytes bytes = ConfigBytes.endpoint(256, 0x60)
                .u8(0x0e, 1)
                .hex(0x60, "14 00 00 00" + secondary + subordinate + "00 00");

        CapabilityList list = CapabilityWalk.walk(bytes.config());

        assertThat(Views.eaFixedBuses(bytes.config(), list).map(EaFixedBuses::range))
                .isEqualTo(
                        valid
                                ? Optional.of(
                                        new BusRange(8, Numbers.hex(subordinate).orElseThrow()))
                                : Optional.empty());
        assertThat(Views.eaFixedBuses(bytes.u8(0x0e, 0).config(), list)).isEmpty();
    }

    /** Version 2 with a slot; the port type as given. */
    private static ConfigBytes express(int type) {
        return ConfigBytes.pcie(256).u16(0x42, 0x0102 | type << 4);
    }

    private static PciExpress decode(ConfigSpace config) {
        return Views.pciExpress(config, CapabilityWalk.walk(config)).orElseThrow();
    }
}
