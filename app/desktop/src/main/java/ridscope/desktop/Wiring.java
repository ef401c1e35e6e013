package ridscope.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import ridscope.cli.BundledSamples;
import ridscope.cli.RidscopeCommand;
import ridscope.desktop.ask.AskView;
import ridscope.desktop.ask.AskViewModel;
import ridscope.desktop.busplan.BusPlanView;
import ridscope.desktop.busplan.BusPlanViewModel;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.command.PaletteView;
import ridscope.desktop.command.PaletteViewModel;
import ridscope.desktop.compare.CompareOffers;
import ridscope.desktop.compare.CompareView;
import ridscope.desktop.compare.CompareViewModel;
import ridscope.desktop.compare.Offer;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.error.ErrorReport;
import ridscope.desktop.export.ExportViewModel;
import ridscope.desktop.findings.FindingsView;
import ridscope.desktop.findings.FindingsViewModel;
import ridscope.desktop.inspector.InspectorView;
import ridscope.desktop.inspector.InspectorViewModel;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.notes.NotesModel;
import ridscope.desktop.outline.OutlineView;
import ridscope.desktop.outline.OutlineViewModel;
import ridscope.desktop.ridmap.RidMapView;
import ridscope.desktop.ridmap.RidMapViewModel;
import ridscope.desktop.selection.SelectionHistory;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.shell.BookmarkMenu;
import ridscope.desktop.shell.BootLogAttacher;
import ridscope.desktop.shell.CompareCommands;
import ridscope.desktop.shell.DropTarget;
import ridscope.desktop.shell.ExportCommands;
import ridscope.desktop.shell.GoCommands;
import ridscope.desktop.shell.LiveViewModel;
import ridscope.desktop.shell.LookCommands;
import ridscope.desktop.shell.Message;
import ridscope.desktop.shell.PlanFiles;
import ridscope.desktop.shell.Refresher;
import ridscope.desktop.shell.RidMapCommands;
import ridscope.desktop.shell.Sample;
import ridscope.desktop.shell.SettingsModel;
import ridscope.desktop.shell.ShellCommands;
import ridscope.desktop.shell.ShellView;
import ridscope.desktop.shell.ShellViewModel;
import ridscope.desktop.shell.SshBar;
import ridscope.desktop.shell.SshViewModel;
import ridscope.desktop.shell.StatusLine;
import ridscope.desktop.shell.Views;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.theme.Fonts;
import ridscope.desktop.theme.StyleSheets;
import ridscope.desktop.theme.ThemeModel;
import ridscope.desktop.topology.TopologyView;
import ridscope.desktop.topology.TopologyViewModel;
import ridscope.source.HostWatcher;
import ridscope.source.HostWatchers;
import ridscope.source.SnapshotOpener;

/** Makes the services and views of one window and hands each what it needs. Nobody else makes services. */
public final class Wiring {

    private static final String SAMPLE = "sample:";
    private static final double LEAST_WIDTH = 800;
    private static final double LEAST_HEIGHT = 500;

    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final TaskRunner runner;
    private final Shared shared;
    private final Windows windows;
    private final SettingsModel settings;
    private final ThemeModel theme;
    private final ShellViewModel model;
    private final Refresher refresher;
    private final LiveViewModel live;
    private final NotesModel notes;
    private ExportCommands exports;

    /**
     * @param runners makes the runner from who hears of bugs: the toolkit's, or a direct one in tests
     * @param settingsFile where the settings are
     */
    public Wiring(Function<Consumer<Throwable>, TaskRunner> runners, SettingsFile settingsFile) {
        this(runners, settingsFile, new SnapshotOpener(), HostWatchers::installed, clock());
    }

    /**
     * @param opener opens sources
     * @param watchers what to watch this machine with
     * @param clock tells what time it is
     */
    Wiring(
            Function<Consumer<Throwable>, TaskRunner> runners,
            SettingsFile settingsFile,
            SnapshotOpener opener,
            Supplier<HostWatcher> watchers,
            Clock clock) {
        this(runners, shared(runners, settingsFile, opener, watchers, clock));
    }

    private Wiring(Function<Consumer<Throwable>, TaskRunner> runners, Shared shared) {
        this(runners, shared, new Windows(runners, shared));
    }

    /** One of several windows. */
    Wiring(Function<Consumer<Throwable>, TaskRunner> runners, Shared shared, Windows windows) {
        this.shared = shared;
        this.windows = windows;
        runner = runners.apply(this::bug);
        settings = shared.settings();
        theme = shared.theme().forWindow();
        model = new ShellViewModel(shared.loader(), runner, document, selection, settings);
        refresher = new Refresher(model, shared.loader(), document, runner, shared.clock());
        notes = new NotesModel(runner, problem -> model.show(Message.failed(problem)));
        document.follow(now -> now.ifPresent(d -> model.loadedProperty()
                .get()
                .ifPresent(l -> notes.show(d, shared.places().of(l)))));
        live = new LiveViewModel(model, refresher, runner, shared.watchers());
    }

