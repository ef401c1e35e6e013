package ridscope.desktop.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import ridscope.cli.RidscopeCommand;
import ridscope.desktop.busplan.BusPlanViewModel;
import ridscope.desktop.canvas.DiagramCanvas;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.command.Condition;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.export.Compared;
import ridscope.desktop.export.Seen;
import ridscope.desktop.export.Subject;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.Progress;
import ridscope.desktop.topology.TopologyViewModel;
import ridscope.draw.layout.Overlay;
import ridscope.source.Source;

/** Says what each command does in the window. */
public final class ShellCommands {

    private static final double ZOOM_STEP = 1.25;

    private final Commands commands;
    private final ShellViewModel model;
    private final Views views;
    private final Stage stage;

    public ShellCommands(Commands commands, ShellViewModel model, Views views, Stage stage) {
        this.commands = commands;
        this.model = model;
        this.views = views;
        this.stage = stage;
    }

    /**
     * Commands on files.
     *
     * @param cancel stops whatever is being read
     */
    public void bindFiles(DocumentModel document, ObservableValue<Optional<Progress>> progress, Runnable cancel) {
        Condition open = opened(document);
        BooleanBinding busy =
                Bindings.createBooleanBinding(() -> progress.getValue().isPresent(), progress);
        commands.bind(Command.OPEN, this::openFile);
        commands.bind(Command.OPEN_FOLDER, this::openFolder);
        commands.bind(Command.PASTE, this::paste);
        commands.bind(Command.LIVE, () -> model.open(new Source.Live()));
        commands.bind(Command.CANCEL, cancel, Condition.when(busy, Messages.text("why.nothing-runs")));
        commands.bind(Command.SAVE_SNAPSHOT, () -> save(document), open);
        commands.bind(Command.SAVE_REDACTED, this::saveRedacted, open);
        commands.bind(Command.CLOSE_WINDOW, stage::close);
    }

    private static Condition opened(DocumentModel document) {
        return Condition.when(
                Bindings.createBooleanBinding(() -> document.get().isPresent(), document.documentProperty()),
                Messages.text("why.nothing-open"));
    }

