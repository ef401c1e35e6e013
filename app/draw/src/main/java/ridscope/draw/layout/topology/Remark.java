package ridscope.draw.layout.topology;

import ridscope.draw.diagram.Role;

/**
 * Words below a card about something wrong.
 *
 * @param text one sentence
 * @param role CONFLICT for what does not work, WARNING for what may stop working
 */
record Remark(String text, Role role) {

    static Remark wrong(String text) {
        return new Remark(text, Role.CONFLICT);
    }
}
