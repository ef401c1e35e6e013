package ridscope.draw.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a picture shows of a host. */
public enum PictureView {
    /** What is plugged in where. */
    TOPOLOGY,
    /** The Routing IDs of one segment. */
    RID_MAP,
    /** The Routing IDs of one segment as they are and as Linux would hand them out, with the verdict. */
    BUS_PLAN,
    /** Where the VFs and SDIs of one PF land, and what of it is routed. */
    SIOV;

    /** As the command line spells it: {@code rid-map}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The view of a name; empty for all others. */
    public static Optional<PictureView> of(String id) {
        return Arrays.stream(values()).filter(v -> v.id().equals(id)).findFirst();
    }

    /** All names. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(PictureView::id).toList();
    }
}
