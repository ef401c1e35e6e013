package ridscope.isolation;

import java.util.Optional;

/**
 * Whether a function keeps its traffic to itself, by the registers alone. Linux has a list of devices that it believes to be
 * isolated whatever their registers say ({@code pci_dev_specific_acs_enabled}); that list is not imitated.
 *
 * @param isolated the answer; empty where the registers it hangs on are not in the snapshot
 * @param reason why
 */
public record AcsVerdict(Optional<Boolean> isolated, Reason reason) {

    /** Which line of Linux {@code pci_acs_enabled} decided. */
    public enum Reason {
        /** Conventional PCI has no ACS. */
        CONVENTIONAL(false, "it is conventional PCI"),
        /** PCIe-to-PCI bridges, PCI-to-PCIe bridges and event collectors never count as isolated. */
        NEVER(false, "its port type never counts as isolated"),
        /** A port or a function of a multifunction device without the capability. */
        NO_CAPABILITY(false, "it has no ACS capability"),
        /** The capability is there, not all controls that it implements are on. */
        SWITCHED_OFF(false, "controls that its ACS capability implements are off"),
        /** All controls that it implements are on. */
        SWITCHED_ON(true, "all controls that its ACS capability implements are on"),
        /** An endpoint or upstream port that is the only function of its device. */
        SINGLE_FUNCTION(true, "it is the only function of its device"),
        /** A PCIe function of another type. */
        OTHER(true, "its port type needs no ACS"),
        /** Whether it is PCIe, multifunction or has the capability could not be read. */
        UNREADABLE(null, "the registers that tell are not in the snapshot");

        private final Boolean isolated;
        private final String words;

        Reason(Boolean isolated, String words) {
            this.isolated = isolated;
            this.words = words;
        }

        /** For the end of a sentence: {@code it has no ACS capability}. */
        public String words() {
            return words;
        }

        AcsVerdict verdict() {
            return new AcsVerdict(Optional.ofNullable(isolated), this);
        }
    }

    /** Whether it is known to be isolated. */
    public boolean yes() {
        return isolated.orElse(false);
    }

    /** Whether it is known not to be isolated. */
    public boolean no() {
        return isolated.isPresent() && !isolated.get();
    }

    /** Whether a quirk of the kernel may say otherwise: a PCIe function whose registers say no. */
    public boolean mayBeQuirked() {
        return no() && reason != Reason.CONVENTIONAL;
    }
}
