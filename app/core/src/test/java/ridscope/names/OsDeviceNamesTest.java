package ridscope.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.PciFunction;

class OsDeviceNamesTest {

    private static PciFunction function(String devices) {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:03.0", ConfigBuilder.endpoint(0x8086, 1, 0x020000), os -> {
                    for (String device : devices.split(" ")) {
                        os.device(device.split("/")[0], device.split("/")[1]);
                    }
                });
        return Enumerator.enumerate(host.build(), Feedback.NONE)
                .functions()
                .iterator()
                .next();
    }

    @ParameterizedTest
    @CsvSource({
        "net/ens1f0, ens1f0",
        "infiniband/mlx5_0 net/ib0, ib0",
        "nvme/nvme0 block/nvme0n1 block/nvme0n2, nvme0",
        "block/sda block/sdb block/sda block/sdc, sda +2",
        "drm/card1 drm/card1-DP-1 drm/renderD128, card1",
        "ptp/ptp0 net/eth0 net/eth1, eth0 +1"
    })
    void theBestKnownKindNamesIt(String devices, String words) {
        assertThat(OsDeviceNames.shortest(function(devices))).contains(words);
    }

    @Test
    void whatNobodyNamesGivesNothing() {
        assertThat(OsDeviceNames.shortest(function("ptp/ptp0 misc/mei0"))).isEmpty();
        assertThat(OsDeviceNames.of(function("drm/renderD128"))).isEmpty();
    }
}
