package ridscope.draw.svg;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.paint.Decimals;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Rgba;

/** Names colours and text styles, and keeps the rules of those that were used. Class names follow the palette's roles. */
final class SvgStyles {

    private static final String SANS =
            "'IBM Plex Sans','Inter','Segoe UI','Helvetica Neue',Arial,'Liberation Sans','Noto Sans','DejaVu Sans',sans-serif";
    private static final String MONO =
            "'IBM Plex Mono','JetBrains Mono',Consolas,'Liberation Mono','DejaVu Sans Mono',monospace";

    private final Palette palette;
    private final Map<Rgba, String> names = new HashMap<>();
    private final Map<String, String> rules = new TreeMap<>();

    SvgStyles(Palette palette) {
        this.palette = palette;
        for (Role role : Role.values()) {
            names.putIfAbsent(palette.color(role), role.id());
        }
        for (Role role : Role.values()) {
            names.putIfAbsent(palette.fill(role), role.id() + "-pale");
        }
        names.putIfAbsent(palette.selection(), "selection");
        names.putIfAbsent(palette.selectionFill(), "selection-pale");
    }

    /**
     * Class of a colour, such as {@code f-pf}.
     *
     * @param kind {@code f} for fill, {@code s} for stroke
     * @param role of the mark being drawn, whose name wins where roles share a colour
     */
    String color(char kind, Rgba color, Role role) {
        Rgba opaque = color.withOpacity(1);
        String name = name(opaque, role);
        String selector = kind + "-" + name;
        rules.putIfAbsent(selector, (kind == 'f' ? "fill:" : "stroke:") + opaque.hex());
        return selector;
    }

    private String name(Rgba color, Role role) {
        if (color.equals(palette.color(role))) {
            return role.id();
        }
        if (color.equals(palette.fill(role))) {
            return role.id() + "-pale";
        }
        return names.getOrDefault(color, "c" + color.hex().substring(1));
    }

    /** Class of a text style, such as {@code t-mono-bold}. */
    String text(TextStyle style) {
        String selector = "t-" + style.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        if (!rules.containsKey(selector)) {
            StringBuilder rule = new StringBuilder("font:");
            rule.append(style.bold() ? "600 " : "400 ");
            Decimals.shortest(rule, style.size());
            rules.put(
                    selector,
                    rule.append("px ").append(style.mono() ? MONO : SANS).toString());
        }
        return selector;
    }

    /** The style sheet: everything used so far, in the order of names. */
    String sheet() {
        StringBuilder out = new StringBuilder("text{font-kerning:none;font-variant-ligatures:none;white-space:pre}\n");
        out.append("path{fill:none}\n");
        for (Map.Entry<String, String> rule : rules.entrySet()) {
            out.append('.').append(rule.getKey());
            out.append('{').append(rule.getValue()).append("}\n");
        }
        return out.toString();
    }
}
