package ridscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.rid.FunctionAddress;
import ridscope.source.SnapshotException;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;

class DevicePathTest {

    private static DevicePath path(String sample, String from, String to) throws SnapshotException {
        Topology topology = SampleCorpus.topology(sample);
        return DevicePath.between(
                topology,
                topology.function(FunctionAddress.of(from)).orElseThrow(),
                topology.function(FunctionAddress.of(to)).orElseThrow());
    }

    /** Read by hand from the trees in the samples' folders. */
    @ParameterizedTest
    @CsvSource({
        "siov-server, 03:00.0, 03:00.1, SAME_DEVICE, ''",
        "siov-server, 03:10.0, 03:00.1, SAME_DEVICE, ''",
        "siov-server, 03:00.0, 04:00.0, PIX, 02:00.0 01:00.0 02:01.0",
        "siov-server, 43:00.0, 44:00.0, PIX, 42:00.0 41:00.0 42:01.0",
        "siov-server, 03:00.0, 0b:00.0, PHB, 02:00.0 01:00.0 00:01.0 00:02.0",
        "siov-server, 0d:00.0, 44:00.0, SYS, 00:04.0 40:01.0 41:00.0 42:01.0",
        "siov-server, 00:01.0, 04:00.0, PXB, 00:01.0 01:00.0 02:01.0",
        "siov-server, 01:00.0, 04:00.0, PIX, 01:00.0 02:01.0",
        "qemu-switch, 03:00.0, 05:00.0, PIX, 02:00.0 01:00.0 02:02.0",
        "qemu-switch, 03:00.0, 07:00.0, PHB, 02:00.0 01:00.0 00:01.0 00:01.1",
        "qemu-switch, 00:1f.2, 00:1f.3, SAME_DEVICE, ''",
        "qemu-switch, 00:1f.2, 08:00.0, PHB, 00:02.0",
        "qemu-numa-roots, 41:00.0, 84:00.0, NODE, 40:00.0 80:00.0 81:00.0 82:01.0",
        "qemu-numa-roots, 23:00.0, 41:00.0, SYS, 22:00.0 21:00.0 20:00.0 40:00.0",
        "qemu-numa-roots, 23:00.0, 26:00.0, PHB, 22:00.0 21:00.0 20:00.0 20:01.0",
        "qemu-numa-roots, 26:00.1, 26:01.0, SAME_DEVICE, ''",
        "qemu-numa-roots, f1:00.0, 41:00.0, NODE_OR_SYS, f0:00.0 40:00.0"
    })
    void howFarApart(String sample, String from, String to, DevicePath.Kind kind, String bridges)
            throws SnapshotException {
        DevicePath path = path(sample, from, to);
        assertThat(path.kind()).isEqualTo(kind);
        String way = String.join(
                " ", path.hops().stream().map(h -> h.bridge().rid().toString()).toList());
        assertThat(way).isEqualTo(bridges);
        assertThat(path(sample, to, from).kind()).as("the other way").isEqualTo(kind);
    }

    @Test
    void portsTellWhetherTheyIsolate() throws SnapshotException {
        DevicePath path = path("qemu-switch", "03:00.0", "04:00.0");
        assertThat(path.hops()).extracting(h -> h.acs().isPresent()).containsExactly(true, false, true);
        assertThat(path.text())
                .startsWith("0000:03:00.0 – 0000:04:00.0: PIX (one bridge or switch)\n0000:02:00.0  ")
                .contains("\n0000:01:00.0\n");
    }
}
