package ridscope.desktop.command;

import java.util.Optional;

/**
 * A command as the palette lists it.
 *
 * @param command which
 * @param obstacle why it cannot be done now; empty when it can
 * @param recent whether it was chosen here before
 */
record PaletteEntry(Command command, Optional<String> obstacle, boolean recent) {

    /** For screen readers. */
    @Override
    public String toString() {
        return command.label() + ", " + obstacle.orElseGet(command::tip);
    }
}
