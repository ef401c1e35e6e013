package ridscope.desktop.shell;

import java.util.List;
import javafx.scene.Node;
import ridscope.desktop.ask.AskView;
import ridscope.desktop.busplan.BusPlanView;
import ridscope.desktop.compare.CompareView;
import ridscope.desktop.outline.OutlineView;
import ridscope.desktop.ridmap.RidMapView;
import ridscope.desktop.topology.TopologyView;

/**
 * The views that the shell arranges.
 *
 * @param outline left
 * @param topology centre
 * @param ridMap centre
 * @param busPlan in place of the others
 * @param compare in place of the others
 * @param ask in the toolbar
 * @param details below the centre, from left to right; may be empty
 */
public record Views(
        OutlineView outline,
        TopologyView topology,
        RidMapView ridMap,
        BusPlanView busPlan,
        CompareView compare,
        AskView ask,
        List<Node> details) {

    public Views {
        details = List.copyOf(details);
    }
}
