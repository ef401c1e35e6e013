package ridscope.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.config.layout.RegisterComparison.Row;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

class LinkEndRegistersTest {

    private static final int NVME = 0x010802;

    private final Inspected inspected = new Inspected(new HostBuilder()
            .rootBus(0, 0xff)
            .function(
                    "00:02.0",
                    ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1).link(5, 16, 4, 4))
            .function("01:00.0", ConfigBuilder.endpoint(0x144d, 2, NVME).link(5, 4, 4, 4))
            .function("00:1f.0", ConfigBuilder.device(0x8086, 3, 0x060100))
            .build());

    private Optional<LinkEndRegisters> ends(String address) {
        return inspected.select(address).model.linkEnds();
    }

    @Test
    void bothEndsShowTheSameLink() {
        LinkEndRegisters fromDevice = ends("01:00.0").orElseThrow();

        assertThat(fromDevice.port()).isEqualTo(FunctionAddress.of("00:02.0"));
        assertThat(fromDevice.device()).isEqualTo(FunctionAddress.of("01:00.0"));
        assertThat(ends("00:02.0")).contains(fromDevice);
        assertThat(ends("00:1f.0")).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsLeft() {
        List<Row> capabilities = ends("01:00.0").orElseThrow().differing();

        Row express = capabilities.stream()
                .filter(r -> r.name().equals("PCI Express"))
                .findFirst()
                .orElseThrow();
        Row link = express.fields().stream()
                .filter(r -> r.name().equals("Link Capabilities"))
                .findFirst()
                .orElseThrow();
        assertThat(link.fields())
                .containsExactly(new Row("Maximum Link Width", Optional.of("x16"), Optional.of("x4"), true, List.of()));
        assertThat(express.fields()).extracting(Row::name).doesNotContain("Link Status");
    }

    @Test
    void whereALinkHasOnlyOneReadableEndNothingIsCompared() {
        Inspected dark = new Inspected(new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:02.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1))
                .unreadable(
                        "01:00.0",
                        os -> os.below("0000:00:02.0")
                                .ids(0x144d, 2, NVME)
                                .link("16.0 GT/s PCIe", "4", "32.0 GT/s PCIe", "4"))
                .build());

        assertThat(dark.select("01:00.0").model.linkEnds().map(LinkEndRegisters::capabilities))
                .contains(List.of());
    }
}
