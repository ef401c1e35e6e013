package ridscope.desktop.inspector;

import ridscope.desktop.l10n.Messages;
import ridscope.ridmap.Claim;

/** Claims on a Routing ID in words. */
final class ClaimWords {

    private ClaimWords() {}

    /** {@code SDI 255 of 0c:00.0}. */
    static String what(Claim claim) {
        String owner = Words.address(claim.owner());
        String index = claim.index().isPresent() ? String.valueOf(claim.index().getAsInt()) : "?";
        return switch (claim.kind()) {
            case FUNCTION -> Messages.text("inspector.claim.function", owner);
            case ENABLED_VF -> Messages.text("inspector.claim.vf", index, owner);
            case POSSIBLE_VF -> Messages.text("inspector.claim.possible-vf", index, owner);
            case SDI -> Messages.text("inspector.claim.sdi", index, owner);
            case PHANTOM_FUNCTION -> Messages.text("inspector.claim.phantom", owner);
            case BRIDGE_ALIAS -> Messages.text("inspector.claim.alias", owner);
        };
    }

    /** The same with whether it exists, as far as known. */
    static String full(Claim claim) {
        return switch (claim.enabled()) {
            case YES -> what(claim);
            case NO -> Messages.text("inspector.claim.possible", what(claim));
            case UNKNOWN -> Messages.text("inspector.claim.enabled-unknown", what(claim));
        };
    }
}
