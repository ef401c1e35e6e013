package ridscope.desktop.inspector;

/**
 * Bytes of a configuration space that belong together.
 *
 * @param offset first byte, 0 to 0xFFF
 * @param length at least 1; 0 for what was printed without its bytes
 */
record ByteSpan(int offset, int length) {

    /** Where something begins whose bytes the source does not have. */
    static ByteSpan nothingAt(int offset) {
        return new ByteSpan(offset, 0);
    }

    boolean contains(int at) {
        return at >= offset && at < end();
    }

    /** First byte behind it. */
    int end() {
        return offset + length;
    }
}
