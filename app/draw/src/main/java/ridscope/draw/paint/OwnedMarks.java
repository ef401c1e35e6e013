package ridscope.draw.paint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;

/**
 * Texts and signs without a target of their own belong to the mark whose id theirs begins with, and fade as it does. Frames round
 * several things keep half of their ink, and what explains the picture all of it.
 */
public final class OwnedMarks {

    private static final String EXPLAINS = "legend";

    private final Map<String, Mark> owners = new HashMap<>();

    public OwnedMarks(Diagram diagram) {
        for (Mark mark : diagram.marks()) {
            if (mark.target().isPresent()) {
                owners.putIfAbsent(mark.id().value(), mark);
            }
        }
    }

    /** The same for marks that a dimming knows by their target, and for all that belongs to them. */
    public Dimming all(Dimming known) {
        return mark -> mark.target().isPresent()
                ? known.of(mark)
                : owner(mark).map(known::of).orElseGet(() -> alone(mark));
    }

    private Optional<Mark> owner(Mark mark) {
        String id = mark.id().value();
        for (int end = id.lastIndexOf('-'); end > 0; end = id.lastIndexOf('-', end - 1)) {
            Mark owner = owners.get(id.substring(0, end));
            if (owner != null) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    private static Dimming.Level alone(Mark mark) {
        return mark.id().value().startsWith(EXPLAINS) ? Dimming.Level.FULL : Dimming.Level.HALF;
    }
}
