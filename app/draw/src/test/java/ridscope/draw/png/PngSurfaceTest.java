package ridscope.draw.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import ridscope.draw.SampleDiagram;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Role;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Palettes;
import ridscope.draw.paint.Rgba;
import ridscope.draw.paint.Viewport;

class PngSurfaceTest {

    @Test
    void hasTheRightInkInTheRightPlace() throws IOException {
        for (Palette palette : new Palette[] {Palettes.LIGHT, Palettes.DARK, Palettes.PRINT}) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(palette, 2)));
            assertThat(image.getWidth()).isEqualTo(800);
            assertThat(image.getHeight()).isEqualTo(400);
            assertInk(image, 4, 4, palette.color(Role.SURFACE));
            assertInk(image, 100, 40, palette.fill(Role.PF));
            assertInk(image, 22, 40, palette.color(Role.SDI));
            assertInk(image, 165, 60, palette.color(Role.LINK));
            assertInk(image, 131, 149, palette.color(Role.VF));
            assertInk(image, 133, 149, palette.fill(Role.PANEL));
            assertInk(image, 305, 65, palette.color(Role.CONFLICT));
        }
    }

    @Test
    void sameInputGivesSameBytes() {
        assertThat(png(Palettes.LIGHT, 1)).isEqualTo(png(Palettes.LIGHT, 1));
        assertThat(png(Palettes.LIGHT, 1)).isNotEqualTo(png(Palettes.DARK, 1));
    }

    @Test
    void textLeavesInkBetweenItsMeasuredEnds() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(Palettes.LIGHT, 1)));
        double width = FontMetricsTable.bundled().width(ridscope.draw.diagram.TextStyle.BODY, "a < b & \"c\"");
        int ground = rgb(Palettes.LIGHT.fill(Role.PANEL));
        int rightmost = 0;
        for (int x = 125; x < 260; x++) {
            for (int y = 111; y < 124; y++) {
                rightmost = image.getRGB(x, y) << 8 == ground << 8 ? rightmost : x;
            }
        }
        assertThat((double) rightmost).isBetween(130 + width - 3, 130 + width + 1);
    }

    private static byte[] png(Palette palette, double scale) {
        Diagram diagram = SampleDiagram.oneOfEach();
        PngSurface surface = new PngSurface((int) (400 * scale), (int) (200 * scale));
        DiagramPainter.paint(diagram, palette, Viewport.all(diagram).scaled(scale), Set.of(), surface);
        return surface.png();
    }

    private static void assertInk(BufferedImage image, double x, double y, Rgba expected) {
        int scale = image.getWidth() / 400;
        int seen = image.getRGB((int) (x * scale), (int) (y * scale)) & 0xffffff;
        assertThat(Rgba.of(seen).hex()).as("at %s, %s", x, y).isEqualTo(expected.hex());
    }

    private static int rgb(Rgba c) {
        return c.red() << 16 | c.green() << 8 | c.blue();
    }
}
