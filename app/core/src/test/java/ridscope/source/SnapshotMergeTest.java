package ridscope.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.text.Diagnostic;

class SnapshotMergeTest {

    private static HostBuilder host() {
        return new HostBuilder().provenance("sysfs", "db7", "6.1", "2026-11-24T00:00:00Z");
    }

    private static ConfigBuilder port(int secondary) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, secondary, secondary);
    }

    private static ConfigBuilder nic() {
        return ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000);
    }

    private static HostSnapshot registers() {
        return host().function("00:01.0", port(1)).function("01:00.0", nic()).build();
    }

    @Test
    void aHostCompletedWithItselfStaysWhatItIs() {
        HostSnapshot host = FlagshipHost.snapshot();
        assertThat(SnapshotMerge.merge(host, host, "x")).hasValue(host);
    }

    @Test
    void registersComeFromTheSourceThatHasThem() {
        HostSnapshot first = host().unreadable(
                        "00:01.0", os -> os.ids(0x8086, 0x352a, 0x060400).buses(1, 1))
                .unreadable(
                        "01:00.0",
                        os -> os.ids(0x8086, 0x1592, 0x020000).driver("ice").numa(1))
                .build();
        HostSnapshot merged = SnapshotMerge.merge(first, registers(), "lspci").orElseThrow();
        assertThat(merged.functions()).extracting(f -> f.config().length()).containsExactly(4096, 4096);
        assertThat(merged.functions().get(1).os())
                .isEqualTo(first.functions().get(1).os());
        assertThat(merged.provenance().kind()).isEqualTo("sysfs");
        assertThat(merged.diagnostics()).isEmpty();
    }

    @Test
    void oneContradictionIsSaidAndTheRestTaken() {
        HostSnapshot first = host().unreadable(
                        "00:01.0", os -> os.ids(0x8086, 0x352a, 0x060400).buses(1, 1))
                .unreadable("00:02.0", os -> os.ids(0x8086, 0x1111, 0x030000))
                .unreadable("01:00.0", os -> os.ids(0x8086, 0x1592, 0x020000))
                .build();
        HostSnapshot second = host().function("00:01.0", port(1))
                .function("00:02.0", nic())
                .function("01:00.0", nic())
                .function("05:00.0", nic())
                .build();
        HostSnapshot merged = SnapshotMerge.merge(first, second, "lspci").orElseThrow();
        assertThat(merged.functions()).extracting(f -> f.config().length()).containsExactly(4096, 0, 4096);
        assertThat(merged.diagnostics())
                .containsExactly(
                        Diagnostic.of(
                                "SOURCES_DISAGREE",
                                "0000:00:02.0",
                                "lspci has another device or other bus numbers at 0000:00:02.0; nothing was taken from there."));
    }

    @Test
    void otherBusNumbersAreAnotherTime() {
        HostSnapshot first = host().unreadable(
                        "00:01.0", os -> os.ids(0x8086, 0x352a, 0x060400).buses(4, 4))
                .build();
        HostSnapshot second = host().function("00:01.0", port(1)).build();
        assertThat(SnapshotMerge.merge(first, second, "lspci")).isEmpty();
    }

    @Test
    void hostsWithoutACommonFunctionAreTwo() {
        HostSnapshot other = host().function("07:00.0", nic()).build();
        assertThat(SnapshotMerge.merge(registers(), other, "lspci")).isEmpty();
    }

    @Test
    void functionsOfOneSourceOnlyAreAddedAndSaid() {
        HostSnapshot first = host().unreadable("01:00.0", os -> os.ids(0x8086, 0x1592, 0x020000))
                .build();
        HostSnapshot merged = SnapshotMerge.merge(first, registers(), "lspci").orElseThrow();
        assertThat(merged.functions()).extracting(FunctionRecord::address).hasToString("[0000:00:01.0, 0000:01:00.0]");
        assertThat(merged.diagnostics())
                .containsExactly(Diagnostic.of("SOURCE_ADDS", "1 function is known from lspci only."));
    }

    /** The registers of a VF say nothing of what it is. */
    @Test
    void aVirtualFunctionContradictsNothing() {
        HostSnapshot first = host().unreadable("01:00.1", os -> os.ids(0x8086, 0x1889, 0x020000))
                .build();
        HostSnapshot second = host().function("01:00.1", ConfigBuilder.virtualFunction(0x020000))
                .build();
        Optional<HostSnapshot> merged = SnapshotMerge.merge(first, second, "lspci");
        assertThat(merged.orElseThrow().functions().get(0).config().length()).isPositive();
        assertThat(merged.orElseThrow().functions().get(0).os().identity().device())
                .hasValue(0x1889);
    }
}
