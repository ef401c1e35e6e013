package ridscope.draw.layout;

import java.util.Set;
import ridscope.draw.diagram.Target;

/**
 * What the user chose about a picture.
 *
 * @param labels how much the labels of functions say
 * @param opened stacks of VFs or SDIs that are shown one by one, up to the layout's limit, nodes of the topology that are
 *     unfolded whatever else holds, and empty buses that have rows on the RID map all the same
 * @param foldEmptyBuses whether the RID map folds runs of buses without claims
 * @param legend whether a legend is part of the picture
 * @param topology what concerns the topology alone
 * @param ridMap what concerns the RID map alone
 */
public record ViewOptions(
        LabelPreset labels,
        Set<Target> opened,
        boolean foldEmptyBuses,
        boolean legend,
        TopologyOptions topology,
        RidMapOptions ridMap) {

    /** Short labels, only long runs folded, no legend in the picture. */
    public static final ViewOptions DEFAULT = new ViewOptions(LabelPreset.SHORT, Set.of(), true, false);

    public ViewOptions {
        opened = Set.copyOf(opened);
    }

    public ViewOptions(LabelPreset labels, Set<Target> opened, boolean foldEmptyBuses, boolean legend) {
        this(labels, opened, foldEmptyBuses, legend, TopologyOptions.DEFAULT, RidMapOptions.DEFAULT);
    }

    /** The same with labels that say more or less. */
    public ViewOptions withLabels(LabelPreset next) {
        return new ViewOptions(next, opened, foldEmptyBuses, legend, topology, ridMap);
    }

    /** The same with other things opened. */
    public ViewOptions withOpened(Set<Target> next) {
        return new ViewOptions(labels, next, foldEmptyBuses, legend, topology, ridMap);
    }

    /** The same with or without a legend. */
    public ViewOptions withLegend(boolean next) {
        return new ViewOptions(labels, opened, foldEmptyBuses, next, topology, ridMap);
    }

    /** The same with other choices about the topology. */
    public ViewOptions withTopology(TopologyOptions next) {
        return new ViewOptions(labels, opened, foldEmptyBuses, legend, next, ridMap);
    }

    /** The same with other choices about the RID map. */
    public ViewOptions withRidMap(RidMapOptions next) {
        return new ViewOptions(labels, opened, foldEmptyBuses, legend, topology, next);
    }
}
