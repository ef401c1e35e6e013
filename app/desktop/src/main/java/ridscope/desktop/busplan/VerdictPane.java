package ridscope.desktop.busplan;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;
import ridscope.plan.Advice;
import ridscope.plan.PlanAnswer;
import ridscope.plan.PlanFailure;
import ridscope.plan.PlanGap;
import ridscope.plan.VfLimits;

/** Whether it fits; if not, where it fails first, what the kernel logs, and what to do. As many lines in either case. */
final class VerdictPane extends VBox {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");
    private static final double CAPTIONS = 104;

    private final BusPlanViewModel model;
    private final Label verdict = new Label();
    private final Button next = new Button();
    private final Button show = new Button(Messages.text("busplan.show-bridge"));
    private final GridPane lines = new GridPane();
    private final Label kernel = value("plan-kernel-says");
    private final Label advice = value("plan-advice");
    private final Label limits = value("plan-limits");
    private final Label software = value("plan-software");
    private final Label limitsCaption = caption("");
    private final HBox parameters = new HBox();
    private final CopyButton copyKernel;

    VerdictPane(BusPlanViewModel model) {
        this.model = model;
        setId("plan-verdict-pane");
        getStyleClass().add("verdict-pane");
        copyKernel = new CopyButton("plan-copy-kernel", Messages.text("busplan.copy.kernel"), kernel::getText);
        copyKernel.managedProperty().bind(copyKernel.visibleProperty());
        fillLines();
        getChildren().setAll(head(), lines);
        model.plannedProperty().addListener((observable, before, now) -> show(now));
        model.adviceProperty().addListener((observable, before, now) -> parameters());
        model.failures()
                .shownProperty()
                .addListener((observable, before, now) ->
                        model.plannedProperty().get().ifPresent(p -> tell(p.result(), now)));
        show(model.plannedProperty().get());
    }

