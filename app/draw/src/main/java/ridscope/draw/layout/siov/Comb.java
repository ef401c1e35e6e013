package ridscope.draw.layout.siov;

import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.rid.StridedRids;
import ridscope.ridmap.IovPlacement;

/** All VFs or SDIs on the axis to scale; those outside what is routed are struck through. */
final class Comb {

    /** Where cells are nearer to each other than this, nobody sees how wide they are, and a sparse comb would fade away. */
    private static final double RESOLVED = 6;

    private static final double DENSE = 0.7;

    private final Draft draft;
    private final Axis axis;
    private final IovPlacement placement;

    Comb(Draft draft, Axis axis, IovPlacement placement) {
        this.draft = draft;
        this.axis = axis;
        this.placement = placement;
    }

    void draw(Rect lane) {
        int count = placement.rids().count();
        int outside = placement.firstOutside().orElse(count);
        int enabled = Math.min(placement.enabled(), count);
        run("enabled", Ink.FILLED, lane, 0, enabled);
        run("possible", Words.sdi(placement) ? Ink.DASHED : Ink.OUTLINED, lane, enabled, count);
        if (outside < count) {
            double from = axis.x(placement.rids().at(outside).unwrapped());
            double to = axis.x(placement.rids().last().unwrapped()) + axis.unit();
            draft.line(
                    id() + "-strike",
                    Role.CONFLICT,
                    Ink.FILLED,
                    1.6,
                    new Point(from, lane.centerY()),
                    new Point(Math.max(to, from + 4), lane.centerY()));
        }
    }

    private String id() {
        return Words.sdi(placement) ? "scale-sdis" : "scale-vfs";
    }

    private void run(String name, Ink ink, Rect lane, int from, int to) {
        if (from >= to) {
            return;
        }
        StridedRids rids = placement.rids();
        double x = axis.x(rids.at(from).unwrapped());
        double pitch = rids.stride() * axis.unit();
        double width = pitch < RESOLVED ? Math.max(axis.unit(), pitch * DENSE) : axis.unit();
        Rect first = new Rect(x, lane.y() + 2, width, lane.height() - 4);
        Role role = Words.sdi(placement) ? Role.SDI : Role.VF;
        Target target =
                Words.sdi(placement) ? new Target.OfSdis(placement.owner()) : new Target.OfVfs(placement.owner());
        draft.cells(
                id() + "-" + name,
                role,
                ink,
                new Draft.Run(first, pitch, to - from),
                Optional.of(target),
                Words.count(placement, to - from));
    }
}
