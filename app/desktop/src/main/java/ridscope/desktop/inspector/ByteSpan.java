package ridscope.desktop.inspector;

/**
 * Bytes of a configuration space that belong together.
 *
 * @param offset first byte, 0 to 0xFFF
 * @param length at least 1
 */
record ByteSpan(int offset, int length) {

    boolean contains(int at) {
        return at >= offset && at < end();
    }

    /** First byte behind it. */
    int end() {
        return offset + length;
    }
}
