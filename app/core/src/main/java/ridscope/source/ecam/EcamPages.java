package ridscope.source.ecam;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.OptionalLong;
import ridscope.job.Feedback;
import ridscope.source.Content;
import ridscope.source.SnapshotException;
import ridscope.source.Source;

/**
 * The pages of an image in order, one of 4 KiB for each Routing ID (PCIe Base Specification 7.2.2: bits 27:20 of the offset are
 * the bus, 19:15 the device, 14:12 the function). Of a plain file only what is asked for is read.
 */
abstract class EcamPages implements Closeable {

    static final int PAGE = 4096;

    /** As many as a segment has Routing IDs. */
    static final int MOST = 1 << 16;

    private static final int GZIP_MAGIC = 0x8b1f;

    private int index = -1;

    /** Opens an image, unpacking it if it is gzip. */
    static EcamPages open(Source source, Feedback feedback) throws SnapshotException, IOException {
        if (source instanceof Source.OnDisk disk && Files.isRegularFile(disk.path())) {
            FileChannel file = FileChannel.open(disk.path(), StandardOpenOption.READ);
            InFile pages = new InFile(file, feedback);
            if ((pages.u32At(0) & 0xffff) != GZIP_MAGIC) {
                return pages;
            }
            pages.close();
        }
        return new InStream(Content.open(source, feedback));
    }

    /** Moves to the next page; false behind the last. */
    final boolean next() throws IOException {
        if (!advance(index + 1)) {
            return false;
        }
        index++;
        return true;
    }

    /** Number of the present page, which is its Routing ID in an image that begins at bus 0. */
    final int index() {
        return index;
    }

    /** Whether passing over a page means to read it. */
    abstract boolean streamed();

    abstract boolean advance(int to) throws IOException;

    /** The first four bytes of the present page; empty when the image ends within them. */
    abstract OptionalLong ids() throws IOException;

    /** The present page: 4,096 bytes, fewer where the image ends. */
    abstract byte[] bytes() throws IOException;

    /** Offset in the image of what follows the present page. */
    abstract long end();

    static long u32(byte[] bytes, int at) {
        return bytes[at] & 0xff
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (long) (bytes[at + 3] & 0xff) << 24;
    }

    private static final class InFile extends EcamPages {
        private final FileChannel file;
        private final long size;
        private final Feedback feedback;

        InFile(FileChannel file, Feedback feedback) throws IOException {
            this.file = file;
            this.feedback = feedback;
            size = file.size();
        }

        @Override
        boolean streamed() {
            return false;
        }

        @Override
        boolean advance(int to) {
            if (to % 256 == 0) {
                feedback.checkCancelled();
                feedback.progress((long) to * PAGE, size);
            }
            return (long) to * PAGE < size;
        }

        @Override
        OptionalLong ids() throws IOException {
            long at = (long) index() * PAGE;
            return size - at < 4 ? OptionalLong.empty() : OptionalLong.of(u32At(at));
        }

        long u32At(long at) throws IOException {
            byte[] bytes = new byte[4];
            read(bytes, at);
            return u32(bytes, 0);
        }

        @Override
        byte[] bytes() throws IOException {
            long at = (long) index() * PAGE;
            byte[] bytes = new byte[(int) Math.min(PAGE, size - at)];
            return Arrays.copyOf(bytes, read(bytes, at));
        }

        /** How much there was; less than asked for when somebody cuts the file meanwhile. */
        private int read(byte[] bytes, long at) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            int count = 0;
            while (buffer.hasRemaining() && count >= 0) {
                count = file.read(buffer, at + buffer.position());
            }
            return buffer.position();
        }

        @Override
        long end() {
            return Math.min(size, (index() + 1L) * PAGE);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static final class InStream extends EcamPages {
        private final InputStream in;
        private byte[] page = new byte[0];

        InStream(InputStream in) {
            this.in = in;
        }

        @Override
        boolean streamed() {
            return true;
        }

        @Override
        boolean advance(int to) throws IOException {
            page = in.readNBytes(PAGE);
            return page.length > 0;
        }

        @Override
        OptionalLong ids() {
            return page.length < 4 ? OptionalLong.empty() : OptionalLong.of(u32(page, 0));
        }

        @Override
        byte[] bytes() {
            return page;
        }

        @Override
        long end() {
            return (long) index() * PAGE + page.length;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
