package ridscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import ridscope.testing.SampleCorpus;

/** Every host that there is becomes every kind of picture. */
class EveryHostAsPictureTest {

    private static final Path REAL = Optional.ofNullable(System.getProperty("ridscope.shared"))
            .map(s -> Path.of(s, "fixtures", "real"))
            .orElse(Path.of("absent"));

    /** Letters that XML names begin with, then what else they may have. */
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]*";

    private static final List<String> VIEWS = List.of("topology", "rid-map", "bus-plan", "siov");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> samples() {
        return SampleCorpus.names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> draws("sample:" + name, name)));
    }

    @TestFactory
    Stream<DynamicTest> realHosts() throws IOException {
        assumeTrue(Files.isDirectory(REAL), "shared fixtures absent");
        try (Stream<Path> files = Files.walk(REAL)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(f -> !REAL.relativize(f).startsWith("LICENCES") && !f.endsWith("INDEX.md"))
                    .sorted()
                    .toList()
                    .stream()
                    .map(f -> DynamicTest.dynamicTest(
                            f.getFileName().toString(),
                            () -> draws(f.toString(), f.getFileName().toString())));
        }
    }

    private void draws(String source, String name) throws Exception {
        for (String view : VIEWS) {
            Path svg = folder.resolve(name + "." + view + ".svg");
            Run run = Run.of("export", source, "-o", svg.toString(), "--view", view);
            if (view.equals("siov") && run.code() == ExitCode.UNREADABLE) {
                assertThat(run.err()).contains("VFs or SDIs");
                assertThat(svg).doesNotExist();
                continue;
            }
            assertThat(run.code()).as("%s as svg: %s", view, run.err()).isEqualTo(ExitCode.OK);
            wellFormed(svg);
            Path pdf = folder.resolve(name + "." + view + ".pdf");
            run = Run.of("export", source, "-o", pdf.toString(), "--view", view, "--page", "a4");
            assertThat(run.code()).as("%s as pdf: %s", view, run.err()).isEqualTo(ExitCode.OK);
            assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
        }
        Path png = folder.resolve(name + ".png");
        Run run = Run.of("export", source, "-o", png.toString(), "--width", "333", "--transparent");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(333);
        assertThat(image.getRGB(0, 0) >>> 24).as("opacity of the ground").isZero();
    }

    private static void wellFormed(Path svg) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        Set<String> ids = new HashSet<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            if (!id.isEmpty()) {
                assertThat(id).matches(NAME);
                assertThat(ids.add(id))
                        .as("%s stands for one mark in %s", id, svg.getFileName())
                        .isTrue();
            }
        }
        assertThat(ids).isNotEmpty();
    }
}
