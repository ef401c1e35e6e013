package ridscope.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import ridscope.job.Feedback;
import ridscope.source.Container;
import ridscope.source.Content;
import ridscope.source.Head;
import ridscope.source.Limits;
import ridscope.source.Selection;
import ridscope.source.SnapshotException;
import ridscope.source.Source;

/** Reads tar archives, packed in any way that is unpacked, and zip archives. */
public final class ArchiveReader implements Container {

    /** Stateless. */
    public ArchiveReader() {}

    @Override
    public Optional<String> recognise(Head head) {
        return ArchiveKind.of(head.bytes()).map(ArchiveKind::words);
    }

    @Override
    public Held read(Source source, Selection selection, Feedback feedback) throws SnapshotException {
        Gathering gathering = new Gathering(selection, feedback);
        try {
            if (!ZipFiles.readInPlace(source, gathering)) {
                try (InputStream in = Content.open(source, Limits.ARCHIVE, feedback)) {
                    gathering.archive(in);
                }
            }
        } catch (IOException e) {
            if (gathering.files().count() == 0) {
                throw Content.unreadable(source.named(), e);
            }
            gathering.stopped(Content.unreadable(source.named(), e).getMessage());
        }
        return new Held(gathering.files(), List.copyOf(gathering.diagnostics()));
    }
}
