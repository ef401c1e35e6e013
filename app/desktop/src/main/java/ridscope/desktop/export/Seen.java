package ridscope.desktop.export;

import java.util.Optional;
import java.util.function.Supplier;
import ridscope.draw.layout.ViewOptions;
import ridscope.plan.Wishes;
import ridscope.rid.Segment;

/**
 * What the window shows now.
 *
 * @param subject the picture that has the keyboard, else the first one
 * @param topology what is folded in the topology and laid over it
 * @param ridMap how Routing IDs are numbered, and which empty buses have rows
 * @param segment of the RID map
 * @param wishes of the bus plan; any thread may ask
 * @param compared both hosts, where two are compared
 */
public record Seen(
        Subject subject,
        ViewOptions topology,
        ViewOptions ridMap,
        Segment segment,
        Supplier<Wishes> wishes,
        Optional<Compared> compared) {}
