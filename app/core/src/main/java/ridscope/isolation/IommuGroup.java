package ridscope.isolation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import ridscope.rid.FunctionAddress;

/**
 * Functions that Linux would not separate.
 *
 * @param members all of them, in address order
 * @param merges why each member after the first is here, in discovery order
 * @param certain whether nothing that decided about a member is unknown
 */
public record IommuGroup(SortedSet<FunctionAddress> members, List<Merge> merges, boolean certain) {

    public IommuGroup {
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
        merges = List.copyOf(merges);
    }

    /**
     * A function that joined the group of another one.
     *
     * @param function who joined
     * @param with a function that had the group already
     * @param step which step of {@code pci_device_group} decided
     */
    public record Merge(FunctionAddress function, FunctionAddress with, Step step) {

        /** {@code 0000:02:00.0 sends DMA under the Routing ID of 0000:01:00.0}. */
        public String sentence() {
            return function + " " + step.words() + " " + with;
        }
    }

    /** The steps of Linux {@code pci_device_group}. Its third, alias quirks on one bus, needs a list that is not imitated. */
    public enum Step {
        /** The IOMMU sees its DMA under another function's Routing ID. */
        DMA_ALIAS("sends DMA that the IOMMU sees as coming from, or from behind,"),
        /** A port above it lets requests turn round to its siblings. */
        ACS_PATH("is not isolated by ACS at or above"),
        /** It shares its device with another function without ACS. */
        MULTIFUNCTION("is on the same device and without effective ACS like");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        /** Between the one who joined and the one whose group it is. */
        public String words() {
            return words;
        }
    }

    /** The merge that made it more than one function; empty for a group of one. */
    public Optional<Merge> firstMerge() {
        return merges.stream().findFirst();
    }
}
