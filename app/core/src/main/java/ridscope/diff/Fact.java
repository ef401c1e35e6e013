package ridscope.diff;

import java.util.Locale;

/** What can differ between two readings of one function, or of the host. */
public enum Fact {
    HOST_NAME("host name"),
    KERNEL("kernel"),
    ROOT_BUS("root bus"),
    ROOT_WINDOW("bus window"),
    IOMMU_GROUP_NUMBERS("IOMMU group numbers"),
    DEVICE_ID("vendor and device ID"),
    SUBSYSTEM("subsystem"),
    SERIAL_NUMBER("serial number"),
    CLASS("class"),
    REVISION("revision"),
    ROLE("role"),
    BUS_RANGE("bus range"),
    CAPABILITY("capability"),
    LINK("link"),
    LINK_CAPABILITY("link capability"),
    TOTAL_VFS("TotalVFs"),
    INITIAL_VFS("InitialVFs"),
    DRIVER_VFS("VFs the driver allows"),
    VF_PLACES("VF offset and stride"),
    VF_DEVICE("VF device ID"),
    TOTAL_SDIS("Total SDIs"),
    SDI_PLACES("SDI offset and stride"),
    SDI_STATE("SDIs"),
    ACS("ACS"),
    ARI_FORWARDING("ARI forwarding"),
    ARI_HIERARCHY("ARI capable hierarchy"),
    BAR("BAR"),
    DRIVER("driver"),
    IOMMU_GROUP("IOMMU group"),
    NUMA_NODE("NUMA node"),
    SLOT("slot"),
    POWER_STATE("power state");

    private final String words;

    Fact(String words) {
        this.words = words;
    }

    /** As {@code diff --json} prints it: {@code bus-range}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For a person. */
    public String words() {
        return words;
    }
}
