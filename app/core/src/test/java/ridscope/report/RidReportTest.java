package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.rid.Placement;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.ridmap.RidAnswer;
import ridscope.ridmap.RidMap;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.topology.Topology;

/** Whose is it, in lines and as JSON. */
class RidReportTest {

    @Test
    void anEnabledVfNamesItsFormulaTheWayThereAndItsGroup() throws Exception {
        assertThat(text(FlagshipHost.snapshot(), 0x0386, Glyphs.UNICODE)).isEqualTo("""
                RID      0000:03:10.6 = 0x0386 = 902 · bus 03, device 10, function 6; with ARI function 134
                owner    VF 3 of 0000:03:00.0 = 03:00.0 + 128 + 3 × 2 · Ethernet Controller E810-C for QSFP
                routing  bus 03 is used · root bus 00 [00-3f] → 0000:00:01.0 [01-0a] → 0000:01:00.0 [02-0a] → 0000:02:00.0 [03-03]
                ARI      device 10 directly below 02:00.0 is reached only with ARI Forwarding; the port has it enabled
                IOMMU    group 43
                """);
    }

    @Test
    void twoOwnersAreBothNamed() throws Exception {
        assertThat(text(FlagshipHost.snapshot(), 0x0d00, Glyphs.UNICODE))
                .contains("owner    function 0000:0d:00.0 · NVMe SSD P5520\n")
                .contains("owner    SDI 255 of 0000:0c:00.0 = 0c:00.0 + 1 + 255 × 1, not enabled · Example DPU\n");
    }

    @Test
    void anSdiBeyondThePortOfItsPfIsSaid() throws Exception {
        assertThat(text(FlagshipHost.snapshot(), 0x0d00, Glyphs.UNICODE))
                .contains("Example DPU\noutside  00:03.0 [0c-0c], the port of its PF\nrouting  bus 0d is used");
        assertThat(json(FlagshipHost.snapshot(), 0x0d00))
                .containsOnlyOnce("\"outside\"")
                .containsPattern(
                        "\"index\": 255, .*\"outside\": \\{\\s*\"port\": \"0000:00:03.0\",\\s*\"buses\": \"\\[0c-0c]\"");
        assertThat(text(FlagshipHost.snapshot(), 0x0c08, Glyphs.UNICODE)).doesNotContain("outside");
        assertThat(json(FlagshipHost.snapshot(), 0x0c08)).contains("sdi").doesNotContain("outside");
    }

