package ridscope.desktop.shell;

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

    public DropTarget(ShellViewModel model, BootLogAttacher logs) {
        this.model = model;
        this.logs = logs;
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
            logs.drop(board.getFiles().get(0).toPath());
        } else if (board.hasString()) {
            model.openText(Messages.text("files.dropped"), board.getString());
        }
        return takes(board);
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
