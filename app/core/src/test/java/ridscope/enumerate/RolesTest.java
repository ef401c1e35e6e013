package ridscope.enumerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ridscope.config.ConfigSpace;
import ridscope.config.PortType;
import ridscope.host.FunctionRecord;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.text.Diagnostic;
import ridscope.topology.Role;
import ridscope.topology.Siov;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

class RolesTest {

    private static Topology enumerate(HostBuilder host) {
        return Enumerator.enumerate(host.build(), Feedback.NONE);
    }

    private static Role role(Topology t, String address) {
        return t.function(FunctionAddress.of(address)).orElseThrow().role();
    }

    @ParameterizedTest
    @EnumSource(PortType.class)
    void thePortTypeDecides(PortType type) {
        ConfigBuilder config = Role.valueOf(type.name()).bridge()
                ? ConfigBuilder.port(type, 1, 1, 0, 1, 1)
                : ConfigBuilder.device(1, 1, 0x020000).express(type);

        assertThat(role(enumerate(new HostBuilder().function("00:01.0", config)), "00:01.0"))
                .hasToString(type.name());
    }

    @Test
    void withoutACapabilityTheClassDecides() {
        Topology t = enumerate(new HostBuilder()
                .function("00:00.0", ConfigBuilder.hostBridge(1, 1).express(PortType.ROOT_PORT))
                .function("00:01.0", ConfigBuilder.bridge(1, 1, 0, 1, 1))
                .function("00:02.0", ConfigBuilder.cardBus(1, 1, 0, 2, 5))
                .function("00:03.0", ConfigBuilder.device(1, 1, 0x020000)));

        assertThat(t.functions())
                .extracting(f -> f.role())
                .containsExactly(Role.HOST_BRIDGE, Role.PCI_BRIDGE, Role.CARDBUS_BRIDGE, Role.CONVENTIONAL);
    }

    @Test
    void aClassWithoutProgrammingInterfaceDecidesAsWell() {
        Topology t = enumerate(new HostBuilder()
                .record(withShortClass("00:00.0", 0x0600))
                .record(withShortClass("00:01.0", 0x0604))
                .record(withShortClass("00:02.0", 0x0200)));

        assertThat(t.functions())
                .extracting(f -> f.role())
                .containsExactly(Role.HOST_BRIDGE, Role.UNKNOWN_BRIDGE, Role.UNKNOWN);
        assertThat(t.functions())
                .allMatch(f -> f.identity().classCode().isEmpty())
                .extracting(f -> f.identity().baseAndSubclass().getAsInt())
                .containsExactly(0x0600, 0x0604, 0x0200);
    }

    private static FunctionRecord withShortClass(String address, int shortClass) {
        OsFacts os = new OsFactsBuilder().shortClass(OptionalInt.of(shortClass)).build();
        return new FunctionRecord(FunctionAddress.of(address), ConfigSpace.EMPTY, 0, os);
    }

    @Test
    void whatFunctionsAreNestedBelowIsABridgeEvenIfNothingElseIsKnownOfIt() {
        Topology t = enumerate(new HostBuilder()
                .unreadable("00:1c.0", os -> os.onRoot())
                .unreadable("00:1d.0", os -> os.onRoot())
                .unreadable("02:00.0", os -> os.below("00:1c.0")));

        assertThat(role(t, "00:1c.0")).isEqualTo(Role.UNKNOWN_BRIDGE);
        assertThat(role(t, "00:1d.0")).isEqualTo(Role.UNKNOWN);
        assertThat(t.below(t.function(FunctionAddress.of("00:1c.0")).orElseThrow()))
                .extracting(f -> f.address().toString())
                .containsExactly("0000:02:00.0");
    }