    /**
     * Commands on windows.
     *
     * @param newWindow opens one with a file, or an empty one
     */
    public void bindWindows(Consumer<Optional<Path>> newWindow, Runnable closeAll) {
        commands.bind(Command.NEW_WINDOW, () -> newWindow.accept(Optional.empty()));
        commands.bind(Command.OPEN_IN_NEW_WINDOW, () -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(Messages.text("files.open"));
            Optional.ofNullable(chooser.showOpenDialog(stage))
                    .map(File::toPath)
                    .ifPresent(file -> newWindow.accept(Optional.of(file)));
        });
        commands.bind(Command.QUIT, closeAll);
    }

    /** Commands on what is shown already. */
    public void bindRefreshing(DocumentModel document, Refresher refresher, LiveViewModel live) {
        Condition open = opened(document);
        BooleanBinding marked = Bindings.createBooleanBinding(
                () -> document.get().filter(d -> !d.marked().none()).isPresent(), document.documentProperty());
        BooleanProperty watching = live.watchingProperty();
        commands.bind(Command.RELOAD, refresher::reload, open);
        commands.bind(
                Command.CLEAR_MARKS, refresher::clearMarks, open.and(marked, Messages.text("why.nothing-marked")));
        Condition machine = Condition.when(live.liveProperty(), Messages.text("why.not-live"));
        commands.bind(Command.WATCH, () -> watching.set(!watching.get()), machine);
        commands.bindMark(Command.WATCH, watching);
    }

    /** What belongs to the host that is open. */
    public void bindBootLog(DocumentModel document, BootLogAttacher logs) {
        Condition open = opened(document);
        commands.bind(
                Command.ADD_BOOT_LOG,
                () -> {
                    FileChooser chooser = new FileChooser();
                    chooser.setTitle(Messages.text("files.add-boot-log"));
                    Optional.ofNullable(chooser.showOpenDialog(stage))
                            .map(File::toPath)
                            .ifPresent(logs::add);
                },
                open);
    }

    /** Commands on views. */
    public void bindViews(DocumentModel document, SelectionModel selection, ShellView shell) {
        Condition open = opened(document);
        for (ViewMode mode : ViewMode.values()) {
            commands.bind(
                    mode.command(),
                    () -> {
                        shell.closeHelp();
                        model.viewModeProperty().set(mode);
                    },
                    open);
        }
        commands.bind(Command.TOGGLE_OUTLINE, shell::toggleOutline, open);
        commands.bind(Command.TOGGLE_DETAILS, shell::toggleDetails, open);
        BooleanProperty findings = model.findingsShownProperty();
        commands.bind(Command.TOGGLE_FINDINGS, shell::toggleFindings, open);
        commands.bindMark(Command.TOGGLE_FINDINGS, findings);
        commands.bind(Command.GO_FINDINGS, shell::goToFindings, open);
        commands.bind(Command.FIT, () -> canvases(DiagramCanvas::fit), open);
        commands.bind(Command.ZOOM_IN, () -> canvas().zoom(ZOOM_STEP), open);
        commands.bind(Command.ZOOM_OUT, () -> canvas().zoom(1 / ZOOM_STEP), open);
        commands.bind(Command.SHORTCUTS, () -> shell.help(HelpView.shortcuts(shell::closeHelp)));
        commands.bind(Command.ABOUT, () -> shell.help(HelpView.about(RidscopeCommand.version(), shell::closeHelp)));
        bindAsking(document);
        commands.bind(Command.FILTER, this::filter, open);
        commands.bind(Command.CLEAR_SELECTION, selection::clear, open);
    }

    /** Commands on the picture of what is plugged where. */
    public void bindTopology(DocumentModel document, SelectionModel selection) {
        Condition open = opened(document);
        Condition chosen = open.and(
                Bindings.createBooleanBinding(() -> selection.get().isPresent(), selection.selectedProperty()),
                Messages.text("why.no-selection"));
        TopologyViewModel topology = views.topology().model();
        BooleanProperty minimap = new SimpleBooleanProperty(true);
        minimap.addListener(
                (observable, before, now) -> views.topology().minimap().setWanted(now));
        commands.bind(Command.MINIMAP, () -> minimap.set(!minimap.get()), open);
        commands.bindMark(Command.MINIMAP, minimap);
        bindOverlay(Command.OVERLAY_DRIVERS, Overlay.DRIVERS, open);
        bindOverlay(Command.OVERLAY_GROUPS, Overlay.IOMMU_GROUPS, open);
        bindOverlay(Command.OVERLAY_NUMA, Overlay.NUMA, open);
        bindOverlay(Command.OVERLAY_LINKS, Overlay.LINK_HEALTH, open);
        bindOverlay(Command.OVERLAY_FINDINGS, Overlay.FINDINGS, open);
        commands.bind(Command.ZOOM_SELECTION, views.topology()::zoomToSelection, chosen);
        commands.bind(Command.PATH_TO, topology::beginWay, chosen);
        commands.bind(Command.FOLD_ALL, topology::foldAll, open);
        commands.bind(Command.UNFOLD_ALL, topology::unfoldAll, open);
        commands.bind(Command.UNFOLD_SELECTION, topology::unfoldSelection, chosen);
    }

    private void bindOverlay(Command command, Overlay overlay, Condition open) {
        BooleanProperty shown = views.topology().model().overlays().of(overlay);
        commands.bind(command, () -> shown.set(!shown.get()), open);
        commands.bindMark(command, shown);
    }

    private void bindAsking(DocumentModel document) {
        Condition found = Condition.when(
                Bindings.createBooleanBinding(
                        () -> document.matches()
                                .filter(m -> !m.functions().isEmpty())
                                .isPresent(),
                        document.matchesProperty()),
                Messages.text("why.no-matches"));
        commands.bind(Command.ASK, views.ask()::ask);
        commands.bind(Command.NEXT_MATCH, () -> views.ask().step(true), found);
        commands.bind(Command.PREVIOUS_MATCH, () -> views.ask().step(false), found);
    }

    /** What can be done about a plan, while it is looked at. */
    public void bindPlan(BusPlanViewModel plan) {
        Condition shown = Condition.when(
                Bindings.createBooleanBinding(this::planning, model.viewModeProperty()), Messages.text("why.no-plan"));
        String nothing = Messages.text("why.no-wish");
        commands.bind(Command.UNDO, plan::undo, shown.and(plan.undoableProperty(), nothing));
        commands.bind(
                Command.REDO, plan::redo, shown.and(plan.redoableProperty(), Messages.text("why.nothing-undone")));
        commands.bind(Command.RESET_PLAN, plan::reset, shown.and(plan.changedProperty(), nothing));
    }

    /** Plans are kept in files; opening one shows it. */
    public void bindPlanFiles(DocumentModel document, PlanFiles files) {
        Condition open = opened(document);
        commands.bind(Command.OPEN_PLAN, () -> openPlan(files), open);
        commands.bind(Command.SAVE_PLAN, () -> savePlan(document, files), open);
    }

    private void openPlan(PlanFiles files) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("files.open-plan"));
        Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath).ifPresent(file -> {
            model.viewModeProperty().set(ViewMode.BUS_PLAN);
            files.open(file);
        });
    }

    private void savePlan(DocumentModel document, PlanFiles files) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("files.save-plan"));
        Optional<String> host =
                document.get().flatMap(d -> d.topology().provenance().host());
        chooser.setInitialFileName(FileNames.of(host, "bus" + PlanFiles.ENDING));
        Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath).ifPresent(files::save);
    }

    private boolean comparing() {
        return model.viewModeProperty().get() == ViewMode.COMPARE;
    }

    private boolean planning() {
        return model.viewModeProperty().get() == ViewMode.BUS_PLAN;
    }

    private void filter() {
        if (planning()) {
            views.busPlan().filter();
        } else if (comparing()) {
            views.compare().filter();
        } else {
            views.outline().filter();
        }
    }

    private void canvases(Consumer<DiagramCanvas> action) {
        action.accept(views.topology().canvas());
        action.accept(views.ridMap().canvas());
        views.busPlan().canvases().forEach(action);
        action.accept(views.compare().canvas());
    }

    /** The picture that has the keyboard, else the first that is shown. */
    private DiagramCanvas canvas() {
        if (planning()) {
            List<DiagramCanvas> maps = views.busPlan().canvases();
            return maps.stream().filter(DiagramCanvas::isFocused).findFirst().orElse(maps.get(0));
        }
        if (comparing()) {
            return views.compare().canvas();
        }
        boolean map =
                views.ridMap().canvas().isFocused() || model.viewModeProperty().get() == ViewMode.RID_MAP;
        return map ? views.ridMap().canvas() : views.topology().canvas();
    }

    /** What the window shows, for whoever makes a picture of it. */
    public Seen seen(BusPlanViewModel plan) {
        Subject subject = Subject.TOPOLOGY;
        if (planning()) {
            subject = Subject.BUS_PLAN;
        } else if (comparing() && views.compare().shown().isPresent()) {
            subject = Subject.COMPARE;
        } else if (canvas().equals(views.ridMap().canvas())) {
            subject = Subject.RID_MAP;
        }
        return new Seen(
                subject,
                views.topology().model().look(),
                views.ridMap().model().look(),
                views.ridMap().model().segmentProperty().get(),
                plan.wishesNow(),
                compared());
    }

    private Optional<Compared> compared() {
        return views.compare()
                .hosts()
                .flatMap(hosts -> views.compare().shown().map(map -> new Compared(map, hosts.get(0), hosts.get(1))));
    }

    private void openFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("files.open"));
        Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath).ifPresent(model::open);
    }

    private void openFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("files.open-folder"));
        Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath).ifPresent(model::open);
    }

    private void paste() {
        String text =
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        model.openText(Messages.text("files.clipboard"), text);
    }

    private void save(DocumentModel document) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("files.save"));
        Optional<String> host =
                document.get().flatMap(d -> d.topology().provenance().host());
        chooser.setInitialFileName(FileNames.of(host, "snapshot.ridscope.json"));
        Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath).ifPresent(model::save);
    }

    /** The host's name would stand in the file's name. */
    private void saveRedacted() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("files.save-redacted"));
        chooser.setInitialFileName("redacted.ridscope.json");
        Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath).ifPresent(model::saveRedacted);
    }
}
