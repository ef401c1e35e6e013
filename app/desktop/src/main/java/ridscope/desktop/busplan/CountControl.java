package ridscope.desktop.busplan;

import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A slider and a field for the same count. */
final class CountControl extends HBox {

    private final Slider slider;
    private final NumberField field;
    private boolean showing;

    /**
     * What a control counts.
     *
     * @param id of the slider; that of the field ends in {@code -field}
     * @param what in front of the slider
     * @param name for screen readers
     * @param sliderMost right end of the slider
     * @param most greatest number of the field
     * @param limit behind the field
     */
    record Shape(String id, String what, String name, int sliderMost, int most, String limit) {}

    CountControl(Shape shape, IntConsumer onValue, Runnable onSettled) {
        getStyleClass().add("count-control");
        slider = new Slider(0, Math.max(1, shape.sliderMost()), 0);
        slider.setId(shape.id());
        slider.setAccessibleText(shape.name());
        slider.setTooltip(new Tooltip(shape.name()));
        slider.setMinWidth(40);
        slider.setBlockIncrement(Math.max(1, shape.sliderMost() / 16));
        slider.setDisable(shape.sliderMost() == 0);
        HBox.setHgrow(slider, Priority.ALWAYS);
        field = new NumberField(shape.name(), 0, shape.most(), onValue, onSettled);
        field.setId(shape.id() + "-field");
        Label what = new Label(shape.what());
        what.getStyleClass().add("count-what");
        what.setMinWidth(USE_PREF_SIZE);
        Label limit = new Label(shape.limit());
        limit.getStyleClass().addAll("quiet", "count-limit");
        limit.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(what, slider, field, limit);
        slider.valueProperty().addListener((observable, before, now) -> {
            if (!showing && Math.round(now.doubleValue()) != Math.round(before.doubleValue())) {
                onValue.accept((int) Math.round(now.doubleValue()));
            }
        });
        slider.valueChangingProperty().addListener((observable, before, now) -> settled(now, onSettled));
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> onSettled.run());
        slider.focusedProperty().addListener((observable, before, now) -> settled(now, onSettled));
    }

    private static void settled(boolean busy, Runnable onSettled) {
        if (!busy) {
            onSettled.run();
        }
    }

    /** Shows a count; one beyond the slider's end leaves the slider there. */
    void show(int count) {
        showing = true;
        if (Math.round(slider.getValue()) != Math.min(count, (long) slider.getMax())) {
            slider.setValue(count);
        }
        field.show(count);
        showing = false;
    }
}