    /** Linux {@code set_pcie_port_type}. */
    @Test
    void portsThatLieAboutTheirDirectionAreCorrected() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 1, 4))
                .function("01:00.0", ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 1, 1, 1, 2, 4))
                .function("02:00.0", ConfigBuilder.port(PortType.UPSTREAM_PORT, 1, 1, 2, 3, 3)));

        assertThat(role(t, "01:00.0")).isEqualTo(Role.UPSTREAM_PORT);
        assertThat(role(t, "02:00.0")).isEqualTo(Role.DOWNSTREAM_PORT);
        assertThat(t.switches())
                .singleElement()
                .satisfies(s -> assertThat(s.downstreamPorts()).containsExactly(FunctionAddress.of("02:00.0")));
    }

    @Test
    void withoutPrivilegeTheNeighboursAndTheDriverTell() {
        Topology t = enumerate(new HostBuilder()
                .function(
                        "00:01.0",
                        ConfigBuilder.bridge(1, 1, 0, 1, 4).pm().length(64),
                        os -> os.onRoot().driver("pcieport"))
                .function(
                        "00:02.0",
                        ConfigBuilder.device(1, 1, 0x088000).pm().length(64),
                        os -> os.onRoot().link("Unknown", "0", "Unknown", "255"))
                .function("00:1e.0", ConfigBuilder.bridge(1, 1, 0, 6, 6).pm().length(64), os -> os.onRoot())
                .function("00:1f.0", ConfigBuilder.device(1, 1, 0x060100).pm().length(64), os -> os.onRoot())
                .function("01:00.0", ConfigBuilder.bridge(1, 1, 1, 2, 4).pm().length(64), os -> os.driver("pcieport"))
                .function("02:00.0", ConfigBuilder.bridge(1, 1, 2, 3, 4).pm().length(64))
                .function("03:00.0", ConfigBuilder.bridge(1, 1, 3, 4, 4).pm().length(64))
                .function("04:00.0", ConfigBuilder.device(1, 1, 0x020000).pm().length(64)));

        assertThat(List.copyOf(t.functions()))
                .extracting(f -> f.address().rid() + " " + f.role().id())
                .containsExactly(
                        "00:01.0 root-port",
                        "00:02.0 rciep",
                        "00:1e.0 bridge, kind not readable",
                        "00:1f.0 kind not readable",
                        "01:00.0 upstream-port",
                        "02:00.0 downstream-port",
                        "03:00.0 bridge, kind not readable",
                        "04:00.0 kind not readable");
    }

    /** What {@code lspci -x} shows: header only. Conventional is proved by Status bit 4 clear and by nothing else. */
    @Test
    void headersAloneProveConventionalOnlyWhereThereIsNoCapabilityList() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", ConfigBuilder.bridge(1, 1, 0, 1, 1).pm().length(64))
                .function("00:02.0", ConfigBuilder.device(1, 1, 0x030000).pm().length(64))
                .function("00:1e.0", ConfigBuilder.bridge(1, 1, 0, 6, 6).length(64))
                .function("00:1f.0", ConfigBuilder.device(1, 1, 0x060100).length(64))
                .function("01:00.0", ConfigBuilder.device(1, 1, 0x010802).pm().length(64))
                .function("06:00.0", ConfigBuilder.device(1, 1, 0x020000).length(64))
                .unreadable("07:00.0", os -> os.ids(1, 1, 0x020000)));

        assertThat(List.copyOf(t.functions()))
                .extracting(f -> f.role())
                .containsExactly(
                        Role.UNKNOWN_BRIDGE,
                        Role.UNKNOWN,
                        Role.PCI_BRIDGE,
                        Role.CONVENTIONAL,
                        Role.UNKNOWN,
                        Role.CONVENTIONAL,
                        Role.UNKNOWN);
        assertThat(t.links()).isEmpty();
    }

    @Test
    void whatIsBelowOrItsNameTellsARootPort() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", ConfigBuilder.bridge(1, 1, 0, 1, 1).pm().length(64))
                .function("01:00.0", ConfigBuilder.endpoint(1, 1, 0x010802).link(4, 4))
                .function(
                        "00:02.0",
                        ConfigBuilder.bridge(1, 1, 0, 2, 2).pm().length(64),
                        os -> os.names("Intel", "Cannon Lake PCH PCI Express Root Port #1"))
                .function("02:00.0", ConfigBuilder.device(1, 1, 0x020000).pm().length(64)));

        assertThat(role(t, "00:01.0")).isEqualTo(Role.ROOT_PORT);
        assertThat(role(t, "00:02.0")).isEqualTo(Role.ROOT_PORT);
        assertThat(role(t, "02:00.0")).isEqualTo(Role.ENDPOINT);
    }

    @Test
    void aLargeConfigurationSpaceMeansPcie() {
        Topology t = enumerate(new HostBuilder()
                .record(sized("00:01.0", ConfigBuilder.bridge(1, 1, 0, 1, 1), 4096))
                .record(sized("00:02.0", ConfigBuilder.device(1, 1, 0x088000), 4096))
                .record(sized("00:03.0", ConfigBuilder.device(1, 1, 0x080700), 4096))
                .record(sized("00:04.0", ConfigBuilder.device(1, 1, 0x088000), 256)));

        assertThat(List.copyOf(t.functions()))
                .extracting(f -> f.role())
                .containsExactly(Role.ROOT_PORT, Role.RCIEP, Role.RCEC, Role.UNKNOWN);
    }

    private static FunctionRecord sized(String address, ConfigBuilder config, int size) {
        return new FunctionRecord(
                FunctionAddress.of(address), config.pm().length(64).build(), size, HostBuilder.facts(os -> {}));
    }

    @Test
    void belowABridgeToPciEverythingIsConventional() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 1, 2))
                .function("01:00.0", ConfigBuilder.port(PortType.PCIE_TO_PCI_BRIDGE, 1, 1, 1, 2, 2))
                .function("02:04.0", ConfigBuilder.device(1, 1, 0x020000).pm().length(64)));

        assertThat(role(t, "02:04.0")).isEqualTo(Role.CONVENTIONAL);
    }

    @Test
    void aBridgeBelowAPortThatLeadsToPciShowsByWhatIsBehindIt() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 1, 2))
                .function("01:00.0", ConfigBuilder.bridge(1, 1, 1, 2, 2).pm().length(64))
                .function("02:04.0", ConfigBuilder.device(1, 1, 0x020000).length(64)));

        assertThat(role(t, "01:00.0")).isEqualTo(Role.PCIE_TO_PCI_BRIDGE);
    }

    @Test
    void aVfHasItsPfsKind() {
        Topology t = enumerate(new HostBuilder()
                .function(
                        "00:04.0",
                        ConfigBuilder.device(1, 1, 0x0b4000)
                                .express(PortType.RCIEP)
                                .srIovEnabled(4, 1, 1, 1, 7))
                .function(
                        "00:04.1", ConfigBuilder.virtualFunction(0x0b4000).pm().length(64)));

        assertThat(role(t, "00:04.1")).isEqualTo(Role.RCIEP);
    }

    @Test
    void aKindThatIsNotKnownHasWordsButNoId() {
        assertThat(Role.UNKNOWN_BRIDGE.bridge()).isTrue();
        assertThat(Role.UNKNOWN.bridge()).isFalse();
        assertThat(List.of(Role.values()))
                .filteredOn(r -> !r.known())
                .containsExactly(Role.UNKNOWN, Role.UNKNOWN_BRIDGE);
        assertThat(Role.UNKNOWN.id()).isEqualTo("kind not readable");
        assertThat(Role.ROOT_PORT.id()).isEqualTo("root-port");
    }

    @Test
    void headersThatContradictTheirClassAreReported() {
        Topology t = enumerate(new HostBuilder()
                .function("00:01.0", ConfigBuilder.device(1, 1, 0x060400))
                .function("00:02.0", ConfigBuilder.device(1, 1, 0x020000).u8(0x0e, 0x7f))
                .function("00:03.0", ConfigBuilder.cardBus(1, 1, 0, 2, 5).u16(0x0a, 0x0200))
                .function("00:04.0", ConfigBuilder.bridge(1, 1, 0, 6, 6)));

        assertThat(t.diagnostics())
                .extracting(Diagnostic::id, d -> d.subject().orElse(""))
                .containsExactly(
                        tuple("HEADER_MISMATCH", "0000:00:01.0"),
                        tuple("HEADER_MISMATCH", "0000:00:02.0"),
                        tuple("HEADER_MISMATCH", "0000:00:03.0"));
    }

    /** Section 4.3 of the reference: InitialVFs, TotalVFs, First VF Offset, VF Stride; migration capability; verdict. */
    @ParameterizedTest
    @CsvSource({
        "8, 8, 128, 2, false, true, 0",
        "1, 1, 128, 0, false, true, 0",
        "0, 0, 0, 0, false, false, 1",
        "8, 8, 0, 2, false, false, 1",
        "8, 8, 128, 0, false, false, 1",
        "4, 8, 128, 2, false, true, 1",
        "4, 8, 128, 2, true, true, 0",
        "9, 8, 128, 2, true, true, 1"
    })
    void srIovIsJudgedAsLinuxDoes(
            int initial, int total, int offset, int stride, boolean migration, boolean placed, int problems) {
        ConfigBuilder config = ConfigBuilder.endpoint(1, 1, 0x020000)
                .srIov(new int[] {initial, total, 0, offset, stride, 2}, 0)
                .u32(0x104, migration ? 1 : 0);
        SrIov s = enumerate(new HostBuilder().function("01:00.0", config))
                .functions()
                .iterator()
                .next()
                .sriov()
                .orElseThrow();

        assertThat(s.possible().isPresent()).isEqualTo(placed);
        assertThat(s.problems()).hasSize(problems);
    }

    /** Section 5.3 of the reference. */
    @ParameterizedTest
    @CsvSource({"8, 1, 1, true", "1, 1, 0, true", "0, 1, 1, false", "8, 0, 1, false", "8, 1, 0, false"})
    void siovIsUsableWhenItsRidsCanBeTold(int total, int offset, int stride, boolean usable) {
        Topology t = enumerate(new HostBuilder()
                .function("01:00.0", ConfigBuilder.endpoint(1, 1, 0x020000).siov(total, offset, stride)));
        Siov siov = t.functions().iterator().next().siov().orElseThrow();

        assertThat(siov.usable()).isEqualTo(usable);
        assertThat(siov.problems().isEmpty()).isEqualTo(usable);
        assertThat(t.functions().iterator().next().physicalFunction()).isEqualTo(total > 0);
    }
}