    @Test
    void onARootBusTheWindowIsWhatAnSdiLeaves() throws Exception {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0x01)
                .function(
                        "00:01.0",
                        ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000).siov(600, 1, 1));

        assertThat(text(host.build(), 0x0200, Glyphs.UNICODE))
                .contains("outside  [00-01], the window of its PF's root bus 00\n");
        assertThat(json(host.build(), 0x0200)).containsPattern("\"outside\": \\{\\s*\"buses\": \"\\[00-01]\"");
    }

    /** Nobody told where the window ends or that there is one. */
    @Test
    void ofAnAssumedWindowNothingIsSaid() throws Exception {
        HostBuilder host = new HostBuilder()
                .function(
                        "00:01.0",
                        ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000).siov(600, 1, 1))
                .function("01:00.0", ConfigBuilder.endpoint(0x8086, 0xa826, 0x010802));

        assertThat(text(host.build(), 0x0200, Glyphs.UNICODE)).contains("SDI").doesNotContain("outside");
        assertThat(json(host.build(), 0x0200)).contains("sdi").doesNotContain("outside");
    }

    @Test
    void nobodyIsAnAnswerToo() throws Exception {
        assertThat(text(FlagshipHost.snapshot(), 0x0900, Glyphs.UNICODE))
                .contains("owner    nobody\n")
                .contains("bus 09 is directly below 02:02.0 [09-0a]; no function answers there");
        assertThat(text(FlagshipHost.snapshot(), 0xff00, Glyphs.UNICODE)).contains("bus ff is in nobody's window");
    }

    /** An SDI has an owner on a bus where no function answers. */
    @Test
    void ownerAndBusDoNotContradictEachOther() throws Exception {
        assertThat(text(FlagshipHost.snapshot(), 0x0800, Glyphs.UNICODE))
                .contains("owner    SDI 1023 of 0000:04:00.0")
                .contains("routing  bus 08 lies in 02:01.0's range [04-08]; no function answers there · root bus 00")
                .doesNotContain("nobody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no | the port does not support it",
                "supported | the port supports it, but it is not enabled",
                "enabled | the port has it enabled",
                "unreadable | whether the port has it enabled is not readable",
            })
    void anIdWithADeviceNumberBelowAPortNeedsAriForwarding(String port, String words) throws Exception {
        HostSnapshot host = belowPort(port);

        assertThat(text(host, 0x0108, Glyphs.UNICODE))
                .contains("owner    SDI 7 of 0000:01:00.0")
                .contains("ARI      device 01 directly below 00:01.0 is reached only with ARI Forwarding; " + words);
        for (int rid : new int[] {0x0100, 0x0107, 0x0200, 0x0208, 0x0308}) {
            assertThat(text(host, rid, Glyphs.UNICODE)).as("%x", rid).doesNotContain("ARI  ");
        }
    }

    @Test
    void onARootBusAriForwardingDoesNotMatter() throws Exception {
        HostSnapshot host = new HostBuilder()
                .rootBus(0, 0xff)
                .function(
                        "00:01.0",
                        ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000).siov(64, 1, 1))
                .build();

        assertThat(text(host, 0x0020, Glyphs.UNICODE)).contains("SDI").doesNotContain("ARI  ");
    }

    @Test
    void belowVmdTheIommuSeesAnotherId() throws Exception {
        HostSnapshot host = new HostBuilder()
                .function("10000:e1:00.0", ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802))
                .build();
        Topology topology = Enumerator.enumerate(host, Feedback.NONE);
        StringBuilder vmd = new StringBuilder();

        new RidText(topology, new SnapshotNamesOnly(), Glyphs.UNICODE)
                .write(
                        RidMap.of(topology, new Segment(0x10000)).who(new RoutingId(0xe100)),
                        new Placement(0xe100),
                        vmd);

        assertThat(vmd).contains("DMA      at the IOMMU, DMA from below VMD carries the VMD endpoint's RID instead\n");
        assertThat(text(FlagshipHost.snapshot(), 0x0300, Glyphs.UNICODE)).doesNotContain("VMD");
    }

    private static HostSnapshot belowPort(String ari) {
        ConfigBuilder port = ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, 1, 4);
        return new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ari(port, ari))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000).siov(600, 1, 1))
                .build();
    }

    private static ConfigBuilder ari(ConfigBuilder port, String ari) {
        return switch (ari) {
            case "enabled" -> port.ariForwarding(true);
            case "supported" -> port.ariForwarding(false);
            case "unreadable" -> port.length(64);
            default -> port;
        };
    }

    @Test
    void asciiForOutputsThatNeedIt() throws Exception {
        assertThat(text(FlagshipHost.snapshot(), 0x0386, Glyphs.ASCII))
                .contains("= 03:00.0 + 128 + 3 x 2 - Ethernet")
                .contains(" -> 0000:02:00.0 [03-03]");
    }

    @Test
    void anIdAboveSixteenBitsIsAnsweredForWhatHardwareWouldSend() throws Exception {
        String text = text(overflowing(), 0x10200, Glyphs.UNICODE);

        assertThat(text)
                .startsWith("asked    0x10200 does not fit 16 bits; this is what hardware would put on the wire\n"
                        + "RID      0000:02:00.0 = 0x0200 = 512 ")
                .contains("wrapped  SDI 1023 of 0000:fe:00.0 = fe:00.0 + 1 + 1023 × 1, not enabled")
                .contains("lands on 0x10200");
    }

    @Test
    void jsonHasTheKeysOfTheContract() throws Exception {
        assertThat(json(FlagshipHost.snapshot(), 0x0386)).isEqualTo("""
                {
                  "rid": 902,
                  "address": "0000:03:10.6",
                  "unwrapped": 902,
                  "claims": [
                    {"kind": "enabled-vf", "owner": "0000:03:00.0", "index": 3, "formula": "03:00.0 + 128 + 3 \\u00D7 2", "enabled": true}
                  ],
                  "routing": {"state": "used", "bridges": ["0000:00:01.0", "0000:01:00.0", "0000:02:00.0"]},
                  "iommuGroup": 43
                }
                """);
        assertThat(json(FlagshipHost.snapshot(), 0x0900))
                .contains("\"claims\": []", "\"state\": \"reserved\"")
                .doesNotContain("iommuGroup");
        assertThat(json(overflowing(), 0x10200))
                .contains(
                        "\"rid\": 512",
                        "\"unwrapped\": 66048",
                        "\"index\": 1023",
                        "\"enabled\": false, \"unwrapped\": 66048");
    }

    /** One function of a host, and a root bus whose end no boot log tells. */
    @Test
    void aWindowThatNobodyToldIsSaidToBeAssumed() throws Exception {
        HostSnapshot alone = new HostBuilder()
                .function("01:00.0", ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000))
                .build();
        assertThat(text(alone, 0x0100, Glyphs.UNICODE)).contains("root bus 01 [01-ff], assumed\n");
        assertThat(json(alone, 0x0100)).contains("\"bridges\": [], \"assumed\": true}");
        assertThat(json(overflowing(), 0x0000)).doesNotContain("assumed");
        assertThat(text(overflowing(), 0x0000, Glyphs.UNICODE)).doesNotContain("assumed");
    }

    private static HostSnapshot overflowing() {
        return new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, 0xfe, 0xff))
                .function(
                        "fe:00.0",
                        ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000).siov(1024, 1, 1))
                .build();
    }

    private static String text(HostSnapshot host, long asked, Glyphs glyphs) throws IOException {
        Topology topology = Enumerator.enumerate(host, Feedback.NONE);
        StringBuilder out = new StringBuilder();
        new RidText(topology, new SnapshotNamesOnly(), glyphs)
                .write(answer(topology, asked), new Placement(asked), out);
        return out.toString();
    }

    private static String json(HostSnapshot host, long asked) throws IOException {
        Topology topology = Enumerator.enumerate(host, Feedback.NONE);
        StringWriter out = new StringWriter();
        RidJson.write(answer(topology, asked), new Placement(asked), out);
        return out.toString();
    }

    private static RidAnswer answer(Topology topology, long asked) {
        return RidMap.of(topology, Segment.ZERO).who(new Placement(asked).wrapped());
    }
}
