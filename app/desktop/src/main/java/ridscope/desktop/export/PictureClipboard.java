package ridscope.desktop.export;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import ridscope.draw.export.Picture;
import ridscope.draw.export.PictureException;
import ridscope.draw.export.PictureFormat;

/** A picture as other programs take it from the clipboard: pixels, and SVG for those that can use it. */
public final class PictureClipboard {

    private static final String SVG = "image/svg+xml";

    private final byte[] png;
    private final String svg;

    private PictureClipboard(byte[] png, String svg) {
        this.png = png;
        this.svg = svg;
    }

    /** @throws PictureException if it is too large for pixels */
    public static PictureClipboard of(Picture picture) throws PictureException {
        return new PictureClipboard(
                picture.bytes(PictureFormat.PNG), new String(picture.bytes(PictureFormat.SVG), StandardCharsets.UTF_8));
    }

    /** Replaces what is on the clipboard; on the drawing thread. */
    public void copy() {
        Map<DataFormat, Object> content = new HashMap<>();
        content.put(DataFormat.IMAGE, new Image(new ByteArrayInputStream(png)));
        DataFormat vector = DataFormat.lookupMimeType(SVG);
        content.put(vector == null ? new DataFormat(SVG) : vector, svg);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
