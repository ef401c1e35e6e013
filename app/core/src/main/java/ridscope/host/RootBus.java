package ridscope.host;

import java.util.OptionalInt;
import ridscope.rid.Segment;

/**
 * A root bus that the source named.
 *
 * @param segment its segment
 * @param bus its number, 0 to 255
 * @param end the end of its bus window, where the source knows it (boot log, firmware tables); sysfs does not tell
 * @param numaNode NUMA node, where known
 */
public record RootBus(Segment segment, int bus, OptionalInt end, OptionalInt numaNode) {}
