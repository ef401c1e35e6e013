package ridscope.desktop.compare;

import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.SourceLine;
import ridscope.desktop.l10n.Messages;
import ridscope.diff.Fate;

/** Which hosts are compared, how many functions had which fate, and which of them are listed. */
final class CompareHead extends VBox {

    private final CompareViewModel model;
    private final Label before = new Label();
    private final Label after = new Label();
    private final Label beforeOrigin = new Label();
    private final Label afterOrigin = new Label();
    private final Label verdict = new Label();
    private final HBox kinds = new HBox();
    private final TextField filter = TextFields.createClearableTextField();

    CompareHead(CompareViewModel model, Commands commands, CompareOffers offers) {
        this.model = model;
        getStyleClass().add("compare-head");
        setMinWidth(0);
        HBox hosts = hosts(commands, offers);
        verdict.setId("compare-verdict");
        verdict.getStyleClass().add("compare-verdict");
        verdict.setWrapText(true);
        verdict.managedProperty().bind(verdict.visibleProperty());
        kinds();
        getChildren().setAll(hosts, verdict, kinds);
        model.comparedProperty().addListener((observable, was, now) -> show(now));
        show(model.comparedProperty().get());
    }

    /** Puts the keyboard into the filter. */
    void filter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private HBox hosts(Commands commands, CompareOffers offers) {
        Button swap = commands.button(Command.COMPARE_SWAP);
        swap.setMinWidth(USE_PREF_SIZE);
        MenuButton with = new MenuButton(Messages.text("compare.choose"));
        with.setId("compare-choose");
        with.setMinWidth(USE_PREF_SIZE);
        with.setAccessibleText(Messages.text("compare.choose"));
        with.getItems().setAll(offers.items());
        with.setOnShowing(e -> with.getItems().setAll(offers.items()));
        HBox row = new HBox(
                host("compare-before", before, beforeOrigin), swap, host("compare-after", after, afterOrigin), with);
        row.getStyleClass().add("compare-hosts");
        return row;
    }

    private static VBox host(String id, Label name, Label heading) {
        heading.getStyleClass().add("quiet");
        heading.setMinWidth(0);
        name.setMinWidth(0);
        name.setId(id);
        name.getStyleClass().add("compare-host");
        VBox box = new VBox(heading, name);
        box.setMinWidth(0);
        box.setPrefWidth(1);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private void kinds() {
        kinds.getStyleClass().add("compare-kinds");
        for (Fate fate : Fate.values()) {
            ToggleButton toggle = new ToggleButton();
            toggle.setId("compare-" + fate.id());
            toggle.setUserData(fate);
            toggle.setGraphic(new FateIcon(fate));
            toggle.getStyleClass().add("findings-toggle");
            toggle.setMinWidth(USE_PREF_SIZE);
            toggle.setTooltip(new Tooltip(FateWords.meaning(fate)));
            toggle.setAccessibleHelp(FateWords.meaning(fate));
            toggle.selectedProperty().bindBidirectional(model.listedProperty(fate));
            kinds.getChildren().add(toggle);
        }
        CheckBox registers = new CheckBox(Messages.text("compare.registers"));
        registers.setId("compare-registers");
        registers.setMinWidth(USE_PREF_SIZE);
        registers.setTooltip(new Tooltip(Messages.text("compare.registers.tip")));
        registers.setAccessibleText(Messages.text("compare.registers.tip"));
        registers.selectedProperty().bindBidirectional(model.registersProperty());
        filter.setId("compare-filter");
        filter.setPromptText(Messages.text("compare.filter"));
        filter.setAccessibleText(Messages.text("compare.filter.label"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.ALWAYS);
        kinds.getChildren().addAll(registers, filter, copy());
    }

    private MenuButton copy() {
        MenuButton copy = new MenuButton(Messages.text("compare.copy"));
        copy.setId("compare-copy");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(Messages.text("compare.copy.label"));
        copy.setTooltip(new Tooltip(Messages.text("compare.copy.label")));
        for (CopyText.Form form : CopyText.Form.values()) {
            copy.getItems().add(copyItem(form));
        }
        return copy;
    }

    private MenuItem copyItem(CopyText.Form form) {
        String words = switch (form) {
            case TEXT -> Messages.text("compare.copy.text");
            case CSV -> Messages.text("compare.copy.csv");
            case MARKDOWN -> Messages.text("compare.copy.markdown");
        };
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> model.comparedProperty()
                .get()
                .ifPresent(c -> Clipboard.getSystemClipboard()
                        .setContent(Map.of(DataFormat.PLAIN_TEXT, CopyText.addresses(c, form)))));
        return item;
    }

    private void show(Optional<Compared> now) {
        now.ifPresent(c -> {
            show(before, c.before());
            show(after, c.after());
            beforeOrigin.setText(Messages.text("compare.before", SourceLine.of(c.before())));
            afterOrigin.setText(Messages.text("compare.after", SourceLine.of(c.after())));
        });
        Optional<String> warning = now.flatMap(c -> c.table().verdict());
        verdict.setText(warning.orElse(""));
        verdict.setVisible(warning.isPresent());
        kinds.getChildren().forEach(node -> {
            if (node instanceof ToggleButton toggle && toggle.getUserData() instanceof Fate fate) {
                String words = FateWords.count(fate, model.count(fate));
                toggle.setText(words);
                toggle.setAccessibleText(Messages.text("compare.toggle", words));
            }
        });
    }

    private static void show(Label label, Document host) {
        String line = SourceLine.of(host);
        label.setText(host.title());
        Tooltip tooltip = new Tooltip(line);
        label.setTooltip(tooltip);
        label.setAccessibleText(host.title() + ", " + line);
    }
}
