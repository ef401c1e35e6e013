package ridscope.desktop.topology;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import ridscope.draw.layout.Overlay;

/** Which overlays the user wants on the topology, whatever host is open. */
public final class Overlays {

    private final Map<Overlay, BooleanProperty> wanted = new EnumMap<>(Overlay.class);

    Overlays(Set<Overlay> first, Runnable changed) {
        for (Overlay overlay : Overlay.values()) {
            BooleanProperty on = new SimpleBooleanProperty(this, overlay.id(), first.contains(overlay));
            on.addListener((observable, before, now) -> changed.run());
            wanted.put(overlay, on);
        }
    }

    /** Whether one is shown. */
    public BooleanProperty of(Overlay overlay) {
        return wanted.get(overlay);
    }

    /** Those that are shown. */
    Set<Overlay> shown() {
        Set<Overlay> shown = EnumSet.noneOf(Overlay.class);
        wanted.forEach((overlay, on) -> {
            if (on.get()) {
                shown.add(overlay);
            }
        });
        return shown;
    }
}
