package ridscope.draw.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ridscope.draw.SampleDiagram;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.fonts.FontMetricsTable;
import ridscope.host.Provenance;

class PictureFrameTest {

    private final PictureFrame frame = new PictureFrame(FontMetricsTable.bundled());
    private final Diagram inner = SampleDiagram.oneOfEach();

    @Test
    void withoutTitleAndCaptionNothingChanges() {
        assertThat(frame.around(inner, Optional.empty(), Optional.empty())).isSameAs(inner);
    }

    @Test
    void everyMarkMovesDownByTheTitle() {
        Diagram framed = frame.around(inner, Optional.of("server-a"), Optional.empty());
        assertThat(framed.title()).isEqualTo("server-a");
        assertThat(framed.marks()).hasSize(inner.marks().size() + 1);
        for (int i = 0; i < inner.marks().size(); i++) {
            Mark before = inner.marks().get(i);
            Mark after = framed.marks().get(i + 1);
            assertThat(after.getClass()).isEqualTo(before.getClass());
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.bounds().x()).isEqualTo(before.bounds().x());
            assertThat(after.bounds().y()).isEqualTo(before.bounds().y() + 26);
        }
    }

    @Test
    void ofATitleInPartsOnlyTheFirstIsTheHead() {
        Diagram framed = frame.around(inner, Optional.of("RID map · segment 0000 · row = bus"), Optional.empty());
        Mark.Label head = (Mark.Label) framed.marks().get(0);
        Mark.Label rest = (Mark.Label) framed.marks().get(1);
        assertThat(head.text()).isEqualTo("RID map");
        assertThat(rest.text()).isEqualTo("segment 0000 · row = bus");
        assertThat(rest.style()).isEqualTo(TextStyle.SMALL);
        assertThat(rest.bounds().x()).isGreaterThan(head.bounds().right());
        assertThat(framed.title()).isEqualTo("RID map · segment 0000 · row = bus");
    }

    @Test
    void nothingOverlapsTheDiagram() {
        Diagram framed = frame.around(inner, Optional.of("t"), Optional.of(new Caption(List.of("a", "b"), "")));
        List<Mark> marks = framed.marks();
        assertThat(marks.get(0).bounds().bottom()).isLessThan(26);
        Mark caption = marks.get(marks.size() - 1);
        assertThat(caption.bounds().y()).isGreaterThan(26 + inner.height());
        assertThat(caption.bounds().bottom()).isLessThan(framed.height());
    }

    @Test
    void aLongCaptionWrapsBetweenItsParts() {
        List<String> parts = List.of(
                "a host with a very long name indeed", "Linux 6.18.2-some-distribution-amd64", "json", "x".repeat(300));
        Diagram framed = frame.around(inner, Optional.empty(), Optional.of(new Caption(parts, "")));
        List<Mark.Label> lines = framed.marks().stream()
                .filter(m -> m.id().value().startsWith("picture-caption"))
                .map(Mark.Label.class::cast)
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).text()).endsWith("…");
        assertThat(lines).allSatisfy(l -> assertThat(l.bounds().right()).isLessThanOrEqualTo(framed.width() - 12));
    }

    @Test
    void theCaptionSaysWhatIsKnown() {
        Provenance full = new Provenance(
                "lspci-hex",
                Optional.of("server-a"),
                Optional.of("6.18.2"),
                Optional.of(Instant.parse("2026-11-20T09:30:15Z")),
                Optional.empty(),
                Optional.of(false),
                false);
        assertThat(Caption.of(full, "RIDscope 0.1.0").parts())
                .containsExactly(
                        "server-a",
                        "Linux 6.18.2",
                        "captured 2026-11-20 09:30 UTC",
                        "lspci-hex",
                        "read without privilege",
                        "drawn by RIDscope 0.1.0");
        assertThat(Caption.of(Provenance.of("json"), "RIDscope 0.1.0").parts())
                .containsExactly("json", "drawn by RIDscope 0.1.0");
    }
}
