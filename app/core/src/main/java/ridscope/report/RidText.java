package ridscope.report;

import java.io.IOException;
import java.util.Optional;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.RoutingId;
import ridscope.ridmap.Claim;
import ridscope.ridmap.FpbWindow;
import ridscope.ridmap.RidAnswer;
import ridscope.topology.Topology;

/** The answer to "who owns this Routing ID" in lines: all notations, owners with their formula, routing, IOMMU group. */
public final class RidText {

    private final Topology topology;
    private final DeviceNames names;
    private final Glyphs glyphs;
    private final RoutingWords routing;

    public RidText(Topology topology, DeviceNames names, Glyphs glyphs) {
        this.topology = topology;
        this.names = names;
        this.glyphs = glyphs;
        routing = new RoutingWords(topology);
    }

    /**
     * Writes the answer.
     *
     * @param asked the ID as it was asked for; above 0xFFFF the answer is about its low 16 bits
     * @throws IOException if the output fails
     */
    public void write(RidAnswer answer, Placement asked, Appendable out) throws IOException {
        if (!asked.fits()) {
            row(
                    out,
                    "asked",
                    "0x" + Long.toHexString(asked.unwrapped())
                            + " does not fit 16 bits; this is what hardware would put on the wire");
        }
        row(out, "RID", notations(answer.address()));
        if (answer.claims().isEmpty()) {
            row(out, "owner", "nobody");
        }
        for (Claim claim : answer.claims()) {
            row(out, "owner", claim(claim));
            rowIf(out, "outside", routing.outside(answer, claim));
        }
        for (Claim claim : answer.wrapped()) {
            row(
                    out,
                    "wrapped",
                    claim(claim) + ", lands on 0x"
                            + Long.toHexString(claim.placement().unwrapped())
                            + " and reaches this ID only by losing the bits above 16");
            rowIf(out, "outside", routing.outside(answer, claim));
        }
        row(out, "routing", routing.bus(answer.routing()));
        for (FpbWindow window : answer.fpb()) {
            row(out, "FPB", RoutingWords.fpb(window, answer.address().rid()));
        }
        rowIf(out, "ARI", routing.ari(answer));
        rowIf(out, "DMA", RoutingWords.dma(topology, answer.address().segment()));
        if (answer.iommuGroup().isPresent()) {
            row(out, "IOMMU", "group " + answer.iommuGroup().getAsInt());
        }
    }

    private static String notations(FunctionAddress address) {
        RoutingId rid = address.rid();
        return address + " = 0x" + Words.hex(rid.value(), 4) + " = " + rid.value() + " · bus " + Words.hex(rid.bus(), 2)
                + ", device " + Words.hex(rid.device(), 2) + ", function " + rid.function() + "; with ARI function "
                + rid.ariFunction();
    }

    private String claim(Claim claim) {
        String index = claim.index().isPresent() ? " " + claim.index().getAsInt() : "";
        String what = switch (claim.kind()) {
            case FUNCTION -> "function " + claim.owner();
            case ENABLED_VF -> "VF" + index + " of " + claim.owner();
            case POSSIBLE_VF -> "possible VF" + index + " of " + claim.owner();
            case SDI -> "SDI" + index + " of " + claim.owner();
            case PHANTOM_FUNCTION -> "phantom function of " + claim.owner();
            case BRIDGE_ALIAS -> "requests from below bridge " + claim.owner();
        };
        String formula = claim.formula().isEmpty() ? "" : " = " + claim.formula();
        String name =
                topology.function(claim.owner()).map(f -> " · " + names.line(f)).orElse("");
        return what + formula + state(claim) + name;
    }

    private static String state(Claim claim) {
        boolean mayBeOff = switch (claim.kind()) {
            case POSSIBLE_VF, SDI, PHANTOM_FUNCTION -> true;
            default -> false;
        };
        return mayBeOff ? state(claim.enabled()) : "";
    }

    private static String state(Claim.Enabled enabled) {
        return switch (enabled) {
            case YES -> ", enabled";
            case NO -> ", not enabled";
            case UNKNOWN -> ", whether it is enabled is not known";
        };
    }

    private void rowIf(Appendable out, String title, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            row(out, title, text.get());
        }
    }

    private void row(Appendable out, String title, String text) throws IOException {
        String padded = title + " ".repeat(Math.max(1, 9 - title.length()));
        out.append(glyphs.render(padded + text)).append('\n');
    }
}
