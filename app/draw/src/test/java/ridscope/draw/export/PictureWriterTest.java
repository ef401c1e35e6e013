package ridscope.draw.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.draw.SampleDiagram;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.paint.Palette;
import ridscope.draw.paint.Palettes;

class PictureWriterTest {

    @TempDir
    Path folder;

    @Test
    void theEndingDecidesTheFormat() throws Exception {
        Path svg = folder.resolve("a.SVG");
        Path png = folder.resolve("a.png");
        write(svg, SampleDiagram.oneOfEach(), Palettes.LIGHT);
        write(png, SampleDiagram.oneOfEach(), Palettes.DARK);
        assertThat(Files.readString(svg)).startsWith("<svg ");
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(names()).containsExactly("a.SVG", "a.png");
    }

    @Test
    void otherEndingsAreExplained() {
        assertThatThrownBy(() -> write(folder.resolve("a.bmp"), SampleDiagram.oneOfEach(), Palettes.LIGHT))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("a.bmp")
                .hasMessageEndingWith("the file may end in .svg, .pdf or .png");
    }

    @Test
    void aPictureTooLargeForPngLeavesTheOldFile() throws Exception {
        Path png = folder.resolve("large.png");
        Files.writeString(png, "old");
        Diagram large = new Diagram("topology", "large", 2000, 200_000, List.of());
        assertThatThrownBy(() -> write(png, large, Palettes.LIGHT))
                .isInstanceOf(PictureException.class)
                .hasMessage("a picture of 2000 × 200000 points is too large for PNG; write it as .svg or .pdf");
        assertThat(Files.readString(png)).isEqualTo("old");
        assertThat(names()).containsExactly("large.png");
    }

    @Test
    void whatCannotBeWrittenIsSaidInOneSentence() throws IOException {
        Path missing = folder.resolve("no/such/a.svg");
        assertThatThrownBy(() -> write(missing, SampleDiagram.oneOfEach(), Palettes.LIGHT))
                .isInstanceOf(PictureException.class)
                .hasMessage("cannot write '" + missing + "': No such file or directory.");
        Path directory = Files.createDirectory(folder.resolve("dir.svg"));
        assertThatThrownBy(() -> write(directory, SampleDiagram.oneOfEach(), Palettes.LIGHT))
                .isInstanceOf(PictureException.class)
                .hasMessageEndingWith("it is a directory.");
        assertThat(names()).containsExactly("dir.svg");
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = folder.resolve("real.svg");
        Files.writeString(real, "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.svg"), real);
        write(link, SampleDiagram.oneOfEach(), Palettes.LIGHT);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).startsWith("<svg ");
    }

    private static void write(Path file, Diagram diagram, Palette palette) throws PictureException {
        new Picture(diagram, new Caption(List.of(), ""), PictureOptions.DEFAULT.withPalette(palette)).write(file);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