    /** The windows of a program, none yet. */
    static Windows windows(Function<Consumer<Throwable>, TaskRunner> runners, SettingsFile settingsFile) {
        return new Windows(
                runners, shared(runners, settingsFile, new SnapshotOpener(), HostWatchers::installed, clock()));
    }

    /** A bug in what no window does alone is led to the user as those of any thread are. */
    private static Shared shared(
            Function<Consumer<Throwable>, TaskRunner> runners,
            SettingsFile settingsFile,
            SnapshotOpener opener,
            Supplier<HostWatcher> watchers,
            Clock clock) {
        TaskRunner runner = runners.apply(failure -> {
            Thread drawing = Thread.currentThread();
            drawing.getUncaughtExceptionHandler().uncaughtException(drawing, failure);
        });
        return new Shared(settingsFile, runner, opener, watchers, clock);
    }

    private static Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    /** Fills a stage, which is not shown yet. */
    public ShellView fill(Stage stage) {
        Fonts.register();
        Commands commands = new Commands();
        BusPlanViewModel plan = new BusPlanViewModel(document, selection, runner);
        CompareViewModel compare = compare();
        Views views = views(plan, compare, commands);
        StatusLine status = new StatusLine(model, document, commands, refresher, live, runner.progressProperty());
        BookmarkMenu bookmarks = new BookmarkMenu(document, selection, notes);
        ShellView shell =
                new ShellView(model, document, commands, views, status, new ShellView.Menus(samples(), bookmarks));
        ShellCommands bindings = new ShellCommands(commands, model, views, stage);
        bindings.bindFiles(document, runner.progressProperty(), () -> {
            model.cancel();
            compare.cancel();
        });
        new CompareCommands(commands, model, compare, stage).bind(document);
        ExportViewModel export =
                new ExportViewModel(document, selection, () -> bindings.seen(plan), runner, RidscopeCommand.version());
        exports = new ExportCommands(model, export, runner, stage).bind(commands, document, shell);
        bindings.bindRefreshing(document, refresher, live);
        bindings.bindViews(document, selection, shell);
        bindings.bindTopology(document, selection);
        new RidMapCommands(commands, document, selection, views.ridMap().model()).bind();
        bindings.bindPlan(plan);
        bindGoing(new GoCommands(commands, document, selection, notes), shell);
        bindings.bindPlanFiles(document, new PlanFiles(model, plan, runner));
        shell.addBar(new SshBar(new SshViewModel(model, settings), commands));
        BootLogAttacher logs = new BootLogAttacher(model, shared.loader(), runner);
        bindings.bindBootLog(document, logs);
        Consumer<Optional<Path>> newWindow = file -> windows.open(new Stage(), file.map(Path::toString));
        new DropTarget(model, logs, file -> newWindow.accept(Optional.of(file))).install(shell);
        bindings.bindWindows(newWindow, windows::closeAll);
        bindLook(new LookCommands(commands, theme));
        StackPane window = new StackPane(shell, views.ask().offers(), palette(commands));
        dress(stage, new Scene(window, settings.get().width(), settings.get().height()));
        windows.add(stage, this);
        tellProblems();
        return shell;
    }

    private void tellProblems() {
        layoutsUnreadable(shared.layouts().problems());
        shared.loaded().problem().ifPresent(this::settingsUnreadable);
    }

    private void bindGoing(GoCommands go, ShellView shell) {
        go.bindHistory(new SelectionHistory(
                selection, target -> document.get().filter(d -> d.holds(target)).isPresent()));
        go.bindNotes(shell::editNote);
    }

    private void bindLook(LookCommands look) {
        look.bindThemes();
        look.bindTextSize();
        look.bindMotion();
        look.bindLanguages(settings, model);
    }

    private PaletteView palette(Commands commands) {
        PaletteViewModel palette =
                new PaletteViewModel(commands, () -> settings.get().recent().commands());
        PaletteView view = new PaletteView(palette, command -> {
            settings.change(s -> s.withCommand(command.id()));
            commands.run(command);
        });
        commands.bind(Command.PALETTE, palette::open);
        StackPane.setAlignment(view, Pos.TOP_CENTER);
        return view;
    }

    /** Opens what the command line named: a source, or {@code sample:NAME}. */
    public void open(String argument) {
        samples().stream()
                .filter(sample -> argument.equals(SAMPLE + sample.name()))
                .findFirst()
                .ifPresentOrElse(model::open, () -> model.openArgument(argument));
    }

