package ridscope.desktop.shell;

import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.command.Condition;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.ridmap.RidMapViewModel;
import ridscope.desktop.selection.SelectionModel;
import ridscope.rid.RidNotation;

/** Commands on the RID map, and on single Routing IDs. */
public final class RidMapCommands {

    private final Commands commands;
    private final DocumentModel document;
    private final SelectionModel selection;
    private final RidMapViewModel map;

    public RidMapCommands(Commands commands, DocumentModel document, SelectionModel selection, RidMapViewModel map) {
        this.commands = commands;
        this.document = document;
        this.selection = selection;
        this.map = map;
    }

    /** Says what each of them does. */
    public void bind() {
        Condition open = Condition.when(
                Bindings.createBooleanBinding(() -> document.get().isPresent(), document.documentProperty()),
                Messages.text("why.nothing-open"));
        commands.bind(
                Command.ARI_NUMBERS,
                () -> map.ariProperty().set(!map.ariProperty().get()),
                open);
        commands.bindMark(Command.ARI_NUMBERS, map.ariProperty());
        commands.bind(Command.UNFOLD_BUSES, map::unfoldAll, open);
        commands.bind(Command.FOLD_BUSES, map::foldAll, open);
        BooleanBinding any = Bindings.createBooleanBinding(
                () -> map.subject().isPresent(), map.cursorProperty(), selection.selectedProperty());
        Condition one = open.and(any, Messages.text("why.no-rid"));
        commands.bind(Command.COPY_BDF, () -> copy(RidNotation.BDF), one);
        commands.bind(Command.COPY_HEX, () -> copy(RidNotation.HEX), one);
        commands.bind(Command.COPY_DECIMAL, () -> copy(RidNotation.DECIMAL), one);
    }

    private void copy(RidNotation notation) {
        Optional<String> text = map.subject(notation);
        text.ifPresent(t -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, t)));
    }
}
