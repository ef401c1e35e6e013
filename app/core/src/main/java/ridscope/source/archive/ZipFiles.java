package ridscope.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import ridscope.source.Limits;
import ridscope.source.Source;

/** The entries of a zip archive, by the list at its end, which alone knows which entries are links. */
final class ZipFiles {

    private static final String WHAT = "zip archive";
    private static final int LONGEST_TARGET = 4096;
    private static final int MAGIC = 0x504b0304;

    private ZipFiles() {}

    /** Reads a zip archive where it lies; false if the source is none, or none on disk. */
    static boolean readInPlace(Source source, Gathering gathering) throws IOException {
        if (!(source instanceof Source.OnDisk disk)) {
            return false;
        }
        try (FileChannel file = FileChannel.open(disk.path(), StandardOpenOption.READ)) {
            ByteBuffer start = ByteBuffer.allocate(Integer.BYTES);
            if (file.read(start, 0) < Integer.BYTES || start.getInt(0) != MAGIC) {
                return false;
            }
            read(file, gathering);
            return true;
        }
    }

    /** Reads a zip archive that comes as a stream: its list stands at the end, so all of it has to be in memory. */
    static void read(InputStream in, Gathering gathering) throws IOException {
        byte[] content = in.readNBytes(Limits.KEPT_BYTES);
        if (in.read() >= 0) {
            throw new IOException(
                    "it is a zip archive of more than " + Limits.KEPT_BYTES + " bytes, and not a file by itself");
        }
        read(new SeekableInMemoryByteChannel(content), gathering);
    }

    private static void read(SeekableByteChannel channel, Gathering gathering) throws IOException {
        MeteredChannel metered = new MeteredChannel(channel);
        metered.allow(Limits.DIRECTORY);
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(metered)
                .setCharset(StandardCharsets.UTF_8)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            metered.allow(Long.MAX_VALUE);
            Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
            while (entries.hasMoreElements()) {
                take(entries.nextElement(), zip, gathering);
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ToldStream.told(WHAT, e);
        }
    }

    private static void take(ZipArchiveEntry entry, ZipFile zip, Gathering gathering) throws IOException {
        Optional<String> path = gathering.path(entry.getName());
        if (path.isEmpty()) {
            return;
        }
        if (entry.isDirectory()) {
            gathering.directory(path.get());
        } else if (!zip.canReadEntryData(entry)) {
            gathering.unreadable();
        } else {
            content(entry, path.get(), zip, gathering);
        }
    }

    /** One damaged file does not keep the others from being read. */
    private static void content(ZipArchiveEntry entry, String path, ZipFile zip, Gathering gathering) {
        try (InputStream in = zip.getInputStream(entry)) {
            if (entry.isUnixSymlink()) {
                gathering.link(path, new String(in.readNBytes(LONGEST_TARGET), StandardCharsets.UTF_8));
            } else {
                gathering.file(path, entry.getSize(), in);
            }
        } catch (IOException | IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException e) {
            gathering.unreadable();
        }
    }
}
