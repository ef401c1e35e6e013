package ridscope.desktop.inspector;

import java.util.List;
import java.util.Optional;

/**
 * Everything shown about one selected thing.
 *
 * @param crumbs the way from the root; the last is the thing itself
 * @param cards the overview
 * @param blocks capabilities with a tab of their own
 * @param subject the function whose registers are shown, if the thing is one
 */
record Page(List<Crumb> crumbs, List<Card> cards, List<Block> blocks, Optional<Subject> subject) {

    /** No document is open. */
    static final Page NOTHING = new Page(List.of(), List.of(), List.of(), Optional.empty());

    Page {
        crumbs = List.copyOf(crumbs);
        cards = List.copyOf(cards);
        blocks = List.copyOf(blocks);
    }

    /** Without registers. */
    static Page of(List<Crumb> crumbs, List<Card> cards) {
        return new Page(crumbs, cards, List.of(), Optional.empty());
    }
}
