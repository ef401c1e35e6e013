package ridscope.desktop.export;

import ridscope.desktop.l10n.Messages;

/** Something that the form offers. */
interface Worded {

    /** Of the message that names it. */
    String key();

    /** What it is called. */
    default String words() {
        return Messages.text(key());
    }
}
