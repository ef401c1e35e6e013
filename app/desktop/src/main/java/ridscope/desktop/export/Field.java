package ridscope.desktop.export;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ridscope.desktop.l10n.Messages;

/** Controls of the form, each with its words. */
final class Field {

    private Field() {}

    /** One of several things; those that there are can change. */
    static <T> ComboBox<T> choice(String key, List<T> items, Function<T, String> words, Property<T> value) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id(key));
        box.setAccessibleText(Messages.text(key));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : words.apply(item);
            }

            @Override
            public T fromString(String text) {
                return box.getValue();
            }
        });
        box.getItems().setAll(items);
        box.setValue(value.getValue());
        value.addListener((observable, before, now) -> box.setValue(now));
        box.valueProperty().addListener((observable, before, now) -> {
            if (now != null) {
                value.setValue(now);
            }
        });
        return box;
    }

    /** Offers other things; what is chosen stays chosen. */
    static <T> void offer(ComboBox<T> box, List<T> items, Property<T> value) {
        box.getItems().setAll(items);
        box.setValue(value.getValue());
    }

    /** A control below its name, in place while something holds. */
    static Node named(String key, Region control, ObservableBooleanValue wanted) {
        Label label = new Label(Messages.text(key));
        label.setLabelFor(control);
        label.getStyleClass().add("quiet");
        VBox field = new VBox(label, control);
        field.getStyleClass().add("export-field");
        shown(field, wanted);
        return field;
    }

    /** Something that is on or off. */
    static CheckBox tick(String key, BooleanProperty value) {
        CheckBox box = new CheckBox(Messages.text(key));
        box.setId(id(key));
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private static String id(String key) {
        return key.replace('.', '-');
    }

    /** Takes room only while something holds. */
    static void shown(Node node, ObservableBooleanValue wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(wanted);
    }
}
