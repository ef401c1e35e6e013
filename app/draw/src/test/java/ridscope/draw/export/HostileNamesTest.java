package ridscope.draw.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ridscope.names.DeviceNames;
import ridscope.testing.SampleCorpus;
import ridscope.topology.PciFunction;

/** Names come from files that nobody vouches for. */
class HostileNamesTest {

    /** Markup, controls, half a pair, right-to-left override, a script the fonts lack, and much of it. */
    private static final String HOSTILE =
            ("]]><script>&\"'\u0000\u0007\ud800\u202e\ufffe名\ud834\udd1e(\\)%%EOF" + "x".repeat(57)).repeat(100);

    @ParameterizedTest
    @EnumSource(PictureView.class)
    void everyFormatHoldsThem(PictureView view) throws Exception {
        PictureTemplate template = PictureTemplate.FULL.withTitleText(Optional.of(HOSTILE));
        PictureOptions options =
                PictureOptions.DEFAULT.withTemplate(template).withSharpness(new PictureSharpness.Width(250));
        Picture picture = new Pictures(PictureHost.of(SampleCorpus.topology("siov-server"), new Hostile()), HOSTILE)
                .picture(PictureRequest.of(view).withOptions(options));
        byte[] svg = picture.bytes(PictureFormat.SVG);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg))
                        .getElementsByTagName("script")
                        .getLength())
                .isZero();
        try (PDDocument pdf = Loader.loadPDF(picture.bytes(PictureFormat.PDF))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes(PictureFormat.PNG)))
                        .getWidth())
                .isEqualTo(250);
    }

    private static final class Hostile implements DeviceNames {

        @Override
        public Optional<String> vendor(PciFunction function) {
            return Optional.of(HOSTILE);
        }

        @Override
        public Optional<String> device(PciFunction function) {
            return Optional.of(HOSTILE);
        }

        @Override
        public Optional<String> subsystem(PciFunction function) {
            return Optional.of(HOSTILE);
        }

        @Override
        public Optional<String> className(PciFunction function) {
            return Optional.of(HOSTILE);
        }

        @Override
        public String line(PciFunction function) {
            return HOSTILE;
        }

        @Override
        public String product(PciFunction function) {
            return HOSTILE;
        }

        @Override
        public String shortName(PciFunction function) {
            return HOSTILE;
        }
    }
}
