package ridscope.desktop.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;
import ridscope.source.Source;

/** Everything that the open host can be compared with, as buttons and as items of a menu. */
public final class CompareOffers {

    private static final int RECENT = 4;

    private final CompareViewModel model;
    private final Commands commands;
    private final Supplier<List<String>> recent;
    private final List<Offer> samples;

    /**
     * @param recent paths of recent files, the latest first
     * @param samples hosts that come with the program
     */
    public CompareOffers(
            CompareViewModel model, Commands commands, Supplier<List<String>> recent, List<Offer> samples) {
        this.model = model;
        this.commands = commands;
        this.recent = recent;
        this.samples = List.copyOf(samples);
    }

    /** Buttons for what can always be chosen. */
    List<Button> buttons() {
        return Stream.of(Command.COMPARE_WITH, Command.COMPARE_LIVE, Command.COMPARE_OPENED)
                .map(this::button)
                .toList();
    }

    /** One for the state when it was opened would lead nowhere while nothing has changed. */
    private Button button(Command command) {
        Button button = commands.button(command);
        button.setId("choose-" + command.id());
        if (command == Command.COMPARE_OPENED) {
            button.visibleProperty().bind(model.changedSinceProperty());
            button.managedProperty().bind(model.changedSinceProperty());
        }
        return button;
    }

    /** Buttons for recent files that are still there. */
    List<Button> recentButtons() {
        List<Button> buttons =
                recentFiles().limit(RECENT).map(this::recentButton).toList();
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).setId("compare-recent-" + i);
        }
        return buttons;
    }

    private Stream<Path> recentFiles() {
        return recent.get().stream().map(Path::of).filter(Files::exists);
    }

    private Button recentButton(Path path) {
        Button button = new Button(String.valueOf(path.getFileName()));
        button.getStyleClass().add("welcome-recent");
        button.setMnemonicParsing(false);
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.setTooltip(new Tooltip(path.toString()));
        button.setAccessibleText(Messages.text("compare.with", path));
        button.setOnAction(e -> model.with(new Source.OnDisk(path)));
        return button;
    }

    /** A button per sample. */
    List<Button> sampleButtons() {
        return samples.stream().map(this::sampleButton).toList();
    }

    private Button sampleButton(Offer offer) {
        Button card = new Button(offer.title());
        card.setId("compare-sample-" + offer.name());
        card.setMnemonicParsing(false);
        card.setAccessibleText(Messages.text("compare.with", offer.title()));
        card.getStyleClass().add("sample-card");
        card.setOnAction(e -> model.with(offer));
        return card;
    }

    /** The same as menu items; recent files as they are now. */
    List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        for (Command command : List.of(Command.COMPARE_WITH, Command.COMPARE_LIVE, Command.COMPARE_OPENED)) {
            MenuItem item = commands.menuItem(command);
            item.setId("with-" + command.id());
            // The menu bar has the keys; twice the same would run it twice.
            item.setAccelerator(null);
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        Menu files = new Menu(Messages.text("menu.recent"));
        recentFiles()
                .forEach(path ->
                        files.getItems().add(item(path.toString(), () -> model.with(new Source.OnDisk(path)))));
        files.setDisable(files.getItems().isEmpty());
        Menu bundled = new Menu(Messages.text("menu.samples"));
        samples.forEach(offer -> bundled.getItems().add(item(offer.title(), () -> model.with(offer))));
        bundled.setDisable(samples.isEmpty());
        items.add(files);
        items.add(bundled);
        items.add(new SeparatorMenuItem());
        items.add(item(Messages.text("compare.forget"), model::forget));
        return items;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
