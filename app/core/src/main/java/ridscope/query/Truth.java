package ridscope.query;

/** Three values: what a source does not tell is neither true nor false. */
public enum Truth {
    YES,
    NO,
    UNKNOWN
}
