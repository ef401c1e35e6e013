package ridscope.desktop.shell;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;

/** The menu bar: every command, recent files and samples. */
final class MainMenu {

    private final Commands commands;
    private final ShellViewModel model;
    private final BookmarkMenu bookmarks;

    MainMenu(Commands commands, ShellViewModel model, BookmarkMenu bookmarks) {
        this.bookmarks = bookmarks;
        this.commands = commands;
        this.model = model;
    }

    MenuBar build(List<Sample> samples) {
        MenuBar bar = new MenuBar(file(samples), view(), plan(), compare(), go(), help());
        bar.setId("menu-bar");
        return bar;
    }

    private Menu file(List<Sample> samples) {
        Menu recent = menu("menu-recent", "menu.recent");
        Menu sampleMenu = menu("menu-samples", "menu.samples");
        samples.forEach(sample -> sampleMenu.getItems().add(item(sample.title(), () -> model.open(sample))));
        sampleMenu.setDisable(samples.isEmpty());
        Menu menu = menu(
                "menu-file",
                "menu.file",
                commands.menuItem(Command.NEW_WINDOW),
                new SeparatorMenuItem(),
                commands.menuItem(Command.OPEN),
                commands.menuItem(Command.OPEN_IN_NEW_WINDOW),
                commands.menuItem(Command.OPEN_FOLDER),
                commands.menuItem(Command.PASTE),
                recent,
                sampleMenu,
                commands.menuItem(Command.LIVE),
                commands.menuItem(Command.OPEN_SSH),
                commands.menuItem(Command.RELOAD),
                commands.menuItem(Command.ADD_BOOT_LOG),
                commands.checkItem(Command.WATCH),
                commands.menuItem(Command.CANCEL),
                new SeparatorMenuItem(),
                commands.menuItem(Command.SAVE_SNAPSHOT),
                commands.menuItem(Command.SAVE_REDACTED),
                commands.menuItem(Command.EXPORT),
                commands.menuItem(Command.COPY_PICTURE),
                commands.menuItem(Command.PRINT),
                new SeparatorMenuItem(),
                commands.menuItem(Command.CLOSE_WINDOW),
                commands.menuItem(Command.QUIT));
        fillRecent(recent);
        menu.setOnShowing(e -> fillRecent(recent));
        return menu;
    }

    private void fillRecent(Menu recent) {
        recent.getItems()
                .setAll(model.recentFiles().stream()
                        .map(path -> item(path, () -> model.open(Path.of(path))))
                        .toList());
        recent.setDisable(recent.getItems().isEmpty());
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }

    private Menu view() {
        Menu menu = menu(
                "menu-view",
                "menu.view",
                new SeparatorMenuItem(),
                commands.menuItem(Command.TOGGLE_OUTLINE),
                commands.menuItem(Command.TOGGLE_DETAILS),
                commands.checkItem(Command.TOGGLE_FINDINGS),
                new SeparatorMenuItem(),
                commands.menuItem(Command.FIT),
                commands.menuItem(Command.ZOOM_IN),
                commands.menuItem(Command.ZOOM_OUT),
                new SeparatorMenuItem(),
                commands.menuItem(Command.ZOOM_SELECTION),
                commands.checkItem(Command.MINIMAP),
                menu(
                        "menu-overlays",
                        "menu.overlays",
                        Command.overlays().map(commands::checkItem).toArray(MenuItem[]::new)),
                commands.menuItem(Command.PATH_TO),
                commands.menuItem(Command.FOLD_ALL),
                commands.menuItem(Command.UNFOLD_ALL),
                commands.menuItem(Command.UNFOLD_SELECTION),
                ridMap(),
                new SeparatorMenuItem(),
                commands.menuItem(Command.THEME),
                themes(),
                textSize(),
                commands.checkItem(Command.REDUCE_MOTION),
                choices(
                        "menu-languages",
                        "menu.language",
                        Command.LANGUAGE_SYSTEM,
                        Command.LANGUAGE_ENGLISH,
                        Command.LANGUAGE_GERMAN));
        menu.getItems().addAll(0, views());
        return menu;
    }

