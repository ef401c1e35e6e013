package ridscope.draw.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Target;
import ridscope.names.DeviceNames;
import ridscope.rid.Segment;
import ridscope.ridmap.Claim;
import ridscope.ridmap.IovPlacement;
import ridscope.ridmap.RidMap;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Lays the 65,536 RIDs of a segment out: a row per bus, a column per devfn, brackets of bridge ranges to the left. */
public final class RidMapLayout {

    private static final double HEADER = 24;
    private static final double NOTE = 15;

    /** PFs named below the map because some of their IDs do not exist. */
    private static final int REMARKS = 64;

    private final TextMetrics metrics;
    private final DeviceNames names;

    /** A sentence below the map. */
    record Remark(String text, Optional<Target> target) {

        /** The whole, and what stands before its colon. */
        List<String> wordings() {
            int colon = text.indexOf(':', text.indexOf(" beyond "));
            return colon < 0 ? List.of(text) : List.of(text, text.substring(0, colon));
        }
    }

    public RidMapLayout(TextMetrics metrics, DeviceNames names) {
        this.metrics = metrics;
        this.names = names;
    }

    /**
     * Two maps of one segment.
     *
     * @param before drawn left
     * @param after drawn right
     */
    public record Pair(RidMapPicture before, RidMapPicture after) {

        /** What explains the marks of both, at any width in pixels. */
        public DoubleFunction<Diagram> legend() {
            List<Mark> marks = new ArrayList<>(before.diagram().marks());
            marks.addAll(after.diagram().marks());
            after.axes().addBrackets(marks);
            return before.axes().legend(marks);
        }
    }

    /** Never empty: without functions it shows 256 unrouted buses. */
    public RidMapPicture layout(Topology topology, RidMap map, ViewOptions options) {
        RidMapRows rows = new RidMapRows(topology, map, options);
        RidMapGutter gutter = new RidMapGutter(topology, map.segment());
        return layout(topology, map, options, rows, gutter.width());
    }

    /** Two maps of one segment to be compared: each bus has its row at the same place in both, and is folded in both or in none. */
    public Pair layout(Topology topology, RidMap map, Topology later, RidMap laterMap, ViewOptions options) {
        RidMapRows rows = new RidMapRows(topology, map, options);
        RidMapRows laterRows = new RidMapRows(later, laterMap, options);
        double gutter = Math.max(
                new RidMapGutter(topology, map.segment()).width(), new RidMapGutter(later, laterMap.segment()).width());
        return new Pair(
                layout(topology, map, options, rows.beside(laterRows), gutter),
                layout(later, laterMap, options, laterRows.beside(rows), gutter));
    }

    private static RidMapGrid grid(ViewOptions options, double gutter, Segment segment) {
        List<String> notes = notes(segment);
        return options.ridMap().bare()
                ? RidMapGrid.bare(1 + (notes.isEmpty() ? 0 : RidMapGrid.BARE_STRIP))
                : RidMapGrid.whole(gutter, HEADER + NOTE * notes.size());
    }

    /** @param brackets width of the room for them */
    private RidMapPicture layout(Topology topology, RidMap map, ViewOptions options, RidMapRows rows, double brackets) {
        Segment segment = map.segment();
        RidMapGrid grid = grid(options, brackets, segment);
        boolean bare = options.ridMap().bare();
        RidMapGutter gutter = new RidMapGutter(topology, segment);
        RidMapGeometry geometry = new RidMapGeometry(grid.left(), RidMapGrid.CELL, rows.rows(grid));

        List<Mark> marks = new ArrayList<>();
        RidMapFrame frame = new RidMapFrame(metrics, grid, geometry, segment, marks);
        RidMapNotes notes = new RidMapNotes(metrics, options.ridMap().ari(), marks);
        RidMapCells cells = new RidMapCells(grid, geometry, marks, bare ? Optional.of(notes) : Optional.empty());
        frame.paper();
        cells.reserved(map, rows);
        if (bare) {
            notes.header(notes(segment), grid);
            notes.strips(rows, grid, geometry);
        } else {
            frame.header(notes(segment));
            frame.columnHeads(options.ridMap().ari());
            frame.rows(rows);
            gutter.addTo(marks, geometry);
        }
        List<PciFunction> alone = RidMapCells.alone(topology, map);
        notes.keepFor(alone);
        int left = cells.placements(map);
        alone.forEach(f -> cells.function(f, names));
        new RidMapFpb(grid, geometry, marks).addAll(map);
        new RidMapConflicts(grid, geometry, marks).addAll(map);
        double end = lastRow(geometry).bottom();
        double bottom = bare ? notes.lines(end, remarks(map, left), grid) : frame.lines(end, remarks(map, left));
        return new RidMapPicture(
                diagram(segment, options, grid, bottom, marks),
                geometry,
                new RidMapAxes(
                        metrics,
                        gutter,
                        brackets,
                        geometry,
                        rows,
                        options.ridMap().ari()));
    }

    /** @param below where the marks end */
    private Diagram diagram(Segment segment, ViewOptions options, RidMapGrid grid, double below, List<Mark> marks) {
        boolean bare = options.ridMap().bare();
        double bottom = below;
        if (options.legend() && !bare) {
            Point from = new Point(RidMapGrid.MARGIN, bottom + 8);
            bottom = new Legend(new Labels(metrics), marks).addTo(marks, from, grid.right() - RidMapGrid.MARGIN);
        }
        double margin = bare ? 1 : RidMapGrid.MARGIN;
        return new Diagram("rid-map", title(segment, options), grid.right() + margin, bottom + margin, marks);
    }

    private static String title(Segment segment, ViewOptions options) {
        String column = options.ridMap().ari() ? "ARI function number" : "device.function, hexadecimal";
        return "RID map · segment " + segment + " · row = bus, column = " + column;
    }

    private static RidMapGeometry.Row lastRow(RidMapGeometry geometry) {
        return geometry.rows().get(geometry.rows().size() - 1);
    }

    /** Segments above 0xFFFF are VMD domains: DMA from there carries the RID of the VMD endpoint (Linux pci_real_dma_dev). */
    private static List<String> notes(Segment segment) {
        if (Integer.compareUnsigned(segment.number(), 0xffff) <= 0) {
            return List.of();
        }
        return List.of(
                "Configuration map, not an IOMMU map: DMA from below a VMD reaches the IOMMU",
                "under the Routing ID of the VMD endpoint in its own segment.");
    }

    private static List<Remark> remarks(RidMap map, int left) {
        List<Remark> remarks = new ArrayList<>();
        if (left > 0) {
            remarks.add(new Remark(
                    Counts.grouped(left) + " runs of VFs or SDIs are not drawn: the map shows " + RidMapCells.RUNS
                            + " per bus",
                    Optional.empty()));
        }
        List<IovPlacement> beyond = map.placements().stream()
                .filter(p -> p.rids().overflowCount() > 0)
                .toList();
        beyond.stream().limit(REMARKS).map(RidMapLayout::beyond).forEach(remarks::add);
        if (beyond.size() > REMARKS) {
            String more = Counts.grouped(beyond.size() - REMARKS) + " more PFs reach beyond ffff";
            remarks.add(new Remark(more, Optional.empty()));
        }
        return remarks;
    }

    private static Remark beyond(IovPlacement placement) {
        Target target = placement.kind() == Claim.Kind.SDI
                ? new Target.OfSdis(placement.owner())
                : new Target.OfVfs(placement.owner());
        return new Remark(RidMapWords.beyond(placement.kind(), placement.rids()), Optional.of(target));
    }
}
