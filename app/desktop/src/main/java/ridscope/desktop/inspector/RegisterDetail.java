package ridscope.desktop.inspector;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;

/** A register in words: what it is called, where it stands, its fields. */
final class RegisterDetail extends ScrollPane {

    private final InspectorViewModel model;
    private final VBox box = new VBox();

    RegisterDetail(InspectorViewModel model) {
        super();
        this.model = model;
        box.getStyleClass().add("register-detail");
        setContent(box);
        setFitToWidth(true);
        setFocusTraversable(false);
        getStyleClass().addAll("inspector-scroll", "register-detail-scroll");
    }

    void show(Optional<RegisterNode> register) {
        box.getChildren().clear();
        register.ifPresentOrElse(
                this::fill, () -> box.getChildren().add(label(Messages.text("inspector.bytes.none"), "quiet")));
    }

    private void fill(RegisterNode register) {
        box.getChildren().add(label(register.name(), "card-title"));
        String where = model.capabilityOf(register)
                .map(c -> Messages.text("inspector.bytes.where", register.place(), c.name(), distance(register, c)))
                .orElse(register.place());
        box.getChildren().add(label(where, "fact-label"));
        String value = register.value().isEmpty() ? "" : "0x" + register.value();
        String meaning = register.meaning().isEmpty() ? "" : (value.isEmpty() ? "" : "  ") + register.meaning();
        Label shown = label(
                value + meaning, "fact-value", "mono-value", register.tone().style());
        box.getChildren().add(shown);
        for (RegisterNode field : register.children()) {
            String words = field.meaning().isEmpty() ? field.value() : field.meaning();
            Rows rows = new Rows(model);
            box.getChildren()
                    .add(rows.add(new Fact(
                            field.name(),
                            Value.of(words).toned(field.tone()),
                            new Origin(field.place(), Optional.empty()))));
        }
        Hyperlink more = new Hyperlink(Messages.text("inspector.bytes.in-tree"));
        more.setOnAction(e -> model.tabProperty().set(InspectorViewModel.CAPABILITIES));
        box.getChildren().add(more);
    }

    private static String distance(RegisterNode register, RegisterNode capability) {
        return String.format(
                "+0x%02x", register.bytes().offset() - capability.bytes().offset());
    }

    private static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