    private Menu ridMap() {
        return menu(
                "menu-rid-map",
                "ridmap.title",
                commands.checkItem(Command.ARI_NUMBERS),
                commands.menuItem(Command.UNFOLD_BUSES),
                commands.menuItem(Command.FOLD_BUSES));
    }

    private Menu themes() {
        return choices(
                "menu-themes",
                "menu.theme",
                Command.THEME_LIGHT,
                Command.THEME_DARK,
                Command.THEME_CONTRAST,
                Command.THEME_PRINT);
    }

    private Menu choices(String id, String title, Command... choices) {
        return menu(id, title, Arrays.stream(choices).map(commands::choiceItem).toArray(MenuItem[]::new));
    }

    private static Menu menu(String id, String title, MenuItem... items) {
        Menu menu = new Menu(Messages.text(title), null, items);
        menu.setId(id);
        return menu;
    }

    private Menu textSize() {
        return menu(
                "menu-text-size",
                "menu.text-size",
                commands.menuItem(Command.TEXT_LARGER),
                commands.menuItem(Command.TEXT_SMALLER),
                commands.menuItem(Command.TEXT_NORMAL));
    }

    /** One item per view, the one that is shown is marked. */
    private List<RadioMenuItem> views() {
        List<RadioMenuItem> items = Arrays.stream(ViewMode.values())
                .map(mode -> commands.radioItem(mode.command()))
                .toList();
        mark(items, model.viewModeProperty().get());
        model.viewModeProperty().addListener((observable, before, now) -> mark(items, now));
        // Choosing the marked one again must not take its mark.
        items.forEach(item -> item.addEventHandler(
                ActionEvent.ACTION, e -> mark(items, model.viewModeProperty().get())));
        return items;
    }

    private static void mark(List<RadioMenuItem> items, ViewMode mode) {
        for (int i = 0; i < items.size(); i++) {
            items.get(i).setSelected(i == mode.ordinal());
        }
    }

    private Menu plan() {
        return menu(
                "menu-plan",
                "menu.plan",
                commands.menuItem(Command.UNDO),
                commands.menuItem(Command.REDO),
                commands.menuItem(Command.RESET_PLAN),
                new SeparatorMenuItem(),
                commands.menuItem(Command.OPEN_PLAN),
                commands.menuItem(Command.SAVE_PLAN));
    }

    private Menu compare() {
        Menu menu = new Menu(Messages.text("menu.compare"));
        menu.setId("menu-compare");
        menu.getItems()
                .addAll(
                        commands.menuItem(Command.COMPARE_WITH),
                        commands.menuItem(Command.COMPARE_LIVE),
                        commands.menuItem(Command.COMPARE_OPENED),
                        new SeparatorMenuItem(),
                        commands.menuItem(Command.COMPARE_SWAP),
                        commands.menuItem(Command.COPY_ADDRESSES));
        return menu;
    }

    private Menu help() {
        return menu("menu-help", "menu.help", commands.menuItem(Command.SHORTCUTS), commands.menuItem(Command.ABOUT));
    }

    private Menu go() {
        return menu(
                "menu-go",
                "menu.go",
                commands.menuItem(Command.PALETTE),
                new SeparatorMenuItem(),
                commands.menuItem(Command.BACK),
                commands.menuItem(Command.FORWARD),
                new SeparatorMenuItem(),
                commands.checkItem(Command.BOOKMARK),
                commands.menuItem(Command.NEXT_BOOKMARK),
                commands.menuItem(Command.PREVIOUS_BOOKMARK),
                bookmarks.build(),
                commands.menuItem(Command.EDIT_NOTE),
                new SeparatorMenuItem(),
                commands.menuItem(Command.COPY_BDF),
                commands.menuItem(Command.COPY_HEX),
                commands.menuItem(Command.COPY_DECIMAL),
                new SeparatorMenuItem(),
                commands.menuItem(Command.ASK),
                commands.menuItem(Command.NEXT_MATCH),
                commands.menuItem(Command.PREVIOUS_MATCH),
                commands.menuItem(Command.FILTER),
                commands.menuItem(Command.GO_FINDINGS),
                commands.menuItem(Command.CLEAR_SELECTION),
                commands.menuItem(Command.CLEAR_MARKS));
    }
}
