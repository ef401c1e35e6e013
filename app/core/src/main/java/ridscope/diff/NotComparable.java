package ridscope.diff;

/**
 * Something that only one of the two tells, so that nothing follows from it.
 *
 * @param what what was not compared
 * @param unknownBefore whether the earlier one does not tell it; else the later one
 * @param withoutRoot whether that one is known to have been read without root rights
 * @param functions how many functions that both have are concerned
 */
public record NotComparable(What what, boolean unknownBefore, boolean withoutRoot, int functions) {

    /** Kinds of facts. */
    public enum What {
        KERNEL("kernel release"),
        CAPABILITIES("capabilities"),
        EXTENDED_CAPABILITIES("extended capabilities (SR-IOV, SIOV, ARI, ACS, serial numbers)"),
        BRIDGE_BUSES("bus numbers of bridges"),
        LINKS("links"),
        DRIVERS("drivers"),
        IOMMU_GROUPS("IOMMU groups"),
        NUMA_NODES("NUMA nodes"),
        BARS("sizes of BARs"),
        POWER_STATES("power states");

        private final String words;

        What(String words) {
            this.words = words;
        }

        /** For a person. */
        public String words() {
            return words;
        }
    }
}
