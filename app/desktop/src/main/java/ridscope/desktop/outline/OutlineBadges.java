package ridscope.desktop.outline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.FunctionAddress;
import ridscope.topology.TopologyChange;

/** Words on the rows of what came or changed, and of the bridges that something below is missing from. */
final class OutlineBadges {

    private final TopologyChange change;
    private final Map<FunctionAddress, Integer> gone = new HashMap<>();

    OutlineBadges(TopologyChange change) {
        this.change = change;
        change.removed().values().forEach(bridge -> bridge.ifPresent(b -> gone.merge(b, 1, Integer::sum)));
    }

    Optional<OutlineRow.Badge> of(FunctionAddress address) {
        if (change.added().contains(address)) {
            return Optional.of(new OutlineRow.Badge(Messages.text("outline.new"), true));
        }
        if (gone.containsKey(address)) {
            return Optional.of(new OutlineRow.Badge(Messages.text("live.gone", gone.get(address)), false));
        }
        return change.changed().contains(address)
                ? Optional.of(new OutlineRow.Badge(Messages.text("outline.changed"), false))
                : Optional.empty();
    }
}
