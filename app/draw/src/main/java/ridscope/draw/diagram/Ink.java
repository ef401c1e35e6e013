package ridscope.draw.diagram;

/** How a mark is drawn, so that meaning never hangs on colour alone. */
public enum Ink {
    /** Exists: filled (on the RID map) or framed solid with a role stripe (in the topology). */
    FILLED,
    /** Possible: outlined. */
    OUTLINED,
    /** Has no configuration space: dashed frame, tick on the RID map. */
    DASHED,
    /** Reserved: hatched. */
    HATCHED,
    /** A plain container: pale fill, thin frame. */
    PLAIN
}
