package ridscope.desktop.busplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.Target;
import ridscope.plan.SdiWish;

/** One device: its counts, what is known of it, and SIOV to be given where it has none. */
final class DeviceRow extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** Right end of a gift's slider; the field goes to 65535. */
    private static final int GIFT_SLIDER = 2048;

    private static final int MOST = 0xffff;

    private final PlanDevice device;
    private final BusPlanViewModel model;
    private final String address;
    private final Button give = new Button(Messages.text("busplan.siov.give"));
    private final VBox gift = new VBox();
    private Optional<CountControl> vfs = Optional.empty();
    private Optional<CountControl> sdis = Optional.empty();
    private Optional<Gift> fields = Optional.empty();

    /** What a given capability has. */
    private record Gift(CountControl total, NumberField offset, NumberField stride) {}

    DeviceRow(PlanDevice device, BusPlanViewModel model) {
        this.device = device;
        this.model = model;
        this.address = PlanWords.address(device.address());
        setId("plan-device-" + device.address());
        getStyleClass().add("device-row");
        List<Node> parts = new ArrayList<>();
        parts.add(head());
        if (device.totalVfs() > 0) {
            vfs = Optional.of(count("vfs", device.totalVfs(), n -> model.setVfs(device.address(), n)));
            parts.add(vfs.get());
        }
        if (device.totalSdis() > 0) {
            sdis = Optional.of(count("sdis", device.totalSdis(), n -> model.setSdis(device.address(), n)));
            parts.add(sdis.get());
        }
        parts.add(gift);
        device.facts().forEach(fact -> parts.add(note(fact, "quiet")));
        device.unknown().forEach(sentence -> parts.add(note(sentence, "unknown")));
        getChildren().setAll(parts);
        gift.getStyleClass().add("siov-gift");
        gift.managedProperty().bind(gift.visibleProperty());
        setOnMousePressed(e -> select());
        focusWithinProperty().addListener((observable, before, now) -> {
            if (now) {
                select();
            }
        });
    }

    PlanDevice device() {
        return device;
    }

    private void select() {
        model.select(new Target.OfFunction(device.address()));
    }

    private Node head() {
        Label where = new Label(address);
        where.getStyleClass().add("mono-strong");
        where.setMinWidth(USE_PREF_SIZE);
        Label name = new Label(device.name());
        name.getStyleClass().add("quiet");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(where, name);
        head.getStyleClass().add("plan-line");
        if (!device.siov()) {
            give.setId("plan-give-" + device.address());
            give.setMinWidth(USE_PREF_SIZE);
            give.getStyleClass().add("small-button");
            give.setAccessibleText(Messages.text("busplan.siov.give.of", address));
            give.setTooltip(new Tooltip(Messages.text("busplan.siov.give.tip")));
            give.setOnAction(e -> giveOrTake());
            head.getChildren().add(give);
        }
        return head;
    }

    private void giveOrTake() {
        if (model.given(device).isPresent()) {
            model.takeSiov(device.address());
        } else {
            model.settle();
            model.giveSiov(device.address(), BusPlanViewModel.gift(BusPlanViewModel.GIFT, 1, 1));
            model.settle();
        }
    }

    private CountControl count(String what, int total, IntConsumer onValue) {
        boolean ofVfs = what.equals("vfs");
        return new CountControl(
                new CountControl.Shape(
                        "plan-" + what + "-" + device.address(),
                        Messages.text(ofVfs ? "busplan.vfs" : "busplan.sdis"),
                        Messages.text(ofVfs ? "busplan.vfs.of" : "busplan.sdis.of", address),
                        total,
                        total,
                        Messages.text("busplan.of", total)),
                onValue,
                model::settle);
    }

    private static Label note(String text, String style) {
        Label note = new Label(text);
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().addAll("device-note", style);
        return note;
    }

    /** Shows what is wished for. */
    void show() {
        vfs.ifPresent(c -> c.show(model.vfs(device.address())));
        sdis.ifPresent(c -> c.show(model.sdis(device.address())));
        Optional<SdiWish> given = model.given(device);
        give.setText(Messages.text(given.isPresent() ? "busplan.siov.take" : "busplan.siov.give"));
        give.setAccessibleText(
                Messages.text(given.isPresent() ? "busplan.siov.take.of" : "busplan.siov.give.of", address));
        if (given.isPresent() && fields.isEmpty()) {
            fill();
        }
        gift.setVisible(given.isPresent());
        given.ifPresent(wish -> fields.ifPresent(f -> {
            f.total().show(wish.total());
            f.offset().show(wish.offset().orElse(1));
            f.stride().show(wish.stride().orElse(1));
        }));
    }

    private void fill() {
        CountControl total = new CountControl(
                new CountControl.Shape(
                        "plan-siov-" + device.address(),
                        Messages.text("busplan.sdis"),
                        Messages.text("busplan.sdis.of", address),
                        GIFT_SLIDER,
                        MOST,
                        Messages.text("busplan.siov.thought")),
                n -> change(OptionalInt.of(n), OptionalInt.empty(), OptionalInt.empty()),
                model::settle);
        NumberField offset =
                register("offset", n -> change(OptionalInt.empty(), OptionalInt.of(n), OptionalInt.empty()));
        NumberField stride =
                register("stride", n -> change(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(n)));
        HBox registers = new HBox();
        registers.getStyleClass().add("plan-line");
        Stream.of(label("busplan.siov.offset", offset), offset, label("busplan.siov.stride", stride), stride)
                .forEach(registers.getChildren()::add);
        gift.getChildren().setAll(total, registers);
        fields = Optional.of(new Gift(total, offset, stride));
    }

    private NumberField register(String what, IntConsumer onValue) {
        boolean offset = what.equals("offset");
        NumberField field = new NumberField(
                Messages.text(offset ? "busplan.siov.offset.of" : "busplan.siov.stride.of", address),
                0,
                MOST,
                onValue,
                model::settle);
        field.setId("plan-siov-" + what + "-" + device.address());
        return field;
    }

    private static Label label(String key, NumberField field) {
        Label label = new Label(Messages.text(key));
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void change(OptionalInt total, OptionalInt offset, OptionalInt stride) {
        model.given(device).ifPresent(was -> {
            SdiWish now = BusPlanViewModel.gift(
                    total.orElse(was.total()),
                    offset.orElse(was.offset().orElse(1)),
                    stride.orElse(was.stride().orElse(1)));
            model.giveSiov(device.address(), now);
        });
    }

    /** Marks the row of the selected device. */
    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
