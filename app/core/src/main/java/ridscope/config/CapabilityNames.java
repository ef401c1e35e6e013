package ridscope.config;

/**
 * Short names of every standard capability ID 00 to 15 and every extended capability ID 00 to 3A (PCI Code and ID
 * Assignment Specification; 37 to 3A as public decoders of PCIe 7.0 name them).
 */
public final class CapabilityNames {

    private static final String UNKNOWN = "Unknown";

    private static final String[] STANDARD = {
        "Null",
        "Power Management",
        "AGP",
        "Vital Product Data",
        "Slot Identification",
        "MSI",
        "CompactPCI Hot Swap",
        "PCI-X",
        "HyperTransport",
        "Vendor-Specific",
        "Debug Port",
        "CompactPCI Central Resource Control",
        "PCI Hot-Plug",
        "Bridge Subsystem ID",
        "AGP 8x",
        "Secure Device",
        "PCI Express",
        "MSI-X",
        "SATA",
        "Advanced Features",
        "Enhanced Allocation",
        "Flattening Portal Bridge",
    };

    private static final String[] EXTENDED = {
        "Null",
        "AER",
        "Virtual Channel",
        "Device Serial Number",
        "Power Budgeting",
        "Root Complex Link Declaration",
        "Root Complex Internal Link Control",
        "RCEC Endpoint Association",
        "Multi-Function Virtual Channel",
        "Virtual Channel (MFVC present)",
        "RCRB Header",
        "Vendor-Specific",
        "Configuration Access Correlation",
        "ACS",
        "ARI",
        "ATS",
        "SR-IOV",
        "MR-IOV",
        "Multicast",
        "PRI",
        "Reserved for AMD",
        "Resizable BAR",
        "Dynamic Power Allocation",
        "TPH Requester",
        "LTR",
        "Secondary PCI Express",
        "Protocol Multiplexing",
        "PASID",
        "LN Requester",
        "DPC",
        "L1 PM Substates",
        "PTM",
        "PCI Express over M-PHY",
        "FRS Queueing",
        "Readiness Time Reporting",
        "DVSEC",
        "VF Resizable BAR",
        "Data Link Feature",
        "Physical Layer 16.0 GT/s",
        "Lane Margining at the Receiver",
        "Hierarchy ID",
        "NPEM",
        "Physical Layer 32.0 GT/s",
        "Alternate Protocol",
        "System Firmware Intermediary",
        "Shadow Functions",
        "DOE",
        "Device 3",
        "IDE",
        "Physical Layer 64.0 GT/s",
        "Flit Logging",
        "Flit Performance Measurement",
        "Flit Error Injection",
        "Streamlined Virtual Channel",
        "MMIO Register Block Locator",
        "NOP Flit",
        "SIOV",
        "Physical Layer 128.0 GT/s",
        "Captured Data",
    };

    private CapabilityNames() {}

    /** The name, or {@code Unknown}. */
    public static String of(boolean extended, int id) {
        String[] names = extended ? EXTENDED : STANDARD;
        return id >= 0 && id < names.length ? names[id] : UNKNOWN;
    }
}
