package ridscope.desktop.export;

import java.util.Optional;
import ridscope.draw.export.PictureView;

/** What a picture can be of. */
public enum Subject implements Worded {
    TOPOLOGY("export.subject.topology", PictureView.TOPOLOGY),
    RID_MAP("export.subject.rid-map", PictureView.RID_MAP),
    BUS_PLAN("export.subject.bus-plan", PictureView.BUS_PLAN),
    SIOV("export.subject.siov", PictureView.SIOV),
    /** Both hosts on one map, as the view shows them. */
    COMPARE("export.subject.compare", null);

    private final String key;
    private final PictureView view;

    Subject(String key, PictureView view) {
        this.key = key;
        this.view = view;
    }

    @Override
    public String key() {
        return key;
    }

    /** What is asked of the pictures of one host; empty for two hosts. */
    Optional<PictureView> view() {
        return Optional.ofNullable(view);
    }

    /** End of a file's name. */
    String file() {
        return view().map(PictureView::id).orElse("compare");
    }
}
