package ridscope.source.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The entries of a tar archive: old, GNU or POSIX, with long names, holes and extended headers. */
final class TarFiles {

    private static final String WHAT = "tar archive";
    private static final int BUFFER = 64 * 1024;
    private static final int SKIP = 1 << 20;

    /** Bytes that names and extended headers of one entry may take; the library reads them into memory. */
    private static final long HEADERS = 1 << 20;

    private TarFiles() {}

    static void read(InputStream in, Gathering gathering) throws IOException {
        MeteredStream metered = new MeteredStream(new BufferedInputStream(in, BUFFER));
        try {
            // Not closed: what it reads from belongs to the caller.
            TarArchiveInputStream tar = new TarArchiveInputStream(
                    metered,
                    TarConstants.DEFAULT_BLKSIZE,
                    TarConstants.DEFAULT_RCDSIZE,
                    StandardCharsets.UTF_8.name(),
                    true);
            metered.allow(HEADERS);
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                metered.allow(Long.MAX_VALUE);
                take(entry, tar, gathering);
                skipRest(tar, gathering);
                metered.allow(HEADERS);
                entry = tar.getNextEntry();
            }
            if (!metered.endedInZeros()) {
                throw new EOFException("no end mark");
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ToldStream.told(WHAT, e);
        }
    }

    private static void take(TarArchiveEntry entry, TarArchiveInputStream tar, Gathering gathering) throws IOException {
        Optional<String> path = gathering.path(entry.getName());
        if (path.isEmpty()) {
            return;
        }
        if (entry.isDirectory()) {
            gathering.directory(path.get());
        } else if (entry.isSymbolicLink()) {
            gathering.link(path.get(), entry.getLinkName());
        } else if (entry.isLink()) {
            gathering.hardLink(path.get(), entry.getLinkName());
        } else if (isFile(entry) && !tar.canReadEntryData(entry)) {
            gathering.unreadable();
        } else if (isFile(entry)) {
            gathering.file(path.get(), entry.getRealSize(), tar);
        }
    }

    /** The library calls a pipe a file. */
    private static boolean isFile(TarArchiveEntry entry) {
        return entry.isFile() && !entry.isFIFO() && !entry.isBlockDevice() && !entry.isCharacterDevice();
    }

    private static void skipRest(TarArchiveInputStream tar, Gathering gathering) throws IOException {
        while (tar.available() > 0) {
            gathering.checkCancelled();
            if (tar.skip(SKIP) == 0) {
                throw new EOFException("the last entry is not all there");
            }
        }
    }
}
