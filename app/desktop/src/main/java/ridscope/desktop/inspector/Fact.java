package ridscope.desktop.inspector;

import ridscope.desktop.l10n.Messages;

/**
 * One line of a card.
 *
 * @param label what it is
 * @param value what it says
 * @param origin where that was read
 */
record Fact(String label, Value value, Origin origin) {

    /** For those who hear the line instead of seeing it. */
    String spoken() {
        return Messages.text("inspector.spoken", label, value.text(), origin.text());
    }
}
