package ridscope.desktop.inspector;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** One line: label, value, and at the right where the value was read. All three wrap rather than lose text. */
final class FactRow extends Region {

    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double LABEL_SHARE = 0.34;
    private static final double LABEL_MAX = 140;
    private static final double ORIGIN_SHARE = 0.3;
    private static final double GAP = 8;

    private final Fact fact;
    private final InspectorViewModel model;
    private final Label label;
    private final Label value;
    private final Label origin;

    FactRow(Fact fact, InspectorViewModel model) {
        this.fact = fact;
        this.model = model;
        this.label = text(fact.label(), "fact-label");
        this.value = text(fact.value().text(), "fact-value");
        this.origin = text(fact.origin().text(), "fact-origin");
        value.getStyleClass().add(fact.value().tone().style());
        if (fact.value().mono()) {
            value.getStyleClass().add("mono-value");
        }
        if (fact.value().target().isPresent()) {
            value.getStyleClass().add("linked");
        }
        getStyleClass().add("fact-row");
        getChildren().addAll(label, value, origin);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(fact.spoken());
        setOnMouseClicked(this::clicked);
        setOnMouseEntered(e -> light());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().addListener((observable, before, now) -> {
            if (now) {
                light();
                Reveal.inScrollPane(this);
            }
        });
        CopyMenu.on(this, fact, model);
    }

    /** Called when lit bytes change; the row shows whether its own are among them. */
    void lit(ByteSpan bytes) {
        pseudoClassStateChanged(
                LIT,
                fact.origin()
                        .bytes()
                        .filter(own -> bytes.contains(own.offset()) || own.contains(bytes.offset()))
                        .isPresent());
    }

    /** No byte is lit. */
    void unlit() {
        pseudoClassStateChanged(LIT, false);
    }

    private static Label text(String words, String styleClass) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private void light() {
        fact.origin().bytes().ifPresent(bytes -> model.light(Optional.of(bytes)));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        requestFocus();
        if (event.getTarget() == value || value.equals(parentOf(event))) {
            fact.value().target().ifPresent(model::go);
        }
        event.consume();
    }

    private static Object parentOf(MouseEvent event) {
        return event.getTarget() instanceof Node node ? node.getParent() : null;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            fact.value().target().ifPresentOrElse(model::go, () -> CopyMenu.showBytes(fact, model));
            event.consume();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            CopyMenu.copy(fact.value().text());
            event.consume();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private double labelWidth(double inner) {
        return Math.floor(Math.min(LABEL_MAX, inner * LABEL_SHARE));
    }

    private double originWidth(double inner) {
        return Math.ceil(Math.min(origin.prefWidth(-1), inner * ORIGIN_SHARE));
    }

    private double valueWidth(double inner) {
        return Math.max(0, inner - labelWidth(inner) - originWidth(inner) - 2 * GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = inner(width < 0 ? getWidth() : width);
        double height = Math.max(
                label.prefHeight(labelWidth(inner)),
                Math.max(value.prefHeight(valueWidth(inner)), origin.prefHeight(originWidth(inner))));
        return snappedTopInset() + height + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 320;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double inner = inner(getWidth());
        double x = snappedLeftInset();
        double y = snappedTopInset();
        place(label, x, y, labelWidth(inner));
        place(value, x + labelWidth(inner) + GAP, y, valueWidth(inner));
        place(origin, x + inner - originWidth(inner), y, originWidth(inner));
    }

    private static void place(Label part, double x, double y, double width) {
        part.resizeRelocate(x, y, width, part.prefHeight(width));
    }
}
