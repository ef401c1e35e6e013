package ridscope.source.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import ridscope.job.Feedback;
import ridscope.source.Content;
import ridscope.source.SnapshotException;
import ridscope.source.Source;

/** Goes through all elements of one name in a source, each with a handler of its own. */
public final class XmlElements {

    private XmlElements() {}

    /** Hears of each element when it is over. */
    @FunctionalInterface
    public interface Listener<H> {

        /**
         * An element is over.
         *
         * @param handler what has heard it, up to the damage if there is any
         * @param damage what is wrong with it, as {@link XmlWalk#walk} says it
         * @param line where it began
         * @return whether there is room for another one
         */
        boolean over(H handler, Optional<String> damage, int line);
    }

    /**
     * Walks them in their order.
     *
     * @return what is wrong with the first damaged one; empty if all are sound
     * @throws SnapshotException if the source cannot be read
     */
    public static <H extends XmlHandler> Optional<String> walk(
            Source source, String element, Feedback feedback, Supplier<H> handlers, Listener<H> listener)
            throws SnapshotException {
        Optional<String> first = Optional.empty();
        try (InputStream in = Content.open(source, feedback)) {
            XmlFragments fragments = new XmlFragments(in, element);
            XmlWalk walk = new XmlWalk(feedback);
            boolean room = true;
            while (room && fragments.next()) {
                H handler = handlers.get();
                Optional<String> damage = walk.walk(fragments, handler);
                first = first.or(() -> damage);
                room = listener.over(handler, damage, fragments.startLine());
            }
        } catch (IOException e) {
            throw Content.unreadable(source.named(), e);
        }
        return first;
    }
}
