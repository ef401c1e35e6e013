package ridscope.draw.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ridscope.draw.paint.Palettes;
import ridscope.testing.SampleCorpus;
import ridscope.testing.SnapshotNamesOnly;

/** Programs that others wrote show our SVG and PDF as we show our PNG: as large, and with ink at the same places. */
class OtherReadersTest {

    private static final int DARK = 0xa0;
    /** Fine lines are paler where they lie between two pixels. */
    private static final int PALE = 0xf4;

    private static final int NEAR = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(PictureView.class)
    void popplerDrawsThePdfWhereWeDraw(PictureView view) throws Exception {
        Path pdf = write(view, PictureFormat.PDF);
        Path seen = folder.resolve("seen");
        run(installed("pdftoppm", "poppler-utils"), "-png", "-r", "96", "-singlefile", pdf.toString(), seen.toString());
        BufferedImage theirs = ImageIO.read(Path.of(seen + ".png").toFile());
        BufferedImage ours = ImageIO.read(write(view, PictureFormat.PNG).toFile());
        assertThat(theirs.getWidth()).isBetween(ours.getWidth() - 1, ours.getWidth() + 1);
        assertThat(theirs.getHeight()).isBetween(ours.getHeight() - 1, ours.getHeight() + 1);
        assertThat(shared(ours, theirs)).isGreaterThan(0.98);
        assertThat(shared(theirs, ours)).isGreaterThan(0.98);
    }

    /** Its text has another font where ours is not installed, so not all ink is at the same place. */
    @ParameterizedTest
    @EnumSource(PictureView.class)
    void librsvgDrawsTheSvgWhereWeDraw(PictureView view) throws Exception {
        Path svg = write(view, PictureFormat.SVG);
        Path seen = folder.resolve("seen.png");
        run(installed("rsvg-convert", "librsvg2-bin"), "-o", seen.toString(), svg.toString());
        BufferedImage theirs = ImageIO.read(seen.toFile());
        BufferedImage ours = ImageIO.read(write(view, PictureFormat.PNG).toFile());
        assertThat(theirs.getWidth()).isBetween(ours.getWidth() - 1, ours.getWidth() + 1);
        assertThat(theirs.getHeight()).isBetween(ours.getHeight() - 1, ours.getHeight() + 1);
        assertThat(shared(ours, theirs)).isGreaterThan(0.85);
    }

    private Path write(PictureView view, PictureFormat format) throws Exception {
        PictureOptions options =
                PictureOptions.DEFAULT.withPalette(Palettes.PRINT).withSharpness(new PictureSharpness.Scale(1));
        PictureHost host = PictureHost.of(SampleCorpus.topology("siov-server"), new SnapshotNamesOnly());
        Path file = folder.resolve("picture." + format.ending());
        new Pictures(host, "RIDscope")
                .picture(PictureRequest.of(view).withOptions(options))
                .write(file);
        return file;
    }

    /** The share of one picture's dark pixels that have ink of the other next to them. */
    private static double shared(BufferedImage one, BufferedImage other) {
        int all = 0;
        int found = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (ink(one, x, y, DARK)) {
                    all++;
                    found += near(other, x, y) ? 1 : 0;
                }
            }
        }
        assertThat(all).isGreaterThan(1000);
        return (double) found / all;
    }

    private static boolean near(BufferedImage image, int x, int y) {
        for (int dy = -NEAR; dy <= NEAR; dy++) {
            for (int dx = -NEAR; dx <= NEAR; dx++) {
                if (ink(image, x + dx, y + dy, PALE)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean ink(BufferedImage image, int x, int y, int below) {
        boolean inside = x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight();
        return inside && (image.getRGB(x, y) >> 8 & 0xff) < below;
    }

    private static void run(String... words) throws Exception {
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static String installed(String program, String debianPackage) {
        List<Path> found = Stream.of(System.getenv("PATH").split(":"))
                .map(f -> Path.of(f, program))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!found.isEmpty(), "skipped: " + program + " (package " + debianPackage + ") is not installed");
        return found.get(0).toString();
    }
}
