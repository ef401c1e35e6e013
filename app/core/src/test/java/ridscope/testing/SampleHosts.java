package ridscope.testing;

import java.util.Map;
import java.util.TreeMap;
import ridscope.config.PortType;
import ridscope.host.HostSnapshot;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;

/**
 * The samples that no machine was at hand for, built register by register. The files under {@code samples/} are these
 * snapshots written down; {@code SamplesTest} holds them equal, {@code WriteSamples} writes them anew on demand.
 */
public final class SampleHosts {

    private static final int ACCELERATOR = 0x120000;
    private static final int NIC = 0x020000;
    private static final int NVME = 0x010802;
    private static final String CAPTURED = "2026-11-20T09:30:00Z";

    private SampleHosts() {}

    /** Sample name to snapshot. */
    public static Map<String, HostSnapshot> all() {
        Map<String, HostSnapshot> hosts = new TreeMap<>();
        hosts.put("siov-server", FlagshipHost.snapshot());
        hosts.put("siov-rid-overflow", ridOverflow());
        hosts.put("siov-vf-collision", collision());
        hosts.put("siov-undersized-port", undersizedPort());
        hosts.put("sriov-undersized-port", undersizedNic());
        hosts.put("laptop-vmd", laptop());
        return hosts;
    }

    private static ConfigBuilder rootPort(int secondary, int subordinate) {
        return rootPort(0, secondary, subordinate);
    }

