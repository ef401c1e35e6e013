package ridscope.draw.diagram;

import java.util.Locale;

/** What a mark means; palettes give each role its colours, style sheets name the same roles. */
public enum Role {
    /** The ground everything stands on. */
    SURFACE,
    /** A NUMA node or segment panel. */
    PANEL,
    /** A host bridge. */
    HOST_BRIDGE,
    /** A switch. */
    SWITCH,
    /** A port or another bridge. */
    BRIDGE,
    /** A function. */
    FUNCTION,
    /** A PF. */
    PF,
    /** A VF. */
    VF,
    /** A SIOV SDI. */
    SDI,
    /** A physical slot. */
    SLOT,
    /** A link. */
    LINK,
    /** A reserved bus range. */
    RESERVED,
    /** Grid lines, separators. */
    GRID,
    /** Brackets of bus ranges. */
    BRACKET,
    /** Conflict, outside a range, below capability. */
    CONFLICT,
    /** Something that needs attention but works. */
    WARNING,
    /** As it should be. */
    GOOD,
    /** An IOMMU group. */
    GROUP,
    /** Ordinary text. */
    TEXT,
    /** Secondary text. */
    MUTED;

    /** As style sheets and SVG classes spell it: {@code host-bridge}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
