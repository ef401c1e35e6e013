package ridscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Undoes compression that the JDK does not know. Implementations are found with {@link java.util.ServiceLoader}. */
public interface Unpacker {

    /**
     * The unpacked content. Reading it fails with {@link DamagedException} where the content is damaged, and with
     * {@link java.io.EOFException} where it was cut.
     *
     * @param start the first bytes of the content, {@link Content#MAGIC} of them or all
     * @param in the content from its start; closed with the result
     * @return empty if it is not compressed in a way that this unpacker knows; then nothing was read
     * @throws IOException if it is, and cannot be read
     */
    Optional<InputStream> unpack(byte[] start, InputStream in) throws IOException;
}
