package ridscope.source.archive;

import java.io.InputStream;

/** The same byte for ever. */
final class Endless extends InputStream {

    private final int value;

    Endless(int value) {
        this.value = value;
    }

    @Override
    public int read() {
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        java.util.Arrays.fill(bytes, offset, offset + length, (byte) value);
        return length;
    }
}
