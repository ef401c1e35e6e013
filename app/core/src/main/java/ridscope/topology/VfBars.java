package ridscope.topology;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ridscope.host.OsFacts;

/**
 * Where the memory of the VFs of a PF lies. For each VF BAR the operating system keeps one aperture of the PF that holds
 * all TotalVFs slices, however many VFs are enabled (Linux {@code sriov_init}; PCIe Base Specification 9.3.3.14).
 *
 * @param apertures by rising BAR; the upper half of a 64-bit VF BAR has none
 */
public record VfBars(List<Aperture> apertures) {

    /** The resource that VF BAR 0 has in sysfs {@code resource}, Linux {@code PCI_IOV_RESOURCES}. */
    private static final int FIRST = 7;

    private static final int BARS = 6;

    public VfBars {
        apertures = List.copyOf(apertures);
    }

    /**
     * The apertures of a PF.
     *
     * @param resources of the PF; those that are no VF BAR are passed over, of two with the same index the first is taken
     * @param totalVfs TotalVFs of its SR-IOV capability (not sysfs {@code sriov_totalvfs}, which a driver may lower); empty
     *     when unknown
     */
    public static VfBars of(Collection<OsFacts.Resource> resources, OptionalInt totalVfs) {
        Map<Integer, OsFacts.Resource> byIndex = resources.stream()
                .filter(r -> r.index() >= FIRST && r.index() < FIRST + BARS)
                .collect(Collectors.toMap(OsFacts.Resource::index, r -> r, (first, second) -> first, TreeMap::new));
        return new VfBars(byIndex.values().stream()
                .map(r -> new Aperture(r.index() - FIRST, r.start(), r.size(), totalVfs))
                .toList());
    }

    /**
     * The memory behind one VF BAR.
     *
     * @param bar 0 to 5
     * @param start first address, unsigned; empty when not assigned
     * @param size bytes of all slices together, unsigned; empty when unknown
     * @param totalVfs how many slices there are; empty when unknown
     */
    public record Aperture(int bar, OptionalLong start, OptionalLong size, OptionalInt totalVfs) {

        /**
         * What one VF gets, in bytes, unsigned: the aperture divided by TotalVFs. Empty when one of them is unknown or zero,
         * or when the result is no power of two, as a BAR always is: then the numbers do not belong together.
         */
        public OptionalLong sizePerVf() {
            if (size.isEmpty() || totalVfs.isEmpty() || totalVfs.getAsInt() < 1) {
                return OptionalLong.empty();
            }
            long slices = totalVfs.getAsInt();
            long each = Long.divideUnsigned(size.getAsLong(), slices);
            boolean whole = Long.remainderUnsigned(size.getAsLong(), slices) == 0;
            return whole && Long.bitCount(each) == 1 ? OptionalLong.of(each) : OptionalLong.empty();
        }

        /**
         * First address of the slice of a VF, unsigned; it is {@link #sizePerVf} long.
         *
         * @param vf from 0, as sysfs counts {@code virtfn0}
         * @return empty when start or size is unknown, or there is no such VF below 2<sup>64</sup>
         */
        public OptionalLong sliceStart(int vf) {
            OptionalLong each = sizePerVf();
            if (start.isEmpty() || each.isEmpty() || vf < 0 || vf >= totalVfs.getAsInt()) {
                return OptionalLong.empty();
            }
            // The last byte of the aperture must be an address; then so is every slice in front of it.
            long last = start.getAsLong() + size.getAsLong() - 1;
            return Long.compareUnsigned(last, start.getAsLong()) < 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(start.getAsLong() + vf * each.getAsLong());
        }
    }
}
