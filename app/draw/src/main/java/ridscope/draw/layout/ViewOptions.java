package ridscope.draw.layout;

import java.util.Set;
import ridscope.draw.diagram.Target;

/**
 * What the user chose about a picture.
 *
 * @param labels how much the labels of functions say
 * @param opened stacks of VFs or SDIs that are shown one by one, up to the layout's limit
 * @param foldEmptyBuses whether the RID map folds runs of buses without claims
 * @param legend whether a legend is part of the picture
 */
public record ViewOptions(LabelPreset labels, Set<Target> opened, boolean foldEmptyBuses, boolean legend) {

    /** Short labels, everything folded, no legend in the picture. */
    public static final ViewOptions DEFAULT = new ViewOptions(LabelPreset.SHORT, Set.of(), true, false);

    public ViewOptions {
        opened = Set.copyOf(opened);
    }
}
