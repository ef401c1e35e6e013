package ridscope.host;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.AcsCapability;
import ridscope.config.AriCapability;
import ridscope.config.BridgeBuses;
import ridscope.config.CapabilityList;
import ridscope.config.PciExpress;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;

/**
 * What a text such as {@code lspci -vvv} printed of a function's registers. Each view is there only if the text printed every
 * value in it; of a register that it prints flag by flag, bits it has no word for read 0. Where the bytes themselves are in
 * the snapshot, they count and this is only kept.
 *
 * @param layout header layout as far as the lines show it, 0 to 127
 * @param bridge the Bus line of a bridge, or its range in a tree
 * @param capabilities the Capabilities lines; empty when the text prints none at this verbosity. A list with a name in it that
 *     has no ID we know is {@link ridscope.config.CapabilityList.Walked#UNKNOWN}, with the others in it
 * @param express PCI Express lines
 * @param ari ARI lines
 * @param acs ACS lines
 * @param sriov SR-IOV lines
 * @param siov SIOV lines, should an lspci print them
 * @param lines the function's lines as printed, without their common indentation; may be empty
 */
public record Listing(
        OptionalInt layout,
        Optional<BridgeBuses> bridge,
        Optional<CapabilityList> capabilities,
        Optional<PciExpress> express,
        Optional<AriCapability> ari,
        Optional<AcsCapability> acs,
        Optional<SrIovCapability> sriov,
        Optional<SiovCapability> siov,
        List<String> lines) {

    /** Nothing printed. */
    public static final Listing NONE = new Listing(
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public Listing {
        lines = List.copyOf(lines);
    }

    /** The same registers without the lines they were read from. */
    public Listing withoutLines() {
        return new Listing(layout, bridge, capabilities, express, ari, acs, sriov, siov, List.of());
    }

    /** The kind of header at most, and lines of which no register was understood. */
    public static Listing of(OptionalInt layout, List<String> lines) {
        return new Listing(
                layout,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lines);
    }
}
