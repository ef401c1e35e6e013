package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.plan.PluggedCard;

/** One port: what is thought to be plugged in, and its ARI forwarding. */
final class PortRow extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final List<Optional<Boolean>> ARI = List.of(Optional.empty(), Optional.of(true), Optional.of(false));

    private final PlanPort port;
    private final BusPlanViewModel model;
    private final String address;
    private final Button plug = new Button();
    private final ComboBox<Optional<Boolean>> ari = new ComboBox<>();
    private final HBox ariLine = new HBox();
    private Optional<CardFields> card = Optional.empty();
    private boolean showing;

    PortRow(PlanPort port, BusPlanViewModel model) {
        this.port = port;
        this.model = model;
        this.address = PlanWords.address(port.address());
        setId("plan-port-" + port.address());
        getStyleClass().addAll("device-row", "port-row");
        getChildren().setAll(head());
        port.fact().ifPresent(fact -> getChildren().add(ari(fact)));
        setOnMousePressed(e -> select());
        focusWithinProperty().addListener((observable, before, now) -> {
            if (now) {
                select();
            }
        });
    }

    PlanPort port() {
        return port;
    }

    private void select() {
        model.select(new Target.OfFunction(port.address()));
    }

    private Node head() {
        Label where = new Label(address);
        where.getStyleClass().add("mono-strong");
        where.setMinWidth(USE_PREF_SIZE);
        Label name = new Label(port.name());
        name.getStyleClass().add("quiet");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        plug.setId("plan-plug-" + port.address());
        plug.setMinWidth(USE_PREF_SIZE);
        plug.getStyleClass().add("small-button");
        plug.setTooltip(new Tooltip(Messages.text("busplan.plug.tip")));
        plug.managedProperty().bind(plug.visibleProperty());
        plug.setOnAction(e -> plugOrTake());
        HBox head = new HBox(where, name, plug);
        head.getStyleClass().add("plan-line");
        return head;
    }

    private void plugOrTake() {
        if (model.card(port.address()).isPresent()) {
            model.unplug(port.address());
        } else {
            model.settle();
            model.plug(port.address(), PluggedCard.endpoint());
            model.settle();
        }
    }

    private Node ari(String fact) {
        ari.setId("plan-ari-" + port.address());
        ari.setAccessibleText(Messages.text("busplan.ari.of", address));
        ari.setTooltip(new Tooltip(Messages.text("busplan.ari.tip")));
        ari.getItems().setAll(ARI);
        ari.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Boolean> wish) {
                return wish == null ? "" : words(wish);
            }

            @Override
            public Optional<Boolean> fromString(String text) {
                return ari.getValue();
            }
        });
        ari.valueProperty().addListener((observable, before, now) -> {
            if (!showing) {
                model.setAri(port.address(), now);
            }
        });
        Label what = new Label(Messages.text("busplan.ari"));
        what.setLabelFor(ari);
        what.setMinWidth(USE_PREF_SIZE);
        Label today = new Label(fact);
        today.setMinWidth(0);
        today.getStyleClass().addAll("device-note", "quiet");
        ariLine.getStyleClass().add("plan-line");
        ariLine.getChildren().setAll(what, ari, today);
        ari.managedProperty().bind(ari.visibleProperty());
        return ariLine;
    }

    private static String words(Optional<Boolean> wish) {
        return wish.map(on -> Messages.text(on ? "busplan.ari.on" : "busplan.ari.off"))
                .orElseGet(() -> Messages.text("busplan.ari.linux"));
    }

    /** Shows what is wished for. A wish that a plan from a file has can be taken back also where there is no making it here. */
    void show() {
        showing = true;
        Optional<Boolean> on = model.ari(port.address());
        ari.setValue(on);
        ari.setVisible(port.ari() || on.isPresent());
        showing = false;
        Optional<PluggedCard> now = model.card(port.address());
        plug.setVisible(port.empty() || now.isPresent());
        plug.setText(Messages.text(now.isPresent() ? "busplan.plug.take" : "busplan.plug"));
        plug.setAccessibleText(Messages.text(now.isPresent() ? "busplan.plug.take.of" : "busplan.plug.of", address));
        now.ifPresent(c -> {
            if (card.isEmpty()) {
                card = Optional.of(new CardFields(port.address(), model));
                getChildren().add(1, card.get());
            }
            card.get().show(c);
        });
        card.ifPresent(fields -> fields.setVisible(now.isPresent()));
    }

    /** Marks the row of the selected port. */
    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
