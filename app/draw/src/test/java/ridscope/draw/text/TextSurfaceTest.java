package ridscope.draw.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import ridscope.draw.SampleDiagram;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.paint.DiagramPainter;
import ridscope.draw.paint.Palettes;
import ridscope.draw.paint.Viewport;

class TextSurfaceTest {

    @Test
    void oneMarkALine() {
        Diagram diagram = SampleDiagram.oneOfEach();
        TextSurface surface = new TextSurface();
        DiagramPainter.paint(diagram, Palettes.LIGHT, Viewport.all(diagram), Set.of(), surface);
        assertThat(surface.text().lines())
                .containsExactly(
                        "diagram 0.00 0.00 400.00 200.00",
                        "box panel plain panel 10.00 10.00 380.00 180.00",
                        "box pf filled fn-0000-3b-00.0 20.00 20.00 96.00 36.00 stripe=sdi \"3b:00.0 <&\"> NIC\u0007\"",
                        "box slot dashed slot 20.00 80.00 96.00 36.00 \"Slot 7\"",
                        "box reserved hatched free 20.00 130.00 96.00 36.00",
                        "span vf dashed vfs 130.00 20.00 120.00 26.00 \"64 VFs · 8 enabled\" \"64 VFs\"",
                        "wire link filled link 128.00 58.00 74.00 44.00 (130.00,60.00) (200.00,60.00) (200.00,100.00)"
                                + " \"16 GT/s x8\"",
                        "label text body name 130.00 110.00 66.00 13.00 \"a < b & \"c\"\"",
                        "cells vf filled comb 130.00 140.00 238.00 18.00 60×4.00 \"VF 0 to 59\"",
                        "cross conflict clash 300.00 60.00 10.00 10.00 \"two owners\"");
    }
}
