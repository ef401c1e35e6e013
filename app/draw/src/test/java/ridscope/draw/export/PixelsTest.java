package ridscope.draw.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PixelsTest {

    @Test
    void aLargePictureLosesSharpnessFirst() throws PictureException {
        assertThat(Pixels.of(1000, 1000, PictureSharpness.AUTO)).isEqualTo(new Pixels(2000, 2000));
        assertThat(Pixels.of(1000, 48_000, PictureSharpness.AUTO)).isEqualTo(new Pixels(1000, 48_000));
    }

    @Test
    void whatIsAskedForIsExact() throws PictureException {
        assertThat(Pixels.of(333.3, 100, new PictureSharpness.Width(1601)).width())
                .isEqualTo(1601);
        assertThat(Pixels.of(400, 200, new PictureSharpness.Width(7))).isEqualTo(new Pixels(7, 4));
        assertThat(Pixels.of(400, 200, new PictureSharpness.Scale(2.5))).isEqualTo(new Pixels(1000, 500));
        assertThat(Pixels.of(0.1, 0.1, new PictureSharpness.Scale(0.5))).isEqualTo(new Pixels(1, 1));
    }

    @Test
    void tooManyAreOneSentence() {
        assertThatThrownBy(() -> Pixels.of(1000, 1000, new PictureSharpness.Width(100_000)))
                .isInstanceOf(PictureException.class)
                .hasMessage(
                        "a PNG of 100000 × 100000 pixels is too large; ask for at most 48 million pixels, or write it"
                                + " as .svg or .pdf");
        assertThatThrownBy(() -> Pixels.of(100, 1e9, new PictureSharpness.Scale(1000)))
                .isInstanceOf(PictureException.class);
    }
}
