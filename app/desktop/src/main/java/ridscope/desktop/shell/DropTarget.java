package ridscope.desktop.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import ridscope.desktop.l10n.Messages;

/** Opens files, folders and text that somebody drops on the window. */
public final class DropTarget {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drag-over");

    private final ShellViewModel model;
    private final BootLogAttacher logs;
    private final Consumer<Path> newWindow;

    /** @param newWindow opens a file in a window of its own */
    public DropTarget(ShellViewModel model, BootLogAttacher logs, Consumer<Path> newWindow) {
        this.model = model;
        this.logs = logs;
        this.newWindow = newWindow;
    }

    /** Takes what is dropped on the window's content. */
    public void install(Node window) {
        window.setOnDragOver(e -> {
            if (takes(e.getDragboard())) {
                e.acceptTransferModes(TransferMode.COPY);
                mark(window, true);
            }
            e.consume();
        });
        window.setOnDragExited(e -> mark(window, false));
        window.setOnDragDropped(e -> drop(window, e));
    }

    private void drop(Node window, DragEvent e) {
        mark(window, false);
        e.setDropCompleted(open(e.getDragboard()));
        e.consume();
    }

    private boolean open(Dragboard board) {
        if (board.hasFiles()) {
            open(board.getFiles().stream().map(File::toPath).toList());
        } else if (board.hasString()) {
            model.openText(Messages.text("files.dropped"), board.getString());
        }
        return takes(board);
    }

    /** One window shows one host: the first file comes into this one, each of the others into one of its own. */
    void open(List<Path> files) {
        logs.drop(files.get(0));
        files.stream().skip(1).forEach(newWindow);
    }

    private static boolean takes(Dragboard board) {
        return board.hasFiles() || board.hasString();
    }

    private static void mark(Node window, boolean over) {
        Node target = window.lookup("#drop-target");
        if (target != null) {
            target.pseudoClassStateChanged(OVER, over);
        }
    }
}
