package ridscope.draw.paint;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import ridscope.draw.diagram.Role;

/** The palettes of pictures. Colours that stand for something are safe for colour-blind readers (Okabe–Ito). */
public final class Palettes {

    /** Dark ink on a pale ground. */
    public static final Palette LIGHT = light();

    /** Pale ink on a dark ground. */
    public static final Palette DARK = dark();

    /** Lines on white, with as little ink as can be: meaning rests on shapes and words alone. */
    public static final Palette PRINT = print();

    /** Greys that a printer without colours, or a copy of the print, still tells apart. */
    public static final Palette GREY = grey();

    /** White and bright on black, for whoever needs the most contrast. */
    public static final Palette CONTRAST = contrast();

    private Palettes() {}

    /** By name: {@code light}, {@code dark}, {@code print}, {@code grey}, {@code contrast}. */
    public static Optional<Palette> named(String name) {
        for (Palette palette : new Palette[] {LIGHT, DARK, PRINT, GREY, CONTRAST}) {
            if (palette.name().equals(name)) {
                return Optional.of(palette);
            }
        }
        return Optional.empty();
    }

    private static Palette light() {
        return new Table(0xffffff)
                .role(Role.SURFACE, 0xf4f6f8, 0xffffff)
                .role(Role.PANEL, 0xd5dbe1, 0xf2f5f8)
                .role(Role.HOST_BRIDGE, 0x8a96a3)
                .role(Role.SWITCH, 0x8a96a3)
                .role(Role.BRIDGE, 0x8a96a3, 0xe9edf1)
                .role(Role.FUNCTION, 0x5b6b7b)
                .role(Role.PF, 0x0072b2)
                .role(Role.VF, 0x56b4e9)
                .role(Role.SDI, 0xe69f00)
                .role(Role.SLOT, 0x93a0ad)
                .role(Role.LINK, 0x77838f)
                .role(Role.RESERVED, 0x93a0ad)
                .role(Role.GRID, 0xd5dbe1, 0xe8ecf0)
                .role(Role.BRACKET, 0x8a96a3)
                .role(Role.CONFLICT, 0xc8401a)
                .role(Role.WARNING, 0x8f5f00)
                .role(Role.GOOD, 0x00805a)
                .role(Role.GROUP, 0x7a4fb0)
                .role(Role.TEXT, 0x1d2733)
                .role(Role.MUTED, 0x5f6c7a)
                .palette("light", 0x0072b2, 0xe0effd);
    }

    private static Palette dark() {
        return new Table(0x222b35)
                .role(Role.SURFACE, 0x14191f, 0x1b2129)
                .role(Role.PANEL, 0x333e4a, 0x1f262f)
                .role(Role.HOST_BRIDGE, 0x71808e)
                .role(Role.SWITCH, 0x71808e)
                .role(Role.BRIDGE, 0x71808e, 0x2a333d)
                .role(Role.FUNCTION, 0x8b9aa9)
                .role(Role.PF, 0x4aa8e0)
                .role(Role.VF, 0x7cc7f2)
                .role(Role.SDI, 0xf0b429)
                .role(Role.SLOT, 0x6d7a87)
                .role(Role.LINK, 0x7d8a97)
                .role(Role.RESERVED, 0x6d7a87)
                .role(Role.GRID, 0x333e4a, 0x28313b)
                .role(Role.BRACKET, 0x71808e)
                .role(Role.CONFLICT, 0xff7a50)
                .role(Role.WARNING, 0xf0b429)
                .role(Role.GOOD, 0x3ecf9f)
                .role(Role.GROUP, 0xb79be6)
                .role(Role.TEXT, 0xe6ebf0)
                .role(Role.MUTED, 0xa3afbb)
                .palette("dark", 0x4aa8e0, 0x173a56);
    }

