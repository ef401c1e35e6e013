package ridscope.source.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import ridscope.file.FileWriteException;
import ridscope.file.WholeFile;
import ridscope.host.HostSnapshot;
import ridscope.source.SnapshotException;
import tools.jackson.core.exc.JacksonIOException;

/** Saves snapshots as JSON. The same snapshot gives the same bytes. */
public final class SnapshotWriter {

    private SnapshotWriter() {}

    /**
     * Saves to a file, packed with gzip when its name ends in {@code .gz}. A failed save leaves an existing file as it was.
     *
     * @throws SnapshotException if it cannot be written
     */
    public static void save(HostSnapshot snapshot, Path file) throws SnapshotException {
        boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        try {
            WholeFile.write(file, out -> {
                if (packed) {
                    GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16);
                    write(snapshot, gzip);
                    gzip.finish();
                } else {
                    write(snapshot, out);
                }
            });
        } catch (FileWriteException e) {
            throw new SnapshotException(e.getMessage(), e);
        }
    }

    /**
     * Writes uncompressed JSON and flushes, but does not close.
     *
     * @throws IOException if the stream fails
     */
    public static void write(HostSnapshot snapshot, OutputStream out) throws IOException {
        try {
            SnapshotGenerator.write(snapshot, out);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.write('\n');
        out.flush();
    }
}
