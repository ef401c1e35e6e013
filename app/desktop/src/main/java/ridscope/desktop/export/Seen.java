package ridscope.desktop.export;

import java.util.Optional;
import ridscope.draw.layout.FramedMap;
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
 * @param wishes of the bus plan
 * @param compared the map of both hosts, where two are compared
 */
public record Seen(
        Subject subject,
        ViewOptions topology,
        ViewOptions ridMap,
        Segment segment,
        Wishes wishes,
        Optional<FramedMap<?>> compared) {}
