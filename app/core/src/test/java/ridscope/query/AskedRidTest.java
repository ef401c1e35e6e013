package ridscope.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.rid.Segment;

class AskedRidTest {

    @ParameterizedTest
    @CsvSource({
        "0x3b01, 15105",
        "0X3B01, 15105",
        "15105, 15105",
        "3b:00.1, 15105",
        " 3B:00.1 , 15105",
        "3b01, 15105",
        "0, 0",
        "0xffff, 65535",
        "65536, 65536",
        "0x10200, 66048",
        "00e5, 229",
    })
    void notationsWithoutASegment(String text, long unwrapped) {
        AskedRid asked = AskedRid.parse(text).orElseThrow();

        assertThat(asked.placement().unwrapped()).isEqualTo(unwrapped);
        assertThat(asked.segment()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0000:3b:00.1, 0, 15105", "10000:e1:00.0, 65536, 57600", "0002:ff:1f.7, 2, 65535"})
    void fullAddresses(String text, int segment, long unwrapped) {
        AskedRid asked = AskedRid.parse(text).orElseThrow();

        assertThat(asked.segment()).contains(new Segment(segment));
        assertThat(asked.placement().unwrapped()).isEqualTo(unwrapped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pcieport 0000:00:1c.0: AER: Corrected error message received from 0000:02:00.0 | 0x0200",
                "pcieport 0000:00:1c.0: AER: Multiple Corrected error received: 0000:02:00.1 | 0x0201",
                "pcieport 0000:00:1c.5: AER: Corrected error received: id=00e5 | 0x00e5",
                "nvme 0000:3b:00.0: PCIe Bus Error: severity=Corrected, type=Physical Layer, (Receiver ID) | 0x3b00",
                "DMAR: [DMA Read NO_PASID] Request device [3b:10.4] fault addr 0xffff0000 [fault reason 0x06] | 0x3b84",
                "AMD-Vi: Event logged [IO_PAGE_FAULT device=0000:0b:00.0 domain=0x0014 address=0x100 flags=0x0] | 0x0b00",
                "arm-smmu 64000000.iommu: Unhandled context fault: fsr=0x402, iova=0x80, sid=0x3b01 | 0x3b01",
                "EEH: Frozen PHB#5-PE#fd detected on device 0005:01:00.0 | 0x0100",
            })
    void logLines(String line, String rid) {
        assertThat(AskedRid.parse(line).orElseThrow().placement().unwrapped()).isEqualTo(Long.decode(rid));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pcieport 0000:00:1c.0: AER: Corrected error message received from 0000:02:00.0 | 02:00.0 00:1c.0",
                "lost: 3b:00.0, 3b:00.1 and again 3b:00.0 | 3b:00.0 3b:00.1",
                "arm-smmu-v3: event: F_TRANSLATION client: 0000:3b:00.0 sid: 0x3b00 ssid: 0x0 | 3b:00.0",
                "nvme 0000:0b:00.0: vendor id 0x144d device id 0xa826, domain id 0x14 | 0b:00.0",
                "3b:00.1 | 3b:00.1",
                "nothing here at 14:36:35.123456 | ''",
            })
    void allThatALineNamesTheCulpritFirst(String line, String rids) {
        assertThat(AskedRid.all(line).stream().map(a -> a.placement().toString()))
                .containsExactly(rids.isEmpty() ? new String[0] : rids.split(" "));
    }

    @Test
    void equalIdsInTwoSegmentsAreTwo() {
        assertThat(AskedRid.all("0000:01:00.0 and 10000:01:00.0")).hasSize(2);
    }

    @Test
    void aLogLineIsNotAnIdAlone() {
        assertThat(AskedRid.alone("device 3b:00.1")).isEmpty();
        assertThat(AskedRid.alone(" 3B:00.1 ")).isPresent();
    }

    @Test
    void aLogLineMayNameTheSegment() {
        assertThat(AskedRid.parse("vfio-pci 10000:01:00.0: resetting")
                        .orElseThrow()
                        .segment())
                .contains(new Segment(0x10000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "3b",
                "0000:00:20.0",
                "00:00.8",
                "-1",
                "0x",
                "0x1ffffffff",
                "99999999999",
                "nvme0",
                "3g:00.0"
            })
    void whatIsNoRoutingIdIsEmpty(String text) {
        assertThat(AskedRid.parse(text)).isEqualTo(Optional.empty());
    }
}
