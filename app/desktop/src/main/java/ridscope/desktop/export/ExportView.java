package ridscope.desktop.export;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.diagram.MarkIndex;
import ridscope.draw.export.PictureFormat;
import ridscope.draw.export.PictureProof;
import ridscope.draw.paint.Palettes;

/** A page in place of the views: to the left what is wanted, to the right how it would look. Esc closes it. */
public final class ExportView extends BorderPane {

    private static final double SMALLEST = 0.02;
    private static final double LARGEST = 1;

    private final ExportViewModel model;
    private final ExportForm form;
    private final DiagramCanvas canvas;
    private final Label words = new Label();
    private final Label problem = new Label();
    private final Button save = new Button(Messages.text("export.save"));

    /**
     * @param onSave asks where to and writes
     * @param onClose shows the views again
     */
    public ExportView(ExportViewModel model, Commands commands, Runnable onSave, Runnable onClose) {
        this.model = model;
        setId("export-page");
        getStyleClass().add("export-page");
        form = new ExportForm(model);
        canvas = new DiagramCanvas(palette(), SMALLEST, LARGEST);
        canvas.setId("export-canvas");
        canvas.setAccessibleText(Messages.text("export.proof"));
        problem.setId("export-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("export-problem");
        StackPane look = new StackPane(canvas, problem);
        look.getStyleClass().add("export-look");
        look.setMinSize(0, 0);
        setLeft(form);
        setCenter(new VBox(look, actions(commands, onSave, onClose)));
        VBox.setVgrow(look, Priority.ALWAYS);
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                onClose.run();
            }
        });
        model.proofProperty().addListener((observable, before, now) -> show(now));
        model.themeProperty().addListener((observable, before, now) -> canvas.setPalette(palette()));
        sceneProperty().addListener((observable, before, now) -> {
            if (now == null) {
                model.close();
            }
        });
        show(model.proofProperty().get());
    }

    /** Takes over what the window shows now, and the keyboard. */
    public void open() {
        model.open();
        form.offer();
        // Without a skin the form is not yet part of the scene, and cannot have the keyboard.
        applyCss();
        form.focusFirst();
    }

    private ridscope.draw.paint.Palette palette() {
        return Palettes.named(model.themeProperty().get()).orElseThrow();
    }

    private Node actions(Commands commands, Runnable onSave, Runnable onClose) {
        words.setId("export-words");
        words.getStyleClass().add("quiet");
        words.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        save.setId("export-save");
        save.getStyleClass().add("accent");
        save.setDefaultButton(true);
        save.setOnAction(e -> onSave.run());
        Button close = new Button(Messages.text("export.close"));
        close.setId("export-close");
        close.setCancelButton(true);
        close.setOnAction(e -> onClose.run());
        HBox bar = new HBox(
                words, space, commands.button(Command.PRINT), commands.button(Command.COPY_PICTURE), close, save);
        bar.getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .forEach(button -> button.setMinWidth(Region.USE_PREF_SIZE));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("export-actions");
        return bar;
    }

    private void show(Proof now) {
        Optional<PictureProof> proof = now.proof();
        proof.ifPresent(p -> {
            boolean sameShape = canvas.diagram()
                    .filter(d -> d.width() == p.diagram().width()
                            && d.height() == p.diagram().height())
                    .isPresent();
            canvas.updateDiagram(new MarkIndex(p.diagram()), Optional.empty());
            if (!sameShape) {
                canvas.fit();
            }
            words.setText(size(p));
        });
        canvas.setVisible(proof.isPresent());
        problem.setText(now.problem());
        problem.setVisible(!now.problem().isEmpty());
        if (proof.isEmpty()) {
            words.setText("");
        }
        save.setDisable(proof.isEmpty());
    }

    private String size(PictureProof proof) {
        String unit = model.formatProperty().get() == PictureFormat.PNG ? "export.size.pixels" : "export.size.points";
        String size = Messages.text(unit, proof.size().width(), proof.size().height());
        if (proof.pages() > 1) {
            return Messages.text("export.size.pages", proof.pages(), size);
        }
        long percent = Math.round(proof.times() * 100);
        return percent == 100 ? size : Messages.text("export.size.shrunk", size, percent);
    }
}
