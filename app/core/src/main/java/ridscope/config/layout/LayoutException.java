package ridscope.config.layout;

/** A layout text that breaks the rules of its format: a mistake of whoever wrote the file. */
public final class LayoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file name of the resource
     * @param line counted from 1
     * @param problem what is wrong
     */
    public LayoutException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
