package ridscope.source;

/** Decides what of a container is worth having in memory; asked file by file. Not for several threads. */
public interface Selection {

    /** How much of a file matters. */
    enum Worth {
        /** Nothing. */
        NOTHING,
        /** Only that the directory it lies in exists. */
        FOLDER,
        /** Its beginning: an attribute, {@link Limits#ATTRIBUTE} bytes. */
        BEGINNING,
        /** Those lines of it that a kernel wrote about PCI. */
        LOG,
        /** Depends on what is in it: all of it, if {@link #wants} says so. */
        LOOK
    }

    /** What matters of the file, directory or link at a path. */
    Worth of(String path);

    /**
     * Whether to have the whole of a file that was worth a look.
     *
     * @param start its first bytes, {@link Limits#LOOK} of them or all
     */
    boolean wants(String path, byte[] start);
}
