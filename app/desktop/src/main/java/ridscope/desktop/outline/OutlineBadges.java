package ridscope.desktop.outline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.FunctionAddress;
import ridscope.topology.LogNote;
import ridscope.topology.TopologyChange;

/**
 * Words on the rows of what came or changed, of the bridges that something below is missing from, and of what the boot log
 * complains of.
 */
final class OutlineBadges {

    private final TopologyChange change;
    private final Map<FunctionAddress, Integer> gone = new HashMap<>();

    private final Set<FunctionAddress> logged = new HashSet<>();

    OutlineBadges(TopologyChange change, List<LogNote> log) {
        this.change = change;
        log.stream()
                .filter(note -> note.level() != LogNote.Level.INFO)
                .map(LogNote::subject)
                .forEach(logged::add);
        change.removed().values().forEach(bridge -> bridge.ifPresent(b -> gone.merge(b, 1, Integer::sum)));
    }

    Optional<OutlineRow.Badge> of(FunctionAddress address) {
        if (change.added().contains(address)) {
            return Optional.of(new OutlineRow.Badge(Messages.text("outline.new"), true));
        }
        if (gone.containsKey(address)) {
            return Optional.of(new OutlineRow.Badge(Messages.text("live.gone", gone.get(address)), false));
        }
        if (change.changed().contains(address)) {
            return Optional.of(new OutlineRow.Badge(Messages.text("outline.changed"), false));
        }
        return logged.contains(address)
                ? Optional.of(new OutlineRow.Badge(Messages.text("outline.log"), false))
                : Optional.empty();
    }
}
