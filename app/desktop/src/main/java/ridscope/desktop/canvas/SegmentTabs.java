package ridscope.desktop.canvas;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.Segment;

/** A tab per segment above a map; takes no room where there is one segment only. */
public final class SegmentTabs extends FlowPane {

    private final String prefix;
    private final Consumer<Segment> onChoose;

    /**
     * @param prefix of the tabs' ids
     * @param onChoose hears which one the user wants
     */
    public SegmentTabs(String prefix, Consumer<Segment> onChoose) {
        this.prefix = prefix;
        this.onChoose = onChoose;
        getStyleClass().add("segment-tabs");
        show(List.of(), Segment.ZERO);
    }

    /** Offers these segments, one of which is shown. */
    public void show(List<Segment> segments, Segment shown) {
        ToggleGroup group = new ToggleGroup();
        getChildren().clear();
        if (segments.size() > 1) {
            for (Segment segment : segments) {
                ToggleButton tab = new ToggleButton(segment.toString());
                tab.setId(prefix + segment);
                tab.setAccessibleText(Messages.text("topology.segment", segment));
                tab.getStyleClass().add("mono");
                tab.setToggleGroup(group);
                tab.setSelected(segment.equals(shown));
                tab.setOnAction(e -> onChoose.accept(segment));
                getChildren().add(tab);
            }
        }
        setManaged(!getChildren().isEmpty());
    }
}
