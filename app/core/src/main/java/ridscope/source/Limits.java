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

    /** Bytes of one unpacked archive; where it is longer, its beginning counts. */
    public static final long ARCHIVE = 16L << 30;

    /** Beyond so many unpacked bytes, content that was so many times smaller when packed is a bomb. */
    public static final long BOMB = 512L << 20;

    /** Times by which real data shrink at most when so much of them is packed. */
    public static final long BOMB_RATIO = 500;

    /** Files, links and directories in one archive; where there are more, the first ones count. */
    public static final int ENTRIES = 4_000_000;

    /** Of those, how many are kept. */
    public static final int KEPT = 2_000_000;

    /** Bytes of all files of an archive that are kept. */
    public static final int KEPT_BYTES = 512 << 20;

    /** Bytes of one file of an archive that is kept whole. */
    public static final int MEMBER = 300 << 20;

    /** Directories above a file of an archive. */
    public static final int DEPTH = 64;

    /** Bytes of one attribute, configuration space included. */
    public static final int ATTRIBUTE = 4096;

    /** Bytes by which is told what a file among others is. */
    public static final int LOOK = 16 * 1024;

    /** Bytes of the lines about PCI in one log of an archive. */
    public static final int LOG = 64 << 20;

    /** Bytes of a zip archive's list of its files. */
    public static final int DIRECTORY = 64 << 20;

    /** Bytes of standard input or a pipe. */
    public static final int SLURP = 1 << 30;

    /** Bytes that another host may send: some 25,000 functions with all their configuration bytes. */
    public static final int REMOTE = 256 << 20;

    private Limits() {}
}
