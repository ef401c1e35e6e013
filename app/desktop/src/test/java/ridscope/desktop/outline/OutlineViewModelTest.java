package ridscope.desktop.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.host.BootLog;
import ridscope.host.HostSnapshot;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.testing.FlagshipHost;
import ridscope.topology.TopologyChange;

class OutlineViewModelTest {

    private final List<Throwable> bugs = new ArrayList<>();
    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final OutlineViewModel outline = new OutlineViewModel(document, selection, TaskRunner.direct(bugs::add));

    @BeforeEach
    void open() {
        document.set(Documents.flagship());
    }

    @Test
    void theTreeReadsLikeTheHost() {
        assertThat(lines())
                .containsExactly(
                        "0000 segment",
                        " 00 host bridge · NUMA 0 [00-3f]",
                        "  00:00.0 host bridge",
                        "  00:01.0 root port [01-0a]",
                        "   01:00.0 switch · upstream [02-0a]",
                        "    02:00.0 downstream · slot 5 [03-03] · Warning",
                        "     03:00.0 E810-C · ens5f0 64 VFs",
                        "     03:00.1 E810-C · ens5f1 64 VFs",
                        "    02:01.0 downstream [04-08]",
                        "     04:00.0 Accelerator 1,024 SDIs · Warning",
                        "    02:02.0 slot 7 · empty [09-0a]",
                        "  00:02.0 root port [0b-0b]",
                        "   0b:00.0 PM174X · nvme0 127 VFs · Warning",
                        "  00:03.0 root port [0c-0c]",
                        "   0c:00.0 Example DPU 512 SDIs · Warning !",
                        "  00:04.0 root port [0d-0d]",
                        "   0d:00.0 P5520 · nvme1 16 GT/s x4",
                        " 40 host bridge · NUMA 1 [40-5f]",
                        "  40:00.0 host bridge",
                        "  40:01.0 root port [41-44]",
                        "   41:00.0 switch · upstream [42-44]",
                        "    42:00.0 downstream [43-43]",
                        "     43:00.0 H100 PCIe · card0 32 GT/s x16",
                        "    42:01.0 downstream [44-44]",
                        "     44:00.0 H100 PCIe · card1 32 GT/s x16");
    }

    /** Rows of 20,000 functions take longer than a picture on the screen may. */
    @Test
    void rowsAreMadeInTheBackgroundAndThoseOfAnotherHostGoAtOnce() {
        Deque<Runnable> background = new ArrayDeque<>();
        DocumentModel opened = new DocumentModel();
        OutlineViewModel slow =
                new OutlineViewModel(opened, selection, new TaskRunner(background::add, Runnable::run, bugs::add));
        Document flagship = Documents.flagship();
        opened.set(flagship);
        assertThat(slow.rootsProperty().get()).isEmpty();
        background.remove().run();
        List<OutlineNode> first = slow.rootsProperty().get();
        assertThat(first).hasSize(1);
        assertThat(background).isEmpty();

        opened.set(flagship.later(TopologyChange.NONE));
        assertThat(slow.rootsProperty().get()).isSameAs(first);
        assertThat(slow.isLater()).isFalse();
        background.remove().run();
        assertThat(slow.rootsProperty().get()).isNotSameAs(first);
        assertThat(slow.isLater()).isTrue();

        opened.set(flagship);
        assertThat(slow.rootsProperty().get()).isEmpty();
        assertThat(slow.isLater()).isFalse();
    }

    /** A row asks whether there are any below it as soon as it is seen. */
    @Test
    void whatIsSeenAtFirstIsMadeWithTheRowsAndNoMore() {
        List<String> made = new ArrayList<>();
        OutlineNode closed = node("closed", false, made, node("hidden", true, made, node("deep", false, made)));
        node("root", true, made, node("open", true, made, node("leaf", false, made)), closed)
                .makeOpen();
        assertThat(made).containsExactly("root", "open", "leaf", "closed");
    }

    private static OutlineNode node(String name, boolean open, List<String> made, OutlineNode... below) {
        Target target = new Target.OfBuses(Segment.ZERO, BusRange.ALL);
        return new OutlineNode(target, open, () -> OutlineRow.plain(name, "", "", target), () -> {
            made.add(name);
            return List.of(below);
        });
    }

    @Test
    void whatTheBootLogComplainsOfIsMarkedWithoutALinkTurningRed() {
        HostSnapshot host = FlagshipHost.snapshot();
        document.set(Documents.of(BootLog.parse(List.of(
                        "[    9.1] pci 0000:43:00.0: BAR 0: failed to assign [mem size 0x1000]",
                        "[    9.2] pci 0000:44:00.0: reg 0x10: [mem 0x1000-0x1fff]"))
                .attach(host)));
        assertThat(lines())
                .contains(
                        "     43:00.0 H100 PCIe · card0 32 GT/s x16 log", "     44:00.0 H100 PCIe · card1 32 GT/s x16");
    }

