package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.desktop.l10n.Messages;

/**
 * Facts under one title.
 *
 * @param id stable name: {@code siov}
 * @param title heading
 * @param facts in reading order
 */
record Card(String id, String title, List<Fact> facts) {

    Card {
        facts = List.copyOf(facts);
    }

    /** Its facts, if it has any. */
    Optional<Card> unlessEmpty() {
        return facts.isEmpty() ? Optional.empty() : Optional.of(this);
    }

    /** Collects a card line by line. Labels are message keys. */
    static final class Builder {

        private final String id;
        private final String title;
        private final List<Fact> facts = new ArrayList<>();

        Builder(String id, String titleKey) {
            this.id = id;
            this.title = Messages.text(titleKey);
        }

        Builder add(String labelKey, Value value, Origin origin) {
            facts.add(new Fact(Messages.text(labelKey), value, origin));
            return this;
        }

        /** Nothing when there is no value. */
        Builder add(String labelKey, Optional<Value> value, Origin origin) {
            value.ifPresent(v -> add(labelKey, v, origin));
            return this;
        }

        Builder computed(String labelKey, Value value) {
            return add(labelKey, value, Origin.computed());
        }

        Builder add(Fact fact) {
            facts.add(fact);
            return this;
        }

        Card build() {
            return new Card(id, title, facts);
        }
    }
}
