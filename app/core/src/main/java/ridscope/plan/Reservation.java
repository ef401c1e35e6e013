package ridscope.plan;

/** Which kernel's rule sets bus numbers aside behind a bus for the VFs and SDIs of the PFs on it. */
public enum Reservation {
    /** Linux as it is: VFs only, all of TotalVFs ({@code pci_iov_bus_range}). SDIs get nothing. */
    MAINLINE,
    /**
     * Linux with the SIOV series of June 2026: the larger of VFs and SDIs, through a helper that keeps 16 bits of a Routing
     * ID and a field that keeps 8 bits of a bus number, as that code does. What overflows is lost without a word.
     */
    SIOV_SERIES,
    /** What it would take: the larger of VFs and SDIs in 64-bit arithmetic, as far as bus numbers exist. */
    CORRECT
}