    /** Leads a failure of any thread to the user. */
    public void uncaught(Throwable failure) {
        runner.onDrawingThread(() -> bug(failure));
    }

    private void bug(Throwable failure) {
        model.showBug(ErrorReport.of(failure, RidscopeCommand.version()));
    }

    /** What the window shows, for tests. */
    public DocumentModel document() {
        return document;
    }

    /** What is selected, for tests. */
    public SelectionModel selection() {
        return selection;
    }

    /** The window's own view model, for tests. */
    public ShellViewModel model() {
        return model;
    }

    /** What takes pictures out of the window, for tests: they cannot answer a dialog of the system. */
    public ExportCommands exports() {
        return exports;
    }

    private CompareViewModel compare() {
        return new CompareViewModel(
                document,
                selection,
                runner,
                shared.loader(),
                shared.layouts().layouts(),
                problem -> model.show(Message.failed(problem)));
    }

    private CompareView compareView(CompareViewModel compare, Commands commands) {
        List<Offer> samples = samples().stream()
                .map(s -> new Offer(s.name(), s.title(), s.source()))
                .toList();
        return new CompareView(
                compare, runner, theme, commands, new CompareOffers(compare, commands, model::otherFiles, samples));
    }

    private Views views(BusPlanViewModel plan, CompareViewModel compare, Commands commands) {
        OutlineView outline = new OutlineView(new OutlineViewModel(document, selection, runner));
        outline.mark(notes);
        return new Views(
                outline,
                new TopologyView(new TopologyViewModel(document, selection, runner), theme, commands),
                new RidMapView(new RidMapViewModel(document, selection, runner), theme, commands),
                new BusPlanView(plan, theme, commands),
                compareView(compare, commands),
                new AskView(new AskViewModel(document, selection, runner)),
                List.of(
                        new InspectorView(new InspectorViewModel(
                                document, selection, shared.layouts().layouts(), notes)),
                        new FindingsView(new FindingsViewModel(document, selection, runner))));
    }

    private void dress(Stage stage, Scene scene) {
        theme.follow(now -> look(scene));
        theme.textSizeProperty().addListener((observable, before, now) -> look(scene));
        theme.stillProperty().addListener((observable, before, now) -> settings.change(s -> s.withStill(now)));
        Consumer<IOException> notSaved = this::settingsNotSaved;
        shared.notSaved().add(notSaved);
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setMaximized(settings.get().maximized());
        stage.setOnShown(e -> keepInSight(stage));
        stage.setOnHidden(e -> {
            live.stop();
            // A note that is being written is kept when the keyboard leaves it.
            scene.getRoot().requestFocus();
            notes.flush();
            String view = model.viewModeProperty().get().id();
            settings.change(s -> s.withWindow(scene.getWidth(), scene.getHeight(), stage.isMaximized())
                    .withView(view));
            settings.flush();
            shared.notSaved().remove(notSaved);
        });
        document.follow(d -> stage.setTitle(model.title()));
    }

    private void look(Scene scene) {
        StyleSheets.apply(theme.get(), theme.textSize(), scene);
        settings.change(s -> s.withTheme(theme.get().id()).withTextSize(theme.textSize()));
    }

    /** A window that was larger than this screen, or that the system placed beside it, could not be grasped by its frame. */
    private static void keepInSight(Stage stage) {
        if (stage.isMaximized() || stage.isFullScreen()) {
            return;
        }
        Rectangle2D now = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        Rectangle2D seen = WindowBounds.within(
                now, Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        if (!seen.equals(now)) {
            stage.setX(seen.getMinX());
            stage.setY(seen.getMinY());
            stage.setWidth(seen.getWidth());
            stage.setHeight(seen.getHeight());
        }
    }

    private static List<Sample> samples() {
        return BundledSamples.list().stream()
                .map(s -> new Sample(s.name(), s.title(), s.sentence(), feedback -> BundledSamples.open(s.name())))
                .toList();
    }

    private void settingsUnreadable(SettingsFile.Problem problem) {
        model.show(Message.failed(problem.aside()
                .map(aside -> Messages.text("message.settings-aside", problem.file(), aside))
                .orElseGet(() -> Messages.text("message.settings-broken", problem.file()))));
    }

    /** There is room for one sentence; the others can be copied. */
    private void layoutsUnreadable(List<String> problems) {
        if (!problems.isEmpty()) {
            String first = problems.get(0);
            String text = problems.size() == 1 ? first : Messages.text("message.and-more", first, problems.size() - 1);
            model.show(new Message(Message.Kind.FAILED, text, Optional.of(String.join("\n", problems))));
        }
    }

    private void settingsNotSaved(IOException failure) {
        model.show(Message.failed(Messages.text("message.settings-not-saved", failure.getMessage())));
    }
}
