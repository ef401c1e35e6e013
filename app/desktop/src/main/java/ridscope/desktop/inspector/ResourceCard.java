package ridscope.desktop.inspector;

import java.util.Optional;
import java.util.OptionalLong;
import ridscope.desktop.l10n.Messages;
import ridscope.host.OsFacts.Resource;

/** The address ranges of a function, as the operating system assigned them. */
final class ResourceCard {

    private static final int ROM = 6;
    private static final int FIRST_VF_BAR = 7;
    private static final int FIRST_WINDOW = 13;
    private static final long IO = 0x100;
    private static final long PREFETCHABLE = 0x2000;
    private static final String[] WINDOWS = {
        "inspector.resources.window-io",
        "inspector.resources.window-memory",
        "inspector.resources.window-prefetchable",
        "inspector.resources.window-other"
    };

    private ResourceCard() {}

    static Optional<Card> of(Subject subject) {
        Card.Builder card = new Card.Builder("resources", "inspector.resources");
        for (Resource resource : subject.function().record().os().resources()) {
            card.add(new Fact(label(resource.index()), words(resource), subject.os("resource", "Region")));
        }
        return card.build().unlessEmpty();
    }

    private static String label(int index) {
        if (index < ROM) {
            return Messages.text("inspector.resources.bar", index);
        }
        if (index == ROM) {
            return Messages.text("inspector.resources.rom");
        }
        return index < FIRST_WINDOW
                ? Messages.text("inspector.resources.vf-bar", index - FIRST_VF_BAR)
                : Messages.text(WINDOWS[Math.min(3, index - FIRST_WINDOW)]);
    }

    private static Value words(Resource resource) {
        String size =
                resource.size().isPresent() ? ", " + Words.size(resource.size().getAsLong()) : "";
        if (resource.start().isEmpty()) {
            return Value.warning(Messages.text("inspector.resources.unassigned") + size);
        }
        return Value.mono("0x" + Long.toHexString(resource.start().getAsLong()) + size + kind(resource.flags()));
    }

    private static String kind(OptionalLong flags) {
        if (flags.isEmpty()) {
            return "";
        }
        if ((flags.getAsLong() & IO) != 0) {
            return ", " + Messages.text("inspector.resources.kind-io");
        }
        return (flags.getAsLong() & PREFETCHABLE) != 0
                ? ", " + Messages.text("inspector.resources.kind-prefetchable")
                : "";
    }
}
