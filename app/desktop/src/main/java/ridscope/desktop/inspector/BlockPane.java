package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import ridscope.desktop.l10n.Messages;

/** One capability: its values, and its bytes beside them. Whatever is lit on one side is lit on the other. */
final class BlockPane implements InspectorTab.Pane {

    private static final double HEX_WIDTH = 374;
    private static final double BESIDE_FROM = 660;

    private final InspectorViewModel model;
    private final String id;
    private final ScrollPane scroll = new ScrollPane();
    private final HexView hex;
    private final Label offset = new Label();
    private final VBox values = new VBox();
    private final SideBySide body;
    private List<FactRow> rows = new ArrayList<>();

    BlockPane(InspectorViewModel model, String id) {
        this.model = model;
        this.id = id;
        this.hex = new HexView(model);
        offset.getStyleClass().addAll("hex-title", "mono-value");
        Label hint = new Label(Messages.text("inspector.bytes.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("hex-hint");
        VBox side = new VBox(offset, hex, hint);
        side.getStyleClass().add("block-bytes");
        values.getStyleClass().add("block-values");
        body = new SideBySide(values, side, HEX_WIDTH, 0, BESIDE_FROM);
        scroll.setContent(body);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("inspector-scroll");
        model.litProperty().addListener((observable, before, now) -> light(now));
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void show(Page page) {
        Optional<Block> block =
                page.blocks().stream().filter(b -> b.card().id().equals(id)).findFirst();
        block.ifPresent(b -> fill(page, b));
    }

    private void fill(Page page, Block block) {
        Rows list = new Rows(model);
        rows = block.card().facts().stream().map(list::add).toList();
        values.getChildren().setAll(rows);
        offset.setText(Messages.text(
                "inspector.block.offset", RegisterNodes.hex(block.bytes().offset())));
        hex.show(HexRow.rows(page.subject().orElseThrow(), block.bytes()));
        hex.setMinHeight(hex.fullHeight());
        hex.setPrefHeight(hex.fullHeight());
        hex.setMaxHeight(hex.fullHeight());
        light(model.lit());
    }

    private void light(Optional<ByteSpan> bytes) {
        rows.forEach(row -> bytes.ifPresentOrElse(row::lit, row::unlit));
    }
}
