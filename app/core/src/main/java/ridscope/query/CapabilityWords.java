package ridscope.query;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ridscope.config.CapabilityNames;

/** What capabilities are called in a question: their short names without blanks and signs, and what engineers say. */
final class CapabilityWords {

    /** Highest standard ID that has a name. */
    static final int LAST_STANDARD = 0x15;

    /** Highest extended ID that has a name. */
    private static final int LAST_EXTENDED = 0x3a;

    private static final Map<String, CapabilityId> SAID = Map.ofEntries(
            Map.entry("pm", new CapabilityId(false, 0x01)),
            Map.entry("vpd", new CapabilityId(false, 0x03)),
            Map.entry("pcie", new CapabilityId(false, 0x10)),
            Map.entry("ea", new CapabilityId(false, 0x14)),
            Map.entry("fpb", new CapabilityId(false, 0x15)),
            Map.entry("vc", new CapabilityId(true, 0x02)),
            Map.entry("dsn", new CapabilityId(true, 0x03)),
            Map.entry("rebar", new CapabilityId(true, 0x15)),
            Map.entry("tph", new CapabilityId(true, 0x17)),
            Map.entry("l1ss", new CapabilityId(true, 0x1e)),
            Map.entry("dlf", new CapabilityId(true, 0x25)));

    private final Map<String, Set<CapabilityId>> byWord = new LinkedHashMap<>();

    CapabilityWords() {
        for (int id = 1; id <= LAST_STANDARD; id++) {
            add(CapabilityNames.of(false, id), new CapabilityId(false, id));
        }
        for (int id = 1; id <= LAST_EXTENDED; id++) {
            add(CapabilityNames.of(true, id), new CapabilityId(true, id));
        }
        SAID.forEach(this::add);
    }

    private void add(String name, CapabilityId id) {
        byWord.computeIfAbsent(plain(name), k -> new LinkedHashSet<>()).add(id);
    }

    /** {@code SR-IOV} becomes {@code sriov}. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Those with that name; a name may stand for a standard and an extended one. Empty if nothing is called so. */
    Set<CapabilityId> named(String word) {
        return Collections.unmodifiableSet(byWord.getOrDefault(plain(word), Set.of()));
    }

    Collection<String> words() {
        return Collections.unmodifiableSet(byWord.keySet());
    }
}
