package ridscope.draw.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ridscope.draw.diagram.Diagram;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.Target;
import ridscope.enumerate.Enumerator;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.names.DeviceNames;
import ridscope.plan.PluggedCard;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.testing.SampleCorpus;
import ridscope.testing.SnapshotNamesOnly;
import ridscope.topology.Topology;

class PicturesTest {

    private static final DeviceNames NAMES = new SnapshotNamesOnly();

    @ParameterizedTest
    @EnumSource(PictureView.class)
    void withoutTitleLegendAndCaptionOnlyTheirMarksAreMissing(PictureView view) throws Exception {
        PictureRequest request = PictureRequest.of(view);
        List<String> full = ids(picture(request));
        List<String> bare =
                ids(picture(request.withOptions(PictureOptions.DEFAULT.withTemplate(PictureTemplate.BARE))));
        assertThat(bare).noneMatch(PicturesTest::around);
        assertThat(full.stream().filter(PicturesTest::around)).isNotEmpty();
        assertThat(full.stream().filter(id -> !around(id)).toList()).isEqualTo(bare);
    }

    @ParameterizedTest
    @EnumSource(PictureView.class)
    void sameRequestGivesSameBytesInEveryFormat(PictureView view) throws Exception {
        for (PictureFormat format : PictureFormat.values()) {
            PictureRequest request = PictureRequest.of(view);
            assertThat(picture(request).bytes(format))
                    .isEqualTo(picture(request).bytes(format));
        }
    }

    @Test
    void theTitleCanSaySomethingElse() throws Exception {
        PictureTemplate template = PictureTemplate.FULL.withTitleText(Optional.of("Rack 7"));
        Picture picture = picture(
                PictureRequest.of(PictureView.TOPOLOGY).withOptions(PictureOptions.DEFAULT.withTemplate(template)));
        assertThat(picture.diagram().title()).isEqualTo("Rack 7");
    }

    @Test
    void aTransparentPictureHasNoGround() throws Exception {
        PictureRequest request = PictureRequest.of(PictureView.RID_MAP);
        String ground = "<rect x=\"0\" y=\"0\"";
        assertThat(svg(request)).contains(ground);
        assertThat(svg(request.withOptions(PictureOptions.DEFAULT.withTransparent(true))))
                .doesNotContain(ground);
    }

    @Test
    void aPartOfTheTopologySaysThatItIsOne() throws Exception {
        Diagram part = picture(selection(PictureView.TOPOLOGY, "0000:0c:00.0")).diagram();
        assertThat(part.title()).endsWith("2 functions · 1 host bridge · part of a host of 38");
        assertThat(ids(part)).contains("fn-0000-0c-00.0", "port-0000-00-03.0").doesNotContain("fn-0000-04-00.0");
    }

    @Test
    void aPartOfTheRidMapHasTheBusesOfVfsAndSdisToo() throws Exception {
        List<String> ids =
                ids(picture(selection(PictureView.RID_MAP, "0000:0c:00.0")).diagram());
        assertThat(ids).contains("bus-0c", "bus-0d", "bus-0e", "left-out-00", "left-out-0f");
        assertThat(ids).doesNotContain("bus-0b", "bus-40");
    }

    @Test
    void nothingOfTheWholeMapOverlapsWhatIsLeft() throws Exception {
        Diagram whole = picture(PictureRequest.of(PictureView.RID_MAP)).diagram();
        Diagram part = picture(selection(PictureView.RID_MAP, "0000:0c:00.0")).diagram();
        assertThat(part.height()).isLessThan(whole.height());
        assertThat(part.marks()).allSatisfy(m -> {
            assertThat(m.bounds().height()).isGreaterThanOrEqualTo(0);
            assertThat(m.bounds().bottom()).isLessThanOrEqualTo(part.height());
        });
    }