    private static ConfigBuilder rootPort(int primary, int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, primary, secondary, subordinate)
                .link(5, 16)
                .ariForwarding(true)
                .aer()
                .acs(0x5f, 0x1d);
    }

    private static ConfigBuilder emptySlot(ConfigBuilder port, int number) {
        return port.link(4, 4, 1, 0).linkActive(false).slot(number, true, false);
    }

    private static ConfigBuilder accelerator() {
        return ConfigBuilder.endpoint(0x1af4, 0x10f0, ACCELERATOR).link(5, 16).aer();
    }

    private static HostBuilder server(String name) {
        return new HostBuilder().provenance("lspci-hex", name, "6.18.2", CAPTURED);
    }

    /** Limit L1: 1,024 SDIs at offset 0x100 and stride 4 of a PF on bus f0; 64 of them lie beyond 0xFFFF. */
    private static HostSnapshot ridOverflow() {
        return server("overflow")
                .rootBus(0, 0xe0, 0xff, 0)
                .function("e0:00.0", ConfigBuilder.hostBridge(0x8086, 0x09a2))
                .function("e0:01.0", rootPort(0xe0, 0xf0, 0xff), os -> os.driver("pcieport"))
                .function(
                        "f0:00.0",
                        accelerator().at(0x200).siov(1024, 0x100, 4),
                        os -> os.driver("accel").names("Example", "Accelerator"))
                .build();
    }

    /** Collision C-4: 16 VFs from 0x2100 and 64 SDIs from 0x2104 of one PF share 12 Routing IDs. */
    private static HostSnapshot collision() {
        StridedRids vfs = new StridedRids(RoutingId.of(0x20, 0), 256, 1, 16);
        return server("collision")
                .rootBus(0, 0x00, 0xff, 0)
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x09a2))
                .function("00:01.0", rootPort(0x20, 0x21).link(5, 16, 5, 8), os -> os.driver("pcieport"))
                .function(
                        "20:00.0",
                        ConfigBuilder.endpoint(0x1af4, 0x10f1, NIC)
                                .link(5, 8)
                                .aer()
                                .ari(0)
                                .srIovEnabled(16, 16, 256, 1, 0x10f2)
                                .at(0x200)
                                .siov(64, 260, 1),
                        os -> os.driver("examplenic").device("net", "ens1").names("Example", "SmartNIC"))
                .virtualFunctions(
                        vfs, NIC, (k, os) -> os.ids(0x1af4, 0x10f2, NIC).names("Example", "SmartNIC Virtual Function"))
                .build();
    }

    /** Limit L8: firmware gave the port of a 1,024-SDI device one bus; 769 SDIs lie on the neighbours' buses. */
    private static HostSnapshot undersizedPort() {
        return server("undersized")
                .rootBus(0, 0x00, 0x3f, 0)
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x09a2))
                .function("00:01.0", rootPort(0x0a, 0x0a), os -> os.driver("pcieport"))
                .function("00:02.0", rootPort(0x0b, 0x0b).link(4, 4), os -> os.driver("pcieport"))
                .function("00:03.0", emptySlot(rootPort(0x0c, 0x0f), 3), os -> os.driver("pcieport"))
                .function(
                        "0a:00.0",
                        accelerator().at(0x200).siov(1024, 1, 1),
                        os -> os.driver("accel").names("Example", "Accelerator"))
                .function(
                        "0b:00.0",
                        ConfigBuilder.endpoint(0x1b36, 0x0010, NVME).link(4, 4).aer(),
                        os -> os.driver("nvme")
                                .device("nvme", "nvme0")
                                .names("Red Hat, Inc.", "QEMU NVM Express Controller"))
                .build();
    }

    /** Vector B5 writ large: 128 VFs of a NIC whose port has its own bus only; half of them would be on the neighbour's bus. */
    private static HostSnapshot undersizedNic() {
        return server("server-b")
                .rootBus(0, 0x00, 0x3f, 0)
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x09a2))
                .function("00:01.0", rootPort(0x01, 0x01), os -> os.driver("pcieport"))
                .function("00:02.0", rootPort(0x02, 0x02).link(4, 4), os -> os.driver("pcieport"))
                .function("00:03.0", emptySlot(rootPort(0x03, 0x06), 7), os -> os.driver("pcieport"))
                .function("00:04.0", rootPort(0x07, 0x07).link(4, 4), os -> os.driver("pcieport"))
                .function(
                        "01:00.0",
                        nicPort(1),
                        os -> os.driver("ice").names("Intel Corporation", "Ethernet Controller E810-C"))
                .function(
                        "01:00.1",
                        nicPort(0),
                        os -> os.driver("ice").names("Intel Corporation", "Ethernet Controller E810-C"))
                .function(
                        "02:00.0",
                        ConfigBuilder.endpoint(0x8086, 0x0a54, NVME).link(4, 4).aer(),
                        os -> os.driver("nvme").names("Intel Corporation", "NVMe Datacenter SSD"))
                .function(
                        "07:00.0",
                        ConfigBuilder.endpoint(0x144d, 0xa826, NVME)
                                .link(4, 4)
                                .ari(0)
                                .srIov(new int[] {64, 64, 0, 32, 1, 0xa826}, 0x10),
                        os -> os.driver("nvme").names("Samsung Electronics Co Ltd", "NVMe SSD Controller PM174X"))
                .build();
    }

    private static ConfigBuilder nicPort(int next) {
        return ConfigBuilder.endpoint(0x8086, 0x1592, NIC)
                .multifunction()
                .link(5, 16)
                .ari(next)
                .srIov(new int[] {128, 128, 0, 128, 2, 0x1889}, next == 1 ? 0x10 : 0);
    }

    /** A laptop whose NVMe drives sit in a VMD domain above 0xFFFF, with an integrated GPU that offers seven VFs. */
    private static HostSnapshot laptop() {
        HostBuilder host = server("laptop")
                .rootBus(0, 0x00, 0xdf, 0)
                .rootBus(0x10000, 0xe0, 0xff, 0)
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0xa706))
                .function(
                        "00:02.0",
                        integrated(0xa7a0, 0x030000).srIov(7, 1, 1, 0xa7a0),
                        os -> os.driver("i915")
                                .device("drm", "card0")
                                .names("Intel Corporation", "Raptor Lake-P [Iris Xe Graphics]"))
                .function(
                        "00:0e.0",
                        integrated(0xa77f, 0x010400),
                        os -> os.driver("vmd")
                                .names("Intel Corporation", "Volume Management Device NVMe RAID Controller"))
                .function(
                        "00:14.0",
                        ConfigBuilder.device(0x8086, 0x51ed, 0x0c0330).pm().msi(),
                        os -> os.driver("xhci_hcd")
                                .names("Intel Corporation", "Alder Lake PCH USB 3.2 xHCI Host Controller"))
                .function("00:1c.0", rootPort(0x01, 0x01).link(3, 1, 2, 1), os -> os.driver("pcieport"))
                .function(
                        "00:1d.0",
                        emptySlot(rootPort(0x02, 0x2b), 2),
                        os -> os.driver("pcieport").names("Intel Corporation", "Thunderbolt 4 PCI Express Root Port"))
                .function(
                        "00:1f.0",
                        ConfigBuilder.device(0x8086, 0x519d, 0x060100).multifunction(),
                        os -> os.names("Intel Corporation", "Raptor Lake LPC/eSPI Controller"))
                .function(
                        "00:1f.3",
                        ConfigBuilder.device(0x8086, 0x51ca, 0x040100).pm().msi(),
                        os -> os.driver("snd_hda_intel")
                                .names("Intel Corporation", "Raptor Lake-P High Definition Audio Controller"))
                .function(
                        "01:00.0",
                        ConfigBuilder.endpoint(0x8086, 0x2725, 0x028000)
                                .link(2, 1)
                                .aer(),
                        os -> os.driver("iwlwifi").device("net", "wlan0").names("Intel Corporation", "Wi-Fi 6E AX210"));
        for (int drive = 0; drive < 2; drive++) {
            vmdDrive(host, drive);
        }
        return host.build();
    }

    private static ConfigBuilder integrated(int device, int classCode) {
        return ConfigBuilder.device(0x8086, device, classCode).pm().msi().express(PortType.RCIEP);
    }

    private static void vmdDrive(HostBuilder host, int drive) {
        host.function(
                "10000:e0:06." + drive * 2,
                ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0xa74d, 0xe0, 0xe1 + drive, 0xe1 + drive)
                        .link(4, 4)
                        .multifunction()
                        .slot(8 + drive, false, true)
                        .ariForwarding(true),
                os -> os.driver("pcieport"));
        host.function(
                String.format("10000:%02x:00.0", 0xe1 + drive),
                ConfigBuilder.endpoint(0x144d, 0xa80a, NVME).link(4, 4).aer(),
                os -> os.driver("nvme")
                        .device("nvme", "nvme" + drive)
                        .names("Samsung Electronics Co Ltd", "NVMe SSD Controller PM9A1"));
    }
}
