package ridscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.zip.GZIPInputStream;

/** Undoes compression: gzip by itself, other kinds with the unpackers that are installed. */
final class Compression {

    private static final int BUFFER = 64 * 1024;

    private Compression() {}

    /** Loaded when the first content needs one: most contents do not. */
    private static final class Lazily {
        private static final List<Unpacker> UNPACKERS = Installed.of(ServiceLoader.load(Unpacker.class));
    }

    static boolean known(byte[] start) {
        return BinaryKind.GZIP.matches(start)
                || BinaryKind.of(start).filter(BinaryKind::compressed).isPresent();
    }

    static Optional<InputStream> unpack(byte[] start, InputStream in) throws IOException {
        if (BinaryKind.GZIP.matches(start)) {
            return Optional.of(new GZIPInputStream(in, BUFFER));
        }
        if (BinaryKind.of(start).filter(BinaryKind::compressed).isEmpty()) {
            return Optional.empty();
        }
        for (Unpacker unpacker : Lazily.UNPACKERS) {
            Optional<InputStream> unpacked = unpacker.unpack(start, in);
            if (unpacked.isPresent()) {
                return unpacked;
            }
        }
        return Optional.empty();
    }
}