    @Test
    void whatIsNotThereIsOneSentence() {
        assertThatThrownBy(() -> picture(selection(PictureView.TOPOLOGY, "0000:ee:00.0")))
                .isInstanceOf(PictureException.class)
                .hasMessage("nothing of what was chosen is on this host");
        PicturePart none = new PicturePart.OfSegment(new Segment(7));
        assertThatThrownBy(() -> picture(
                        PictureRequest.of(PictureView.RID_MAP).withOptions(PictureOptions.DEFAULT.withPart(none))))
                .isInstanceOf(PictureException.class)
                .hasMessage("the host has no segment 0007");
    }

    private static List<String> planned(Topology topology, Wishes wishes) throws PictureException {
        PictureRequest request = PictureRequest.of(PictureView.BUS_PLAN).withWishes(wishes);
        return new Pictures(PictureHost.of(topology, NAMES), "RIDscope 1")
                .picture(request).diagram().marks().stream()
                        .filter(m -> m instanceof Mark.Label)
                        .map(m -> ((Mark.Label) m).text())
                        .toList();
    }

    @Test
    void thePlanTellsWhichCardAndWhatItCostsTheOthers() throws Exception {
        Topology host = SampleCorpus.topology("siov-server");
        FunctionAddress port = FunctionAddress.parse("02:02.0").orElseThrow();
        PluggedCard card = PluggedCard.withSwitch(4);
        assertThat(planned(host, Wishes.none().withCard(port, card)))
                .contains(
                        "asked: a switch with 4 cards below 0000:02:02.0",
                        "worse than today: 3 functions of today would not be found: 0000:0b:00.0, 0000:0c:00.0,"
                                + " 0000:0d:00.0");
        assertThat(planned(host, Wishes.none().withCard(port, card.withVfs(8, 1, 1))))
                .contains("asked: a switch with 4 cards of 8 VFs each below 0000:02:02.0");
        assertThat(planned(host, Wishes.none())).anyMatch(text -> text.startsWith("at maximum: 0000:"));
    }

    /** The only function of a source: the bridge above it has the numbers, whatever they are. */
    @Test
    void whereItCannotBeToldNoNumbersAreLeft() throws Exception {
        HostSnapshot alone = new HostBuilder()
                .function("01:00.0", ConfigBuilder.endpoint(0x15b3, 0xa2dc, 0x020000))
                .build();
        assertThat(planned(Enumerator.enumerate(alone, Feedback.NONE), Wishes.none()))
                .contains("It cannot be told whether it fits", "not known")
                .noneMatch(text -> text.contains("unused"));
    }

    @Test
    void thePlanTellsWhatTheKernelSays() throws Exception {
        Wishes wishes = Wishes.none().withVfs(FunctionAddress.parse("01:00.0").orElseThrow(), 128);
        List<String> texts = planned(SampleCorpus.topology("sriov-undersized-port"), wishes);
        assertThat(texts)
                .anyMatch(text -> text.startsWith("most VFs: 0000:01:00.0 can have "))
                .contains(
                        "It does not fit",
                        "asked: 128 VFs on 0000:01:00.0",
                        "kernel: can't enable 128 VFs (bus 02 out of range of [bus 01])",
                        "−1 short");
    }

    private static boolean around(String id) {
        return id.startsWith("legend-") || id.startsWith("picture-");
    }

    private static PictureRequest selection(PictureView view, String address) {
        Target target = new Target.OfFunction(FunctionAddress.parse(address).orElseThrow());
        return PictureRequest.of(view)
                .withOptions(PictureOptions.DEFAULT.withPart(new PicturePart.Selection(Set.of(target), true)));
    }

    private static String svg(PictureRequest request) throws Exception {
        return new String(picture(request).bytes(PictureFormat.SVG), StandardCharsets.UTF_8);
    }

    private static List<String> ids(Picture picture) {
        return ids(picture.diagram());
    }

    private static List<String> ids(Diagram diagram) {
        return diagram.marks().stream().map(m -> m.id().value()).toList();
    }

    private static Picture picture(PictureRequest request) throws Exception {
        return new Pictures(PictureHost.of(SampleCorpus.topology("siov-server"), NAMES), "RIDscope 1").picture(request);
    }
}
