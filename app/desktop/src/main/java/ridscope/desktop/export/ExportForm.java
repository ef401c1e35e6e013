package ridscope.desktop.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;
import ridscope.draw.export.PictureFormat;
import ridscope.draw.layout.LabelPreset;
import ridscope.draw.paint.Palettes;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;

/** What can be said about a picture. What has no meaning for it is not there. */
final class ExportForm extends ScrollPane {

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);
    /** Palettes, and the messages that name them. */
    private static final Map<String, String> THEMES = new LinkedHashMap<>();

    static {
        THEMES.put("light", "export.theme.light");
        THEMES.put("dark", "export.theme.dark");
        THEMES.put("print", "export.theme.print");
        THEMES.put("grey", "export.theme.grey");
        THEMES.put("contrast", "export.theme.contrast");
        THEMES.keySet().removeIf(name -> Palettes.named(name).isEmpty());
    }

    private static final int LEAST_PIXELS = 100;
    private static final int MOST_PIXELS = 20_000;
    private static final int STEP_PIXELS = 100;

    private final ExportViewModel model;
    private final ComboBox<Subject> subject;
    private final ComboBox<Extent> extent;
    private final ComboBox<Segment> segment;
    private final ComboBox<Optional<FunctionAddress>> pf;

    ExportForm(ExportViewModel model) {
        this.model = model;
        setId("export-form");
        getStyleClass().add("export-form");
        subject = Field.choice("export.subject", List.of(), Worded::words, model.subjectProperty());
        extent = Field.choice("export.extent", List.of(), Worded::words, model.extentProperty());
        segment = Field.choice("export.segment", List.of(), Segment::toString, model.segmentProperty());
        pf = Field.choice(
                "export.pf", List.of(), a -> a.map(FunctionAddress::toString).orElse(""), model.pfProperty());
        VBox content = new VBox(
                part(
                        "export.part.what",
                        Stream.concat(what().stream(), look().stream()).toList()),
                part("export.part.file", file()),
                part("export.part.page", page()),
                part("export.part.around", around()));
        content.getStyleClass().add("export-parts");
        setContent(content);
        setFitToWidth(true);
        setFocusTraversable(false);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    /** What there is to choose from depends on the host and on what is selected. */
    void offer() {
        Field.offer(subject, model.subjects(), model.subjectProperty());
        Field.offer(extent, model.extents(), model.extentProperty());
        Field.offer(segment, model.segments(), model.segmentProperty());
        Field.offer(pf, model.pfs().stream().map(Optional::of).toList(), model.pfProperty());
    }

    /** Puts the keyboard into the first field. */
    void focusFirst() {
        subject.requestFocus();
    }

    private static VBox part(String key, List<Node> fields) {
        Label heading = new Label(Messages.text(key));
        heading.getStyleClass().add("export-heading");
        VBox part = new VBox(heading);
        part.getChildren().addAll(fields);
        part.getStyleClass().add("export-part");
        return part;
    }

    private static String labels(LabelPreset preset) {
        return Messages.text(
                switch (preset) {
                    case BDF -> "export.labels.bdf";
                    case SHORT -> "export.labels.short";
                    case FULL -> "export.labels.full";
                });
    }

    private List<Node> what() {
        BooleanBinding topology = model.subjectProperty().isEqualTo(Subject.TOPOLOGY);
        BooleanBinding map = model.subjectProperty()
                .isEqualTo(Subject.RID_MAP)
                .or(model.subjectProperty().isEqualTo(Subject.BUS_PLAN));
        BooleanBinding several = Bindings.size(segment.getItems()).greaterThan(1);
        BooleanBinding one = model.extentProperty().isEqualTo(Extent.SEGMENT);
        return List.of(
                Field.named("export.subject", subject, ALWAYS),
                Field.named(
                        "export.extent",
                        extent,
                        topology.and(Bindings.size(extent.getItems()).greaterThan(1))),
                Field.named("export.segment", segment, map.and(several).or(topology.and(one))),
                Field.named("export.pf", pf, model.subjectProperty().isEqualTo(Subject.SIOV)));
    }

    /** What concerns the topology alone. */
    private List<Node> look() {
        BooleanBinding topology = model.subjectProperty().isEqualTo(Subject.TOPOLOGY);
        return List.of(
                Field.named(
                        "export.folding",
                        Field.choice(
                                "export.folding", List.of(Folding.values()), Worded::words, model.foldingProperty()),
                        topology),
                Field.named(
                        "export.labels",
                        Field.choice(
                                "export.labels",
                                List.of(LabelPreset.values()),
                                ExportForm::labels,
                                model.labelsProperty()),
                        topology));
    }

    private List<Node> file() {
        BooleanBinding png = model.formatProperty().isEqualTo(PictureFormat.PNG);
        return List.of(
                Field.named(
                        "export.format",
                        Field.choice(
                                "export.format",
                                List.of(PictureFormat.values()),
                                PictureFormat::name,
                                model.formatProperty()),
                        ALWAYS),
                Field.named(
                        "export.theme",
                        Field.choice(
                                "export.theme",
                                List.copyOf(THEMES.keySet()),
                                name -> Messages.text(THEMES.get(name)),
                                model.themeProperty()),
                        ALWAYS),
                Field.named(
                        "export.resolution",
                        Field.choice(
                                "export.resolution",
                                List.of(Resolution.values()),
                                Worded::words,
                                model.resolutionProperty()),
                        png),
                Field.named(
                        "export.width",
                        width(),
                        png.and(model.resolutionProperty().isEqualTo(Resolution.WIDTH))),
                Field.tick("export.transparent", model.transparentProperty()));
    }

    private Spinner<Integer> width() {
        Spinner<Integer> width =
                new Spinner<>(LEAST_PIXELS, MOST_PIXELS, model.widthProperty().get(), STEP_PIXELS);
        width.setId("export-width");
        width.setEditable(true);
        width.setMaxWidth(Double.MAX_VALUE);
        width.setAccessibleText(Messages.text("export.width"));
        width.getEditor().setAccessibleText(Messages.text("export.width"));
        width.getValueFactory()
                .valueProperty()
                .bindBidirectional(model.widthProperty().asObject());
        return width;
    }

    private List<Node> page() {
        BooleanBinding paper = model.paperProperty().isNotEqualTo(Paper.PICTURE);
        Node landscape = Field.tick("export.landscape", model.landscapeProperty());
        Node actual = Field.tick("export.actual-size", model.actualSizeProperty());
        Field.shown(landscape, paper);
        Field.shown(actual, paper.and(model.formatProperty().isEqualTo(PictureFormat.PDF)));
        return List.of(
                Field.named(
                        "export.paper",
                        Field.choice("export.paper", List.of(Paper.values()), Worded::words, model.paperProperty()),
                        ALWAYS),
                landscape,
                actual);
    }

    private List<Node> around() {
        TextField text = new TextField();
        text.setId("export-title-text");
        text.setPromptText(Messages.text("export.title-text.prompt"));
        text.setAccessibleText(Messages.text("export.title-text"));
        text.textProperty().bindBidirectional(model.titleTextProperty());
        Field.shown(text, model.titleProperty());
        return List.of(
                Field.tick("export.title", model.titleProperty()),
                text,
                Field.tick("export.legend", model.legendProperty()),
                Field.tick("export.caption", model.captionProperty()));
    }
}
