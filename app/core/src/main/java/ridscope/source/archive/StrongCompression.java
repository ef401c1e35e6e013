package ridscope.source.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import ridscope.source.Unpacker;

/** Unpacks bzip2 and xz. */
public final class StrongCompression implements Unpacker {

    /** More than {@code xz -9} needs; a hostile file may ask for gigabytes. */
    private static final int MOST_KIB = 256 * 1024;

    private static final String BZIP2 = "bzip2 data";
    private static final String XZ = "xz data";

    /** Stateless. */
    public StrongCompression() {}

    @Override
    public Optional<InputStream> unpack(byte[] start, InputStream in) throws IOException {
        if (BZip2CompressorInputStream.matches(start, start.length)) {
            return Optional.of(ToldStream.of(BZIP2, () -> new BZip2CompressorInputStream(in, true)));
        }
        if (XZCompressorInputStream.matches(start, start.length)) {
            return Optional.of(ToldStream.of(
                    XZ,
                    () -> XZCompressorInputStream.builder()
                            .setInputStream(in)
                            .setDecompressConcatenated(true)
                            .setMemoryLimitKiB(MOST_KIB)
                            .get()));
        }
        return Optional.empty();
    }
}
