package ridscope.desktop.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Related;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.Latest;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.draw.export.Picture;
import ridscope.draw.export.PictureException;
import ridscope.draw.export.PictureFormat;
import ridscope.draw.export.PictureProof;
import ridscope.draw.layout.LabelPreset;
import ridscope.job.Feedback;
import ridscope.job.Job;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.topology.PciFunction;

/**
 * What the user wants of a picture that leaves the window, and how it would look. While the page is open each change gives
 * another look, made in the background. Needs no display.
 */
public final class ExportViewModel {

    private final DocumentModel document;
    private final SelectionModel selection;
    private final Supplier<Seen> window;
    private final Latest proofing;
    private final String program;
    private Seen seen;
    private boolean shown;
    private boolean setting;

    private final ReadOnlyObjectWrapper<Proof> proof = new ReadOnlyObjectWrapper<>(this, "proof", Proof.NONE);
    private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(this, "subject", Subject.TOPOLOGY);
    private final ObjectProperty<Extent> extent = new SimpleObjectProperty<>(this, "extent", Extent.WHOLE);
    private final ObjectProperty<Segment> segment = new SimpleObjectProperty<>(this, "segment", Segment.ZERO);
    private final ObjectProperty<Optional<FunctionAddress>> pf =
            new SimpleObjectProperty<>(this, "pf", Optional.empty());
    private final ObjectProperty<Folding> folding = new SimpleObjectProperty<>(this, "folding", Folding.SHOWN);
    private final ObjectProperty<LabelPreset> labels = new SimpleObjectProperty<>(this, "labels", LabelPreset.SHORT);
    private final ObjectProperty<String> theme = new SimpleObjectProperty<>(this, "theme", "light");
    private final ObjectProperty<PictureFormat> format = new SimpleObjectProperty<>(this, "format", PictureFormat.SVG);
    private final ObjectProperty<Paper> paper = new SimpleObjectProperty<>(this, "paper", Paper.PICTURE);
    private final BooleanProperty landscape = new SimpleBooleanProperty(this, "landscape", true);
    private final BooleanProperty actualSize = new SimpleBooleanProperty(this, "actualSize", false);
    private final ObjectProperty<Resolution> resolution =
            new SimpleObjectProperty<>(this, "resolution", Resolution.AUTO);
    private final IntegerProperty width = new SimpleIntegerProperty(this, "width", 1600);
    private final BooleanProperty transparent = new SimpleBooleanProperty(this, "transparent", false);
    private final BooleanProperty title = new SimpleBooleanProperty(this, "title", true);
    private final StringProperty titleText = new SimpleStringProperty(this, "titleText", "");
    private final BooleanProperty legend = new SimpleBooleanProperty(this, "legend", true);
    private final BooleanProperty caption = new SimpleBooleanProperty(this, "caption", true);

    /**
     * @param window tells what the window shows, whenever the page is opened
     * @param program name and version, for captions
     */
    public ExportViewModel(
            DocumentModel document,
            SelectionModel selection,
            Supplier<Seen> window,
            TaskRunner runner,
            String program) {
        this.document = document;
        this.selection = selection;
        this.window = window;
        this.program = program;
        proofing = new Latest(runner, "export-proof");
        List<Observable> choices = List.of(
                subject,
                extent,
                segment,
                pf,
                folding,
                labels,
                theme,
                format,
                paper,
                landscape,
                actualSize,
                resolution,
                width,
                transparent,
                title,
                titleText,
                legend,
                caption);
        choices.forEach(choice -> choice.addListener(observable -> refresh()));
        selection.follow(now -> refresh());
        document.follow(now -> {
            if (shown && now.isPresent()) {
                open();
            }
        });
    }

    /** Begins from what the window shows now; what was chosen before about files, pages and words is kept. */
    public void open() {
        setting = true;
        look();
        subject.set(seen.subject());
        setting = false;
        shown = true;
        refresh();
    }

    /** No more looks until it is opened again. */
    public void close() {
        shown = false;
        proofing.cancel();
        proof.set(Proof.NONE);
    }

    private void look() {
        seen = window.get();
        segment.set(seen.segment());
        Set<FunctionAddress> all = Set.copyOf(pfs());
        pf.set(pf.get()
                .filter(all::contains)
                .or(this::selectedPf)
                .or(() -> pfs().stream().findFirst()));
        if (!extents().contains(extent.get())) {
            extent.set(Extent.WHOLE);
        }
    }

