package ridscope.desktop.export;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import ridscope.desktop.document.Document;
import ridscope.draw.diagram.Target;
import ridscope.draw.export.FramedPicture;
import ridscope.draw.export.Picture;
import ridscope.draw.export.PictureHost;
import ridscope.draw.export.PictureOptions;
import ridscope.draw.export.PicturePage;
import ridscope.draw.export.PicturePart;
import ridscope.draw.export.PictureRequest;
import ridscope.draw.export.PictureSharpness;
import ridscope.draw.export.PictureTemplate;
import ridscope.draw.export.PictureView;
import ridscope.draw.export.Pictures;
import ridscope.draw.layout.ViewOptions;
import ridscope.draw.paint.Palettes;
import ridscope.job.Job;
import ridscope.plan.Wishes;

/** Turns what is chosen on the page into what is asked of the pictures. */
final class ExportRequests {

    private final ExportViewModel model;
    private final Seen seen;
    private final Document document;
    private final Pictures pictures;

    ExportRequests(ExportViewModel model, Seen seen, Document document, String program) {
        this.model = model;
        this.seen = seen;
        this.document = document;
        PictureHost host = new PictureHost(
                document.topology(),
                document.ridMaps(),
                document.names(),
                document.findings().all(),
                document.marked());
        pictures = new Pictures(host, program);
    }

    /** Everything is read now; the job may run on any thread. */
    Job<Picture> job() {
        return job(options());
    }

    /** So many pixels wide on white paper. */
    Job<Picture> printed(int pixels) {
        return job(options()
                .withPage(PicturePage.OF_PICTURE)
                .withSharpness(new PictureSharpness.Width(pixels))
                .withTransparent(false));
    }

    private Job<Picture> job(PictureOptions options) {
        Optional<PictureView> view = model.subjectProperty().get().view();
        if (view.isEmpty()) {
            Compared both = seen.compared().orElseThrow();
            String hosts = "before " + both.before() + " · after " + both.after();
            return feedback -> pictures.framed(
                    FramedPicture.of(both.map(), hosts, options.template().legend()), options);
        }
        PictureRequest request = PictureRequest.of(view.get())
                .withLook(look(view.get()))
                .withPf(model.pfProperty().get())
                .withOptions(options);
        Supplier<Wishes> wishes = seen.wishes();
        return feedback ->
                pictures.picture(view.get() == PictureView.BUS_PLAN ? request.withWishes(wishes.get()) : request);
    }

    private ViewOptions look(PictureView view) {
        ViewOptions base =
                view == PictureView.TOPOLOGY ? model.foldingProperty().get().applied(seen.topology()) : seen.ridMap();
        return base.withLabels(model.labelsProperty().get());
    }

    private PictureOptions options() {
        String text = model.titleTextProperty().get().strip();
        PictureTemplate template = new PictureTemplate(
                model.titleProperty().get(),
                text.isEmpty() ? Optional.empty() : Optional.of(text),
                model.legendProperty().get(),
                model.captionProperty().get());
        return new PictureOptions(
                Palettes.named(model.themeProperty().get()).orElseThrow(),
                template,
                page(),
                sharpness(),
                model.transparentProperty().get(),
                part());
    }

    private PicturePage page() {
        PicturePage.Fit fit = model.actualSizeProperty().get() ? PicturePage.Fit.ACTUAL : PicturePage.Fit.SHRINK;
        return model.paperProperty()
                .get()
                .size()
                .map(size -> PicturePage.of(size)
                        .withLandscape(model.landscapeProperty().get())
                        .withFit(fit))
                .orElse(PicturePage.OF_PICTURE);
    }

    private PictureSharpness sharpness() {
        Resolution resolution = model.resolutionProperty().get();
        if (resolution == Resolution.WIDTH) {
            return new PictureSharpness.Width(model.widthProperty().get());
        }
        return resolution.scale().isPresent()
                ? new PictureSharpness.Scale(resolution.scale().getAsDouble())
                : PictureSharpness.AUTO;
    }

    private PicturePart part() {
        Subject subject = model.subjectProperty().get();
        boolean topology = subject == Subject.TOPOLOGY;
        Optional<Target> selected = model.selected();
        if (topology && model.extentProperty().get() == Extent.SELECTION && selected.isPresent()) {
            return new PicturePart.Selection(Set.of(selected.get()), true);
        }
        boolean one = subject == Subject.RID_MAP || subject == Subject.BUS_PLAN;
        if (one || topology && model.extentProperty().get() == Extent.SEGMENT) {
            return document.topology()
                            .segments()
                            .contains(model.segmentProperty().get())
                    ? new PicturePart.OfSegment(model.segmentProperty().get())
                    : PicturePart.WHOLE;
        }
        return PicturePart.WHOLE;
    }
}
