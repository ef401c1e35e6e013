package ridscope.desktop.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.export.PictureException;
import ridscope.draw.export.PictureHost;
import ridscope.draw.export.PictureRequest;
import ridscope.draw.export.PictureView;
import ridscope.draw.export.Pictures;
import ridscope.draw.layout.ViewOptions;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.source.json.SnapshotWriter;
import ridscope.testing.FlagshipHost;

/** Documents for tests, loaded as the window loads them. */
public final class Documents {

    private Documents() {}

    /** A loader whose names do not depend on this machine. */
    public static DocumentLoader loader() {
        return new DocumentLoader(new SnapshotOpener(), new StandardDeviceNames(PciIds.EMPTY));
    }

    /** The host of the pictures. */
    public static Document flagship() {
        return of(FlagshipHost.snapshot());
    }

    public static Document of(HostSnapshot snapshot) {
        return of(source("test", snapshot));
    }

    public static Document of(Source source) {
        try {
            return loader().load(source, Feedback.NONE).document();
        } catch (SnapshotException e) {
            throw new AssertionError(e);
        }
    }

    /** A snapshot as something to open. */
    public static Source source(String title, HostSnapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SnapshotWriter.write(snapshot, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Source.Bytes(title, bytes.toByteArray());
    }

    /** What a file shows of a host that looks so in the window. */
    public static Diagram exported(Document document, PictureView view, ViewOptions look) {
        try {
            return new Pictures(PictureHost.of(document.topology(), document.names()), "RIDscope")
                    .diagram(PictureRequest.of(view).withLook(look));
        } catch (PictureException e) {
            throw new AssertionError(e);
        }
    }
}
