package ridscope.desktop.canvas;

import java.util.function.DoubleFunction;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.layout.FramedMap;

/**
 * A map with what has to look at all its marks, to be made where the map is made: on the thread that draws it would take
 * longer than a picture may. Immutable; the same as another one of the same map.
 *
 * @param <M> the kind of map
 */
public final class ReadyMap<M extends FramedMap<M>> {

    private final M map;
    private final double times;
    private final M wide;
    private final MarkIndex marks;
    private final DoubleFunction<Diagram> legend;

    private ReadyMap(M map, double times, DoubleFunction<Diagram> legend) {
        this.map = map;
        this.times = times;
        this.legend = legend;
        wide = map.widened(times);
        marks = new MarkIndex(wide.diagram());
    }

    /**
     * A map with its own legend.
     *
     * @param times how far apart its columns stand where it is going to be shown, if nothing changes until then
     */
    public static <M extends FramedMap<M>> ReadyMap<M> of(M map, double times) {
        return new ReadyMap<>(map, times, map.legend());
    }

    /** The same for one of several maps with one legend. */
    public static <M extends FramedMap<M>> ReadyMap<M> of(M map, double times, DoubleFunction<Diagram> legend) {
        return new ReadyMap<>(map, times, legend);
    }

    /** The map itself, with its columns as close as they can be. */
    public M map() {
        return map;
    }

    DoubleFunction<Diagram> legend() {
        return legend;
    }

    /** Whether what is ready has its columns so far apart. */
    boolean stands(double apart) {
        return times == apart;
    }

    /** The map with its columns apart. */
    M wide() {
        return wide;
    }

    /** Its marks with their columns apart. */
    MarkIndex marks() {
        return marks;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadyMap<?> ready && ready.map.equals(map);
    }

    @Override
    public int hashCode() {
        return map.hashCode();
    }
}
