package ridscope.draw.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Rect;

class SheetTest {

    private static final PicturePage A4 = PicturePage.of(PicturePage.Size.A4);

    @Test
    void withoutPaperThePageIsThePicture() throws PictureException {
        assertThat(Sheet.of(diagram(400, 200), PicturePage.OF_PICTURE))
                .containsExactly(new Sheet(new Rect(0, 0, 400, 200), 0, 1));
    }

    @Test
    void aSmallPictureKeepsItsSizeInTheMiddleOfThePage() throws PictureException {
        Sheet sheet = Sheet.of(diagram(400, 200), A4).get(0);
        assertThat(sheet.times()).isEqualTo(1);
        assertThat(sheet.visible().width()).isCloseTo(210 * 96 / 25.4, within(1e-9));
        assertThat(sheet.visible().centerX()).isCloseTo(200, within(1e-9));
        assertThat(sheet.visible().centerY()).isCloseTo(100, within(1e-9));
    }

    @Test
    void aLargePictureShrinksUntilItFitsBetweenTheMargins() throws PictureException {
        Sheet sheet = Sheet.of(diagram(4000, 200), A4.withLandscape(true)).get(0);
        assertThat(sheet.times() * 4000).isCloseTo(277 * 96 / 25.4, within(1e-6));
        assertThat(sheet.visible().width() * sheet.times()).isCloseTo(297 * 96 / 25.4, within(1e-6));
        assertThat(-sheet.visible().x() * sheet.times()).isCloseTo(10 * 96 / 25.4, within(1e-6));
    }

    @Test
    void inItsOwnSizeItTakesAsManyPagesAsItNeedsAndTheyMeetAtTheMargins() throws PictureException {
        List<Sheet> sheets = Sheet.of(diagram(1000, 1500), A4.withFit(PicturePage.Fit.ACTUAL));
        assertThat(sheets).hasSize(4);
        Rect first = sheets.get(0).visible().grown(-sheets.get(0).free());
        Rect right = sheets.get(1).visible().grown(-sheets.get(1).free());
        assertThat(first.x()).isCloseTo(0, within(1e-9));
        assertThat(right.x()).isCloseTo(first.right(), within(1e-9));
        assertThat(right.right()).isGreaterThan(1000);
    }

    @Test
    void tooManyPagesAreOneSentence() {
        assertThatThrownBy(() -> Sheet.of(diagram(1000, 1e6), A4.withFit(PicturePage.Fit.ACTUAL)))
                .isInstanceOf(PictureException.class)
                .hasMessageStartingWith("the picture would take ")
                .hasMessageEndingWith("shrink it to one page");
    }

    @Test
    void slidesAreWide() {
        PicturePage slide = PicturePage.of(PicturePage.Size.SLIDE);
        assertThat(slide.width().orElseThrow() / slide.height().orElseThrow()).isCloseTo(16.0 / 9, within(1e-4));
    }

    private static Diagram diagram(double width, double height) {
        return new Diagram("topology", "t", width, height, List.of());
    }
}
