package ridscope.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.notes.NotesModel;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.settings.Note;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

/** The menu of bookmarked functions, and of notes whose function is gone; choosing one of these takes it away. */
public final class BookmarkMenu {

    /** More do not fit on a screen. */
    private static final int MOST = 30;

    private static final int LONGEST = 60;

    private final DocumentModel document;
    private final SelectionModel selection;
    private final NotesModel notes;

    public BookmarkMenu(DocumentModel document, SelectionModel selection, NotesModel notes) {
        this.document = document;
        this.selection = selection;
        this.notes = notes;
    }

    Menu build() {
        Menu menu = new Menu(Messages.text("menu.bookmarks"));
        menu.setId("menu-bookmarks");
        notes.changesProperty().addListener((observable, before, now) -> fill(menu));
        fill(menu);
        return menu;
    }

    private void fill(Menu menu) {
        List<MenuItem> items = new ArrayList<>();
        notes.here().forEach((address, note) -> {
            if (note.bookmarked() && items.size() < MOST) {
                items.add(item(name(address, note), () -> selection.select(new Target.OfFunction(address))));
            }
        });
        if (!items.isEmpty() && !notes.gone().isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        notes.gone().stream()
                .limit(MOST)
                .map(note -> item(
                        Messages.text("notes.gone.forget", note.function().address(), brief(note.text())),
                        () -> notes.forget(note)))
                .forEach(items::add);
        menu.getItems().setAll(items);
        menu.setDisable(items.isEmpty());
    }

    private String name(FunctionAddress address, Note note) {
        Optional<Document> now = document.get();
        String name =
                now.flatMap(d -> d.function(address).map(d.names()::shortName)).orElse("");
        return (address + " " + name + " " + brief(note.text())).strip();
    }

    private static String brief(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return cut.isEmpty() ? "" : "– " + cut;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