    private static Palette print() {
        return new Table(0xffffff)
                .role(Role.SURFACE, 0xffffff, 0xffffff)
                .role(Role.PANEL, 0xbdbdbd, 0xffffff)
                .role(Role.HOST_BRIDGE, 0x6b6b6b)
                .role(Role.SWITCH, 0x6b6b6b)
                .role(Role.BRIDGE, 0x6b6b6b, 0xededed)
                .role(Role.FUNCTION, 0x666666)
                .role(Role.PF, 0x2b2b2b)
                .role(Role.VF, 0x8c8c8c)
                .role(Role.SDI, 0x757575)
                .role(Role.SLOT, 0x8c8c8c)
                .role(Role.LINK, 0x6b6b6b)
                .role(Role.RESERVED, 0x9e9e9e)
                .role(Role.GRID, 0xcccccc, 0xe6e6e6)
                .role(Role.BRACKET, 0x6b6b6b)
                .role(Role.CONFLICT, 0x000000)
                .role(Role.WARNING, 0x000000)
                .role(Role.GOOD, 0x333333)
                .role(Role.GROUP, 0x4d4d4d)
                .role(Role.TEXT, 0x000000)
                .role(Role.MUTED, 0x4d4d4d)
                .palette("print", 0x000000, 0xe0e0e0);
    }

    private static Palette grey() {
        return new Table(0xffffff)
                .role(Role.SURFACE, 0xffffff, 0xffffff)
                .role(Role.PANEL, 0xa6a6a6, 0xfafafa)
                .role(Role.HOST_BRIDGE, 0x595959)
                .role(Role.SWITCH, 0x595959)
                .role(Role.BRIDGE, 0x595959, 0xe6e6e6)
                .role(Role.FUNCTION, 0x8c8c8c)
                .role(Role.PF, 0x262626, 0xe0e0e0)
                .role(Role.VF, 0x666666, 0xf2f2f2)
                .role(Role.SDI, 0x404040)
                .role(Role.SLOT, 0x808080)
                .role(Role.LINK, 0x595959)
                .role(Role.RESERVED, 0x999999)
                .role(Role.GRID, 0xb3b3b3, 0xd9d9d9)
                .role(Role.BRACKET, 0x595959)
                .role(Role.CONFLICT, 0x000000)
                .role(Role.WARNING, 0x1a1a1a)
                .role(Role.GOOD, 0x333333)
                .role(Role.GROUP, 0x4d4d4d)
                .role(Role.TEXT, 0x000000)
                .role(Role.MUTED, 0x404040)
                .palette("grey", 0x000000, 0xd0d0d0);
    }

    private static Palette contrast() {
        return new Table(0x000000)
                .role(Role.SURFACE, 0x000000, 0x000000)
                .role(Role.PANEL, 0x8a8a8a, 0x0d0d0d)
                .role(Role.HOST_BRIDGE, 0xd0d0d0)
                .role(Role.SWITCH, 0xd0d0d0)
                .role(Role.BRIDGE, 0xd0d0d0, 0x1c1c1c)
                .role(Role.FUNCTION, 0xffffff)
                .role(Role.PF, 0x5cc8ff)
                .role(Role.VF, 0xa6e1ff)
                .role(Role.SDI, 0xffd500)
                .role(Role.SLOT, 0xb8b8b8)
                .role(Role.LINK, 0xe0e0e0)
                .role(Role.RESERVED, 0xb8b8b8)
                .role(Role.GRID, 0x8a8a8a, 0x3d3d3d)
                .role(Role.BRACKET, 0xd0d0d0)
                .role(Role.CONFLICT, 0xff9a80)
                .role(Role.WARNING, 0xffd500)
                .role(Role.GOOD, 0x5dffb0)
                .role(Role.GROUP, 0xd9b3ff)
                .role(Role.TEXT, 0xffffff)
                .role(Role.MUTED, 0xe0e0e0)
                .palette("contrast", 0xffff00, 0x002540);
    }

    /** Collects one palette; a role without a fill of its own gets that of boxes. */
    private static final class Table {

        private final int box;
        private final Map<Role, Rgba> colors = new EnumMap<>(Role.class);
        private final Map<Role, Rgba> fills = new EnumMap<>(Role.class);

        Table(int box) {
            this.box = box;
        }

        Table role(Role role, int color) {
            return role(role, color, box);
        }

        Table role(Role role, int color, int fill) {
            colors.put(role, Rgba.of(color));
            fills.put(role, Rgba.of(fill));
            return this;
        }

        Palette palette(String name, int selection, int selectionFill) {
            return new Palette(name, colors, fills, Rgba.of(selection), Rgba.of(selectionFill));
        }
    }
}
