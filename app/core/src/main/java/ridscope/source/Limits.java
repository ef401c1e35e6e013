package ridscope.source;

/** What a reader accepts before it calls the input malicious or broken, so that memory and time stay bounded. */
public final class Limits {

    /** Functions in one source: two full segments; with 4,096 bytes each they take 512 MiB. */
    public static final int FUNCTIONS = 2 * 65536;

    /** Lines of boot log, slots, root buses or diagnostics in one snapshot. */
    public static final int LIST = 200_000;

    /** Address ranges of one function. */
    public static final int RESOURCES = 64;

    /** Lines that are kept of what a listing prints for one function. */
    public static final int LISTING_LINES = 2_000;

    /** Characters of such lines that are kept of one source. */
    public static final long LISTING_CHARACTERS = 256L << 20;

    /** Entries of one capability list; Linux gives up after 480. */
    public static final int CAPABILITIES = 600;

    /** Characters of one text. */
    public static final int TEXT = 64 * 1024;

    /** Bytes of one unpacked file: a bomb must not keep us busy for ever. */
    public static final long UNPACKED = 4L << 30;

    /** Bytes of standard input or a pipe. */
    public static final int SLURP = 1 << 30;

    /** Bytes that another host may send: some 25,000 functions with all their configuration bytes. */
    public static final int REMOTE = 256 << 20;

    private Limits() {}
}
