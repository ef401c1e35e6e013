package ridscope.desktop.shell;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.command.Condition;
import ridscope.desktop.compare.CompareViewModel;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.l10n.Messages;
import ridscope.source.Source;

/** Says what the commands on two hosts do. Choosing what to compare with shows the view. */
public final class CompareCommands {

    private final Commands commands;
    private final ShellViewModel shell;
    private final CompareViewModel compare;
    private final Stage stage;

    public CompareCommands(Commands commands, ShellViewModel shell, CompareViewModel compare, Stage stage) {
        this.commands = commands;
        this.shell = shell;
        this.compare = compare;
        this.stage = stage;
    }

    /** Binds all of them. */
    public void bind(DocumentModel document) {
        Condition open = Condition.when(
                Bindings.createBooleanBinding(() -> document.get().isPresent(), document.documentProperty()),
                Messages.text("why.nothing-open"));
        Condition compared = open.and(
                Bindings.createBooleanBinding(
                        () -> compare.otherProperty().get().isPresent(), compare.otherProperty()),
                Messages.text("why.nothing-compared"));
        commands.bind(Command.COMPARE_WITH, this::withFile, open);
        commands.bind(
                Command.COMPARE_LIVE,
                () -> {
                    show();
                    compare.with(new Source.Live());
                },
                open);
        commands.bind(
                Command.COMPARE_OPENED,
                () -> {
                    show();
                    compare.withOpened();
                },
                open.and(compare.changedSinceProperty(), Messages.text("why.not-changed-since")));
        BooleanProperty swapped = compare.swappedProperty();
        commands.bind(Command.COMPARE_SWAP, () -> swapped.set(!swapped.get()), compared);
        commands.bind(
                Command.COPY_ADDRESSES,
                () -> compare.addresses()
                        .ifPresent(
                                text -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text))),
                compared);
    }

    private void withFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("files.compare"));
        Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath).ifPresent(file -> {
            show();
            compare.with(new Source.OnDisk(file));
        });
    }

    private void show() {
        shell.hideMessage();
        shell.viewModeProperty().set(ViewMode.COMPARE);
    }
}