    private HBox head() {
        verdict.setId("plan-verdict");
        verdict.getStyleClass().add("verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(verdict, Priority.ALWAYS);
        button(next, "plan-next-failure");
        next.setOnAction(e -> model.failures().turn());
        button(show, "plan-show-bridge");
        show.setOnAction(e -> showBridge());
        HBox head = new HBox(verdict, next, show);
        head.getStyleClass().add("verdict-head");
        return head;
    }

    private void fillLines() {
        parameters.setId("plan-parameters");
        parameters.getStyleClass().add("plan-line");
        lines.getStyleClass().add("verdict-lines");
        ColumnConstraints captions = new ColumnConstraints(CAPTIONS);
        ColumnConstraints values = new ColumnConstraints(0, 300, Double.MAX_VALUE);
        values.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().setAll(captions, values);
        HBox said = new HBox(kernel, copyKernel);
        said.getStyleClass().add("plan-line");
        line(caption(Messages.text("busplan.kernel-says")), said);
        line(caption(Messages.text("busplan.advice")), advice);
        line(caption(Messages.text("busplan.parameters")), parameters);
        line(limitsCaption, limits);
        line(caption(Messages.text("busplan.software")), software);
    }

    private static void button(Button button, String id) {
        button.setId(id);
        button.getStyleClass().add("small-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
    }

    private void line(Label caption, Node value) {
        lines.addRow(lines.getRowCount(), caption, value);
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        return label;
    }

    private static Label value(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show(Optional<Planned> planned) {
        setVisible(planned.isPresent());
        planned.ifPresent(p -> {
            tell(p.result(), model.failures().shownProperty().get());
            parameters();
            limits(p);
            software(p);
        });
    }

    private void tell(PlanResult result, Optional<PlanFailure> failure) {
        int index = model.failures().index();
        int count = model.failures().count();
        List<PlanGap> gaps = result.plan().gaps();
        boolean sure = failure.isEmpty() && gaps.isEmpty();
        pseudoClassStateChanged(FAILED, !sure);
        pseudoClassStateChanged(IDLE, result.plan().answer() == PlanAnswer.NOTHING_ASKED);
        pseudoClassStateChanged(WORSE, sure && result.outlook().worse());
        next.setVisible(count > 1);
        next.setText(Messages.text("busplan.next-failure", index + 1, count));
        show.setVisible(failure.isPresent());
        verdict.setText(failure.map(f -> words(f, index)).orElseGet(() -> VerdictWords.of(result)));
        String said = failure.map(PlanFailure::kernelMessage).orElse("");
        kernel.setText(said.isEmpty() ? otherwise(result) : said);
        style(kernel, said.isEmpty() ? "quiet" : "mono");
        copyKernel.setVisible(!said.isEmpty());
        advice.setText(failure.map(PlanFailure::advice)
                .or(() -> gaps.stream().map(PlanGap::advice).findFirst())
                .orElseGet(() -> Messages.text("busplan.advice.none")));
        style(advice, sure ? "quiet" : "strong");
    }

    /** A plan that fits, or a failure that the kernel does not mention, does not mean that its log stays empty. */
    private static String otherwise(PlanResult result) {
        long lines = result.events().stream()
                .filter(e -> !e.event().kernelMessage().isEmpty())
                .count();
        return lines == 0 ? Messages.text("busplan.kernel-silent") : Messages.count("busplan.kernel-lines", lines);
    }

    private static String words(PlanFailure failure, int index) {
        String where = PlanWords.subject(failure.bridge());
        return Messages.text(index == 0 ? "busplan.fails.first" : "busplan.fails.also", where, failure.reason());
    }

    /** The same parameters again keep their buttons, and the keyboard where it is. */
    private void parameters() {
        Optional<Advice> known = model.adviceProperty().get();
        boolean fits = model.failures().count() == 0;
        String now = fits + " " + known.map(Advice::parameters) + known.flatMap(Advice::worse);
        if (now.equals(parameters.getUserData())) {
            return;
        }
        parameters.setUserData(now);
        parameters.getChildren().clear();
        for (String parameter : known.map(Advice::parameters).orElse(List.of())) {
            Label text = new Label(parameter);
            text.getStyleClass().addAll("mono", "parameter");
            text.setMinWidth(USE_PREF_SIZE);
            String what = Messages.text("busplan.copy.parameter", parameter);
            String id = "plan-copy-parameter-" + parameters.getChildren().size() / 2;
            parameters.getChildren().addAll(text, new CopyButton(id, what, () -> parameter));
        }
        if (parameters.getChildren().isEmpty()) {
            boolean without = known.flatMap(Advice::instead).isPresent();
            String words = fits || without
                    ? "busplan.parameters.none"
                    : known.isEmpty() ? "busplan.parameters.seeking" : "busplan.parameters.no-help";
            quiet(Messages.text(words));
        }
        known.flatMap(Advice::worse)
                .ifPresent(worse -> quiet(Messages.text("busplan.parameters.worse", VerdictWords.worse(worse))));
    }

    private void quiet(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("quiet");
        parameters.getChildren().add(label);
    }

    private void limits(Planned planned) {
        limitsCaption.setText(planned.limits()
                .map(l -> Messages.text("busplan.limits", PlanWords.address(l.pf())))
                .orElseGet(() -> Messages.text("busplan.limits.nobody")));
        limits.setText(
                planned.limits().map(l -> words(l.vfs())).orElseGet(() -> Messages.text("busplan.limits.select")));
        style(limits, planned.limits().isEmpty() ? "quiet" : "ink");
    }

    private void software(Planned planned) {
        software.setText(
                planned.software().map(SoftwareShare::words).orElseGet(() -> Messages.text("busplan.software.select")));
        style(software, planned.software().isEmpty() ? "quiet" : "ink");
    }

    /** Nothing to say is said quietly. */
    private static void style(Label label, String style) {
        label.getStyleClass().removeAll("quiet", "mono", "strong", "ink");
        label.getStyleClass().add(style);
    }

    private static String words(VfLimits vfs) {
        String most = Messages.text("busplan.limits.words", vfs.now(), vfs.afterRescan(), vfs.afterAssignBusses());
        return vfs.sampledAt().isPresent()
                ? Messages.text("busplan.limits.sampled", most, vfs.sampledAt().getAsInt())
                : most;
    }

    private void showBridge() {
        Optional<PlanFailure> failure = model.failures().shownProperty().get();
        model.plannedProperty()
                .get()
                .flatMap(p -> failure.flatMap(
                        f -> PlanPath.target(p.request().document().topology(), p.plan(), f.bridge())))
                .ifPresent(model::select);
    }
}