    @Test
    void vfsStandBelowTheirPf() {
        OutlineNode pf = path("03:00.1").get(path("03:00.1").size() - 1);
        assertThat(pf.open()).isFalse();
        assertThat(pf.children()).hasSize(8).allMatch(n -> n.row().name().endsWith(" · iavf"));
        assertThat(pf.children().get(7).row().toString()).isEqualTo("03:11.7 VF 7 · iavf");
    }

    @ParameterizedTest
    @CsvSource({
        "pm174x, 0b:00.0",
        "NVME 0b:, 0b:00.0",
        "8086:1592 03:00.1, 03:00.1",
        "driver-less-word, ",
        "nvidia 43, 43:00.0",
        "endpoint p5520, 0d:00.0",
        "nvme0, 0b:00.0"
    })
    void theFilterLooksAtAddressNameDriverAndIds(String words, String found) {
        outline.filterProperty().set(words);
        List<String> lines = lines();
        if (found == null) {
            assertThat(lines).isEmpty();
        } else {
            assertThat(lines.get(lines.size() - 1).strip()).startsWith(found);
        }
    }

    @Test
    void theFilterKeepsWhatIsAboveAMatch() {
        outline.filterProperty().set("accel");
        assertThat(lines())
                .containsExactly(
                        "0000 segment",
                        " 00 host bridge · NUMA 0 [00-3f]",
                        "  00:01.0 root port [01-0a]",
                        "   01:00.0 switch · upstream [02-0a]",
                        "    02:01.0 downstream [04-08]",
                        "     04:00.0 Accelerator 1,024 SDIs · Warning");
        outline.filterProperty().set(" ");
        assertThat(lines()).hasSize(25);
    }

    @Test
    void anySelectionLeadsToTheRowThatShowsIt() {
        assertThat(selected(new Target.OfFunction(FunctionAddress.of("03:11.7"))))
                .isEqualTo("03:11.7");
        assertThat(selected(new Target.OfSdis(FunctionAddress.of("0c:00.0")))).isEqualTo("0c:00.0");
        assertThat(selected(new Target.OfVfs(FunctionAddress.of("0b:00.0")))).isEqualTo("0b:00.0");
        assertThat(selected(new Target.OfRid(FunctionAddress.of("0d:00.0")))).isEqualTo("0d:00.0");
        assertThat(selected(new Target.OfBuses(Segment.ZERO, new BusRange(0x40, 0x5f))))
                .isEqualTo("40");
        assertThat(selected(new Target.OfBuses(Segment.ZERO, BusRange.ALL))).isEqualTo("0000");
        assertThat(selected(new Target.OfRid(FunctionAddress.of("0c:1f.7")))).isEqualTo("0c:00.0");
        assertThat(selected(new Target.OfRid(FunctionAddress.of("03:12.0")))).isEqualTo("03:00.0");
        assertThat(selected(new Target.OfRid(FunctionAddress.of("09:00.0")))).isEqualTo("none");
        assertThat(selected(new Target.OfBuses(Segment.ZERO, new BusRange(9, 10))))
                .isEqualTo("none");
    }

    @Test
    void wordsAreFoundByTheirBeginning() {
        OutlineRow row = new OutlineRow(
                "0b:00.0",
                "Samsung Device",
                "64 VFs",
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "nvme 144d:a826");
        assertThat(List.of("device", "dev", "nvme", "nv", "a826", "00.0", "0b:", "64"))
                .allMatch(row::has);
        assertThat(List.of("ice", "vme", "amsung", "826", "b:00")).noneMatch(row::has);
    }

    @Test
    void aFilterThatFindsNothingIsAnswered() {
        assertThat(outline.nothing()).isEmpty();
        outline.filterProperty().set("nobody");
        assertThat(outline.rootsProperty().get()).isEmpty();
        assertThat(outline.nothing()).contains("“nobody”");
    }

    private String selected(Target target) {
        selection.select(target);
        List<OutlineNode> path = outline.pathToSelection();
        return path.isEmpty() ? "none" : path.get(path.size() - 1).row().address();
    }

    private List<OutlineNode> path(String address) {
        selection.select(new Target.OfFunction(FunctionAddress.of(address)));
        return outline.pathToSelection();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        outline.rootsProperty().get().forEach(n -> add(n, "", lines));
        return lines;
    }

    private static void add(OutlineNode node, String indent, List<String> lines) {
        lines.add(indent + node.row() + (node.row().alert() ? " !" : ""));
        if (node.open()) {
            node.children().forEach(n -> add(n, indent + " ", lines));
        }
    }
}
