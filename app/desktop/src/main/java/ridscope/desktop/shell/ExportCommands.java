package ridscope.desktop.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.command.Condition;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.export.ExportView;
import ridscope.desktop.export.ExportViewModel;
import ridscope.desktop.export.PictureClipboard;
import ridscope.desktop.export.PicturePrinter;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.export.Picture;
import ridscope.draw.export.PictureException;
import ridscope.draw.export.PictureFormat;
import ridscope.job.Job;

/** What takes a picture out of the window: into a file, onto the clipboard, onto paper. */
public final class ExportCommands {

    private static final String LANE = "taking-out";

    private final ShellViewModel shell;
    private final ExportViewModel export;
    private final TaskRunner runner;
    private final Stage stage;

    public ExportCommands(ShellViewModel shell, ExportViewModel export, TaskRunner runner, Stage stage) {
        this.shell = shell;
        this.export = export;
        this.runner = runner;
        this.stage = stage;
    }

    /** Binds all of them; the page is made when it is first asked for. */
    public ExportCommands bind(Commands commands, DocumentModel document, ShellView view) {
        Condition open = Condition.when(
                Bindings.createBooleanBinding(() -> document.get().isPresent(), document.documentProperty()),
                Messages.text("why.nothing-open"));
        ExportView[] page = new ExportView[1];
        commands.bind(
                Command.EXPORT,
                () -> {
                    if (page[0] == null) {
                        page[0] = new ExportView(export, commands, () -> save(document), view::closeHelp);
                    }
                    view.page(page[0]);
                    page[0].open();
                },
                open);
        commands.bind(Command.COPY_PICTURE, this::copy, open);
        commands.bind(Command.PRINT, this::print, open);
        return this;
    }

    private void save(DocumentModel document) {
        PictureFormat format = export.formatProperty().get();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("files.export"));
        Optional<String> host =
                document.get().flatMap(d -> d.topology().provenance().host());
        chooser.setInitialFileName(FileNames.of(host, export.fileName()));
        chooser.getExtensionFilters()
                .setAll(List.of(new FileChooser.ExtensionFilter(format.name(), "*." + format.ending())));
        Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath).ifPresent(this::save);
    }

    /** Writes the picture that is asked for in the format that is chosen, whatever the file is called. */
    public void save(Path file) {
        shell.export(ended(file), export.picture());
    }

    private Path ended(Path file) {
        PictureFormat format = export.formatProperty().get();
        return PictureFormat.of(file).filter(format::equals).isPresent()
                ? file
                : file.resolveSibling(file.getFileName() + "." + format.ending());
    }

    private void copy() {
        Job<Picture> picture = export.picture();
        runner.work(feedback -> PictureClipboard.of(picture.run(feedback)))
                .lane(LANE)
                .title(Messages.text("status.copying"))
                .onDone(content -> {
                    content.copy();
                    shell.show(Message.notice(Messages.text("message.picture-copied")));
                })
                .onExpected(PictureException.class, e -> shell.show(Message.failed(e.getMessage())))
                .start();
    }

    private void print() {
        if (!PicturePrinter.any()) {
            shell.show(Message.failed(Messages.text("message.no-printer")));
            return;
        }
        PicturePrinter.ask(stage, export.wide()).ifPresent(this::print);
    }

    private void print(PicturePrinter printer) {
        Job<Picture> picture = export.printed(printer.pixels());
        runner.work(feedback -> picture.run(feedback).bytes(PictureFormat.PNG))
                .lane(LANE)
                .title(Messages.text("status.printing"))
                .onDone(png -> shell.show(
                        printer.print(png)
                                ? Message.notice(Messages.text("message.printed"))
                                : Message.failed(Messages.text("message.not-printed"))))
                .onExpected(PictureException.class, e -> shell.show(Message.failed(e.getMessage())))
                .start();
    }
}
