package ridscope.source.xml;

import java.util.Optional;

/** Hears the elements of one fragment in document order. Names are as written, prefixes included. */
public interface XmlHandler {

    /** An element begins. */
    void start(String name, Attributes attributes);

    /**
     * An element ends.
     *
     * @param text what stands between its last tag and its end, without the space around it: for an element without
     *     children all of its text
     */
    void end(String name, String text);

    /** The attributes of one element; valid only during the call that hands them over. */
    @FunctionalInterface
    interface Attributes {

        /** The value, if there is such an attribute and its value is no longer than {@link ridscope.source.Limits#TEXT}. */
        Optional<String> get(String name);
    }
}
