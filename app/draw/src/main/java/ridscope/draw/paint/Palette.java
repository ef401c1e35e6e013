package ridscope.draw.paint;

import java.util.EnumMap;
import java.util.Map;
import ridscope.draw.diagram.Role;

/**
 * Colours of one theme by role. The same tokens stand in {@code styles/tokens-*.css}; a test holds them equal.
 *
 * @param name {@code light}, {@code dark}, {@code print}, {@code grey} or {@code contrast}
 * @param colors strong colour of a role: stripe, stroke, cell, frame; of {@link Role#SURFACE} the ground
 * @param fills pale fill of a role's boxes; of {@link Role#SURFACE} the paper of the RID map, of {@link Role#GRID} the
 *     thinner lines
 * @param selection colour of the selected mark's frame
 * @param selectionFill pale fill of the selected box
 */
public record Palette(String name, Map<Role, Rgba> colors, Map<Role, Rgba> fills, Rgba selection, Rgba selectionFill) {

    /** Contrast of faded text with the ground at least: that of large text and signs in WCAG 2.1, 1.4.11. */
    static final double LEGIBLE = 3;

    private static final double STEP = 0.05;

    public Palette {
        colors = Map.copyOf(new EnumMap<>(colors));
        fills = Map.copyOf(new EnumMap<>(fills));
    }

    /** Strong colour. */
    public Rgba color(Role role) {
        return colors.get(role);
    }

    /** Pale fill. */
    public Rgba fill(Role role) {
        return fills.getOrDefault(role, colors.get(Role.SURFACE));
    }

    /** Colour of text of a role: its own where that is legible on every fill, else that of ordinary text. */
    public Rgba text(Role role) {
        return switch (role) {
            case MUTED, CONFLICT, WARNING, GOOD -> color(role);
            default -> color(Role.TEXT);
        };
    }

    /** The same on a ground that is not painted. */
    public Palette withoutGround() {
        Map<Role, Rgba> next = new EnumMap<>(colors);
        next.put(Role.SURFACE, color(Role.SURFACE).withOpacity(0));
        return new Palette(name, next, fills, selection, selectionFill);
    }

    /** The same with so much of the ink, 0 to 1, and the rest of the ground's colour. The selection keeps its own. */
    Palette faded(double share) {
        return new Palette(name, faded(colors, share), faded(fills, share), selection, selectionFill);
    }

    /** The same for text, which stays legible on the ground: each role keeps as much ink as that takes, and at least a share of it. */
    Palette fadedText(double share) {
        Map<Role, Rgba> faded = new EnumMap<>(Role.class);
        Rgba ground = color(Role.SURFACE);
        colors.forEach((role, ink) -> {
            double kept = share;
            while (kept < 1 && ink.mixed(ground, kept).contrast(ground) < LEGIBLE) {
                kept += STEP;
            }
            faded.put(role, role == Role.SURFACE ? ink : ink.mixed(ground, Math.min(1, kept)));
        });
        return new Palette(name, faded, fills, selection, selectionFill);
    }

    private Map<Role, Rgba> faded(Map<Role, Rgba> inks, double share) {
        Map<Role, Rgba> faded = new EnumMap<>(Role.class);
        inks.forEach((role, ink) -> faded.put(role, ink.mixed(color(Role.SURFACE), share)));
        return faded;
    }
}
