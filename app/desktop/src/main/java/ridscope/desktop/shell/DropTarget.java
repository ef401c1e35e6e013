package ridscope.desktop.shell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import ridscope.desktop.l10n.Messages;

/** Opens files, folders and text that somebody drops on the window. */
final class DropTarget {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drag-over");

    private final ShellViewModel model;

    DropTarget(ShellViewModel model) {
        this.model = model;
    }

    void install(Node window) {
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
            model.open(board.getFiles().get(0).toPath());
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