    private Optional<FunctionAddress> selectedPf() {
        return document.get()
                .flatMap(d -> selection.get().flatMap(target -> Related.function(d, target)))
                .filter(pfs()::contains);
    }

    private void refresh() {
        if (!shown || setting || document.get().isEmpty()) {
            return;
        }
        proofing.run(
                () -> {
                    Job<Picture> making = picture();
                    PictureFormat asked = format.get();
                    return feedback -> proof(making, asked, feedback);
                },
                proof::set);
    }

    private static Proof proof(Job<Picture> making, PictureFormat format, Feedback feedback) throws Exception {
        try {
            return Proof.of(PictureProof.of(making.run(feedback), format));
        } catch (PictureException e) {
            return Proof.failed(e);
        }
    }

    /** Makes the picture that is asked for now; throws {@link PictureException} if the host has nothing of it. */
    public Job<Picture> picture() {
        begin();
        return new ExportRequests(this, seen, document.get().orElseThrow(), program).job();
    }

    /** What a file with it is called, without the host: {@code topology.svg}. */
    public String fileName() {
        return subject.get().file() + "." + format.get().ending();
    }

    /** Whether the paper should lie. */
    public boolean wide() {
        return landscape.get();
    }

    /** The same for a printer: on white paper as wide as it is printed. */
    public Job<Picture> printed(int pixels) {
        begin();
        return new ExportRequests(this, seen, document.get().orElseThrow(), program).printed(pixels);
    }

    /** Without the page, what the window shows is meant. */
    private void begin() {
        if (!shown) {
            look();
            subject.set(seen.subject());
        }
    }

    /** What there is a picture of. */
    List<Subject> subjects() {
        return Arrays.stream(Subject.values())
                .filter(s ->
                        s != Subject.COMPARE || seen != null && seen.compared().isPresent())
                .filter(s -> s != Subject.SIOV || !pfs().isEmpty())
                .toList();
    }

    /** How much of the host can be asked for. */
    List<Extent> extents() {
        boolean several = segments().size() > 1;
        return Arrays.stream(Extent.values())
                .filter(e -> e != Extent.SELECTION || selection.get().isPresent())
                .filter(e -> e != Extent.SEGMENT || several)
                .toList();
    }

    /** Segments of the host. */
    List<Segment> segments() {
        return document.get().map(d -> d.topology().segments()).orElse(List.of());
    }

    /** Functions with VFs or SDIs. */
    List<FunctionAddress> pfs() {
        return document.get().map(Document::topology).stream()
                .flatMap(t -> t.functions().stream())
                .filter(f -> f.siov().isPresent() || f.sriov().isPresent())
                .map(PciFunction::address)
                .toList();
    }

    Optional<Target> selected() {
        return selection.get();
    }

    /** Observable: how the picture would look. */
    ReadOnlyObjectProperty<Proof> proofProperty() {
        return proof.getReadOnlyProperty();
    }

    ObjectProperty<Subject> subjectProperty() {
        return subject;
    }

    ObjectProperty<Extent> extentProperty() {
        return extent;
    }

    ObjectProperty<Segment> segmentProperty() {
        return segment;
    }

    ObjectProperty<Optional<FunctionAddress>> pfProperty() {
        return pf;
    }

    ObjectProperty<Folding> foldingProperty() {
        return folding;
    }

    ObjectProperty<LabelPreset> labelsProperty() {
        return labels;
    }

    /** Name of a palette. */
    public ObjectProperty<String> themeProperty() {
        return theme;
    }

    /** Format of the file. */
    public ObjectProperty<PictureFormat> formatProperty() {
        return format;
    }

    ObjectProperty<Paper> paperProperty() {
        return paper;
    }

    BooleanProperty landscapeProperty() {
        return landscape;
    }

    BooleanProperty actualSizeProperty() {
        return actualSize;
    }

    ObjectProperty<Resolution> resolutionProperty() {
        return resolution;
    }

    IntegerProperty widthProperty() {
        return width;
    }

    BooleanProperty transparentProperty() {
        return transparent;
    }

    BooleanProperty titleProperty() {
        return title;
    }

    StringProperty titleTextProperty() {
        return titleText;
    }

    BooleanProperty legendProperty() {
        return legend;
    }

    BooleanProperty captionProperty() {
        return caption;
    }
}
