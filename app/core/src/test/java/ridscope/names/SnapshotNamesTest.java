package ridscope.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.job.Feedback;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

class SnapshotNamesTest {

    private static final String LIST = "144d  Samsung Electronics Co Ltd\n\ta826  NVMe SSD Controller PM174X\n";

    private static HostSnapshot filled(HostSnapshot host) {
        Topology topology = Enumerator.enumerate(host, Feedback.NONE);
        return SnapshotNames.fill(host, topology, new StandardDeviceNames(PciIds.parse(LIST)));
    }

    private static OsFacts.Names names(HostSnapshot host, int index) {
        return host.functions().get(index).os().names();
    }

    @Test
    void aNamelessFunctionGetsTheNamesOfTheList() {
        HostSnapshot host = filled(new HostBuilder()
                .function("00:01.0", ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802))
                .build());
        assertThat(names(host, 0).vendor()).contains("Samsung Electronics Co Ltd");
        assertThat(names(host, 0).device()).contains("NVMe SSD Controller PM174X");
    }

    @Test
    void namesThatTheHostGaveStay() {
        HostSnapshot host = filled(new HostBuilder()
                .function("00:01.0", ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802), os -> os.names("Ours", "Drive"))
                .build());
        assertThat(names(host, 0).vendor()).contains("Ours");
    }

    @Test
    void whatTheListDoesNotKnowStaysUnknown() {
        HostSnapshot host = new HostBuilder()
                .function("00:01.0", ConfigBuilder.endpoint(0x1234, 0x5678, 0x010802))
                .build();
        assertThat(filled(host)).isEqualTo(host);
    }
}
