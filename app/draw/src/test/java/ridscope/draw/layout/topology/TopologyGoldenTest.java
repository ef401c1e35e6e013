package ridscope.draw.layout.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Rect;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palettes;
import ridscope.draw.paint.Viewport;
import ridscope.draw.text.TextSurface;
import ridscope.host.HostSnapshot;

/** Whole pictures as text. On a difference the picture as it is now is left under {@code target/goldens}. */
class TopologyGoldenTest {

    private static final Map<String, Supplier<HostSnapshot>> HOSTS = Map.of(
            "links", Hosts::links,
            "multi-function", Hosts::multiFunction,
            "siov", Hosts::siov,
            "nested-switches", Hosts::nestedSwitches,
            "conventional", Hosts::conventional,
            "two-segments", Hosts::twoSegments,
            "alike-drives", () -> Hosts.alikeDrives(12));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "links",
                "multi-function",
                "siov",
                "nested-switches",
                "conventional",
                "two-segments",
                "alike-drives"
            })
    void looksAsBefore(String name) throws IOException {
        String actual = text(Pictures.of(HOSTS.get(name).get()).diagram());
        String expected = golden(name + ".txt");
        if (!actual.equals(expected)) {
            Path out = Files.createDirectories(Path.of("target", "goldens")).resolve(name + ".txt");
            Files.writeString(out, actual, StandardCharsets.UTF_8);
        }
        assertThat(actual).isEqualTo(expected);
    }

    private static String text(Diagram diagram) {
        TextSurface surface = new TextSurface();
        Viewport all = new Viewport(new Rect(0, 0, diagram.width(), diagram.height()), 1);
        DiagramPainter.paint(diagram, Palettes.LIGHT, all, Set.of(), surface);
        return surface.text();
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = TopologyGoldenTest.class.getResourceAsStream(name)) {
            return in == null ? "no golden " + name : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
