package ridscope.draw.layout.topology;

import static ridscope.draw.layout.Counts.grouped;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;
import ridscope.draw.layout.Overlay;
import ridscope.topology.Topology;

/** Draws panels and hosts below each other, and very many panels side by side as well. Used once. */
public final class PictureMaker {

    private final PictureInput in;
    private final Sketch sketch;
    private final List<Tree.Panel> panels;
    private final Columns columns;
    private final DrawHosts hosts;

    public PictureMaker(PictureInput in) {
        this.in = in;
        boolean handles = in.options().topology().handles();
        sketch = new Sketch(in.metrics(), handles);
        panels = new TreeBuilder(in.topology(), new BlockBuilder(in)).build();
        columns = new Columns(panels, in.metrics(), handles);
        Captions captions = new Captions(in);
        hosts = new DrawHosts(sketch, columns, new DrawRows(sketch, columns, captions));
    }

    /** The picture. */
    public Diagram draw() {
        double right = columns.right();
        for (Tree.Panel panel : panels) {
            right = Math.max(right, columns.x(0) + titleWidth(panel));
        }
        double panelWidth = Math.ceil(right) + Sizes.PANEL_PAD - Sizes.MARGIN;
        List<SizedPanel> sized = panels.stream().map(this::sized).toList();
        List<Double> heights = sized.stream().map(SizedPanel::height).toList();
        PanelColumns sheet = new PanelColumns(heights, panelWidth, Sizes.PANEL_GAP);
        for (int i = 0; i < sized.size(); i++) {
            PanelColumns.Spot spot = sheet.spots().get(i);
            sketch.aside(spot.x());
            panel(sized.get(i), Sizes.MARGIN + spot.y(), panelWidth);
        }
        sketch.aside(0);
        if (in.options().topology().overlays().contains(Overlay.IOMMU_GROUPS)) {
            new GroupFences(in.topology(), sketch).draw();
        }
        double width = sheet.width() + 2 * Sizes.MARGIN;
        double bottom = Sizes.MARGIN + sheet.height();
        if (in.options().legend()) {
            bottom = new Legend(sketch).draw(bottom + Sizes.PANEL_GAP, width - Sizes.MARGIN);
        }
        return new Diagram("topology", title(in.topology()), width, Math.ceil(bottom + Sizes.MARGIN), sketch.marks());
    }

    /** Where everything stands; complete after {@link #draw()}. */
    public Map<Target, Place> places() {
        return sketch.places();
    }

    /** What can be folded, and whether it is; complete after {@link #draw()}. */
    public Map<Target, Boolean> nodes() {
        return sketch.nodes();
    }

    private static String title(Topology topology) {
        int segments = topology.segments().size();
        String where = segments == 1 ? "segment " + topology.segments().get(0) : segments + " segments";
        String host = topology.provenance().host().map(h -> h + " · ").orElse("");
        return host + where + " · " + count(topology.functions().size(), "function") + " · "
                + count(topology.hostBridges().size(), "host bridge");
    }

    private static String count(int n, String what) {
        return grouped(n) + " " + what + (n == 1 ? "" : "s");
    }

    private double titleWidth(Tree.Panel panel) {
        double note = panel.note().isEmpty() ? 0 : columns.width(TextStyle.SMALL, panel.note()) + 10;
        return columns.width(TextStyle.BODY_BOLD, panel.title()) + note;
    }

    private record SizedPanel(Tree.Panel panel, List<Sized.Host> hosts, double height) {}

    private SizedPanel sized(Tree.Panel panel) {
        List<Sized.Host> sized =
                panel.hosts().stream().map(new Sizer(columns)::host).toList();
        double height = Sizes.PANEL_TITLE + Sizes.PANEL_PAD - Sizes.HOST_GAP;
        for (Sized.Host host : sized) {
            height += host.height() + Sizes.HOST_GAP;
        }
        return new SizedPanel(panel, sized, height);
    }

    private void panel(SizedPanel sized, double top, double width) {
        Tree.Panel panel = sized.panel();
        Rect box = new Rect(Sizes.MARGIN, top, width, sized.height());
        sketch.container(panel.id(), Role.PANEL, Ink.PLAIN, box, Optional.empty(), panel.title());
        Point title = new Point(box.x() + 12, top + 18);
        label(new MarkId(panel.id() + "-t"), Role.MUTED, TextStyle.BODY_BOLD, title, panel.title());
        double after = title.x() + columns.width(TextStyle.BODY_BOLD, panel.title()) + 10;
        label(new MarkId(panel.id() + "-n"), Role.MUTED, TextStyle.SMALL, new Point(after, title.y()), panel.note());
        sketch.zoomed(
                Zooms.AFAR,
                () -> label(
                        new MarkId(panel.id() + "-f"),
                        Role.MUTED,
                        TextStyle.AFAR,
                        new Point(box.x() + 10, top + 21),
                        sketch.fit(TextStyle.AFAR, panel.title(), width - 20)));
        double y = top + Sizes.PANEL_TITLE;
        for (Sized.Host host : sized.hosts()) {
            hosts.draw(host, y);
            y += host.height() + Sizes.HOST_GAP;
        }
    }

    private void label(MarkId id, Role role, TextStyle style, Point at, String text) {
        sketch.label(id, role, style, Mark.Anchor.START, at, text);
    }
}
