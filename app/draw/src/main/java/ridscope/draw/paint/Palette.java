package ridscope.draw.paint;

import java.util.EnumMap;
import java.util.Map;
import ridscope.draw.diagram.Role;

/**
 * Colours of one theme by role. The same tokens stand in {@code styles/tokens-*.css}; a test holds them equal.
 *
 * @param name {@code light}, {@code dark} or {@code print}
 * @param colors strong colour of a role: stripe, stroke, text, cell
 * @param fills pale fill of a role's boxes
 * @param selection colour of the selected mark's frame
 */
public record Palette(String name, Map<Role, Rgba> colors, Map<Role, Rgba> fills, Rgba selection) {

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
}
