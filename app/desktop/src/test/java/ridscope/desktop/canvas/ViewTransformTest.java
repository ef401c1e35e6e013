package ridscope.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import ridscope.desktop.canvas.ViewTransform.Size;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;

class ViewTransformTest {

    private static final Size PICTURE = new Size(2000, 1000);
    private static final Size CANVAS = new Size(500, 400);

    @Test
    void zoomingKeepsThePointUnderThePointer() {
        Random random = new Random(7);
        ViewTransform view = ViewTransform.HOME;
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble() * 500;
            double y = random.nextDouble() * 400;
            Point before = view.toDiagram(x, y);
            view = view.zoomed(0.5 + random.nextDouble(), x, y);
            Point after = view.toDiagram(x, y);
            assertThat(after.x()).isCloseTo(before.x(), within(1e-6));
            assertThat(after.y()).isCloseTo(before.y(), within(1e-6));
            assertThat(view.scale()).isBetween(ViewTransform.MIN_SCALE, ViewTransform.MAX_SCALE);
        }
    }

    @Test
    void fittingShowsTheWholePicture() {
        ViewTransform view = ViewTransform.fit(PICTURE, CANVAS, 1);
        Rect shown = view.toCanvas(new Rect(0, 0, 2000, 1000));
        assertThat(shown.x()).isGreaterThanOrEqualTo(0);
        assertThat(shown.right()).isLessThanOrEqualTo(500);
        assertThat(shown.bottom()).isLessThanOrEqualTo(400);
        assertThat(ViewTransform.fit(new Size(10, 10), CANVAS, 1).scale()).isEqualTo(1);
    }

    @Test
    void aPictureNeverLeavesTheCanvas() {
        ViewTransform far = ViewTransform.HOME.panned(-1e6, -1e6).kept(PICTURE, CANVAS);
        Rect shown = far.toCanvas(new Rect(0, 0, 2000, 1000));
        assertThat(shown.right()).isCloseTo(500 - ViewTransform.MARGIN, within(1e-6));
        assertThat(shown.bottom()).isCloseTo(400 - ViewTransform.MARGIN, within(1e-6));
        ViewTransform small = ViewTransform.HOME.panned(300, 300).kept(new Size(50, 50), CANVAS);
        assertThat(small.toCanvas(new Rect(0, 0, 50, 50)).x()).isCloseTo(ViewTransform.MARGIN, within(1e-6));
    }

    @Test
    void revealingMovesNoMoreThanNeeded() {
        Rect inside = new Rect(100, 100, 20, 20);
        assertThat(ViewTransform.HOME.revealing(inside, CANVAS)).isEqualTo(ViewTransform.HOME);
        Rect below = new Rect(100, 700, 20, 20);
        ViewTransform moved = ViewTransform.HOME.revealing(below, CANVAS);
        assertThat(moved.x()).isZero();
        assertThat(moved.toCanvas(below).bottom()).isCloseTo(400 - ViewTransform.MARGIN, within(1e-6));
        Rect tall = new Rect(0, 500, 20, 900);
        assertThat(ViewTransform.HOME.revealing(tall, CANVAS).toCanvas(tall).y())
                .isCloseTo(ViewTransform.MARGIN, within(1e-6));
    }

    @Test
    void aNewPictureIsNeitherTinyNorHuge() {
        assertThat(ViewTransform.fitWidth(new Size(5000, 10), CANVAS, 0.6, 1).scale())
                .isEqualTo(0.6);
        assertThat(ViewTransform.fitWidth(new Size(50, 10), CANVAS, 0.6, 1.5).scale())
                .isEqualTo(1.5);
        assertThat(ViewTransform.fitWidth(new Size(484, 10), CANVAS, 0.6, 1.5).scale())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void theWholePictureShowsWhileItStaysLegible() {
        assertThat(ViewTransform.readable(new Size(484, 480), CANVAS, 0.6, 1).scale())
                .isCloseTo(384 / 480.0, within(1e-9));
        assertThat(ViewTransform.readable(new Size(484, 600), CANVAS, 0.6, 1).scale())
                .isCloseTo(1, within(1e-9));
    }
}
