package ridscope.desktop.outline;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TreeTableCell;
import ridscope.desktop.canvas.CellTooltip;
import ridscope.desktop.canvas.SeverityIcon;

/** Bus range, link, VFs or SDIs, and behind it how bad the findings are. */
final class DetailCell extends TreeTableCell<OutlineNode, OutlineRow> {

    private static final String ALERT = "alert";

    private final SeverityIcon icon = new SeverityIcon();

    DetailCell(CellTooltip<OutlineRow> findings) {
        getStyleClass().add("outline-detail");
        setContentDisplay(ContentDisplay.RIGHT);
        findings.on(this);
    }

    @Override
    protected void updateItem(OutlineRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean alert = !empty && row != null && row.alert();
        if (alert != getStyleClass().contains(ALERT)) {
            if (alert) {
                getStyleClass().add(ALERT);
            } else {
                getStyleClass().remove(ALERT);
            }
        }
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(row.detail());
            row.mark().map(OutlineRow.Mark::worst).ifPresent(icon::show);
            setGraphic(row.mark().isPresent() ? icon : null);
        }
    }
}
