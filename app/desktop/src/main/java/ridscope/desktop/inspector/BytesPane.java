package ridscope.desktop.inspector;

import java.util.Optional;
import javafx.scene.Node;
import ridscope.desktop.inspector.RegisterNode.Kind;

/** All bytes of a function, and the register that is lit. */
final class BytesPane implements InspectorTab.Pane {

    private static final double DETAIL_WIDTH = 280;
    private static final double DETAIL_HEIGHT = 150;
    private static final double BESIDE_FROM = 640;

    private final InspectorViewModel model;
    private final HexView hex;
    private final RegisterDetail detail;
    private final SideBySide body;

    BytesPane(InspectorViewModel model) {
        this.model = model;
        this.hex = new HexView(model);
        this.detail = new RegisterDetail(model);
        hex.setId("inspector-bytes");
        body = new SideBySide(hex, detail, DETAIL_WIDTH, DETAIL_HEIGHT, BESIDE_FROM);
        hex.follow();
        model.litProperty().addListener((observable, before, now) -> describe(now));
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public void show(Page page) {
        page.subject().ifPresent(subject -> hex.show(HexRow.rows(subject)));
        describe(model.lit());
        model.lit().ifPresent(hex::reveal);
    }

    private void describe(Optional<ByteSpan> lit) {
        detail.show(lit.flatMap(bytes -> model.registerAt(bytes.offset())).filter(r -> r.kind() == Kind.REGISTER));
    }
}
