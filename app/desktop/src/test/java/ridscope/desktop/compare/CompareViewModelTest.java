package ridscope.desktop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ridscope.config.PortType;
import ridscope.config.layout.RegisterLayouts;
import ridscope.desktop.document.Document;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.desktop.testing.PluggedHosts;
import ridscope.diff.Fate;
import ridscope.draw.diagram.Target;
import ridscope.host.HostSnapshot;
import ridscope.report.DiffRow;
import ridscope.report.Difference;
import ridscope.rid.FunctionAddress;
import ridscope.source.Source;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.TopologyChange;

/** Two hosts held against each other, without a window. */
class CompareViewModelTest {

    private final DocumentModel documents = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final List<String> problems = new ArrayList<>();
    private CompareViewModel model;

    @BeforeEach
    void make() {
        TaskRunner runner = TaskRunner.direct(bug -> {
            throw new AssertionError(bug);
        });
        model = new CompareViewModel(
                documents, selection, runner, Documents.loader(), RegisterLayouts.bundled(), problems::add);
        model.setShown(true);
        documents.set(Documents.of(PluggedHosts.bothRebound()));
        model.with(Documents.source("earlier", PluggedHosts.first()));
    }

    private List<String> rows() {
        return model.rowsProperty().get().stream()
                .map(row -> row.fate() + " " + row.before().map(a -> a.rid()).orElse(null) + " "
                        + row.after().map(a -> a.rid()).orElse(null))
                .toList();
    }

    private DiffRow row(Fate fate) {
        return model.comparedProperty().get().orElseThrow().table().rows().stream()
                .filter(r -> r.fate() == fate)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOpenHostIsTheLaterOneAndOnlyWhatDiffersIsListed() {
        assertThat(rows()).containsExactly("CHANGED 01:00.0 01:00.0", "NEW null 05:00.0");
        assertThat(model.count(Fate.SAME)).isEqualTo(3);
        assertThat(model.count(Fate.NEW)).isEqualTo(1);
        assertThat(model.count(Fate.GONE)).isZero();
    }

    @Test
    void kindsAndWordsNarrowTheListAndLeaveTheCounts() {
        model.listedProperty(Fate.CHANGED).set(false);
        assertThat(rows()).containsExactly("NEW null 05:00.0");
        model.listedProperty(Fate.SAME).set(true);
        assertThat(rows()).hasSize(4);
        model.listedProperty(Fate.CHANGED).set(true);
        model.filterProperty().set("VFIO-pci");
        assertThat(rows()).containsExactly("CHANGED 01:00.0 01:00.0");
        model.filterProperty().set("05:00 nobody");
        assertThat(rows()).isEmpty();
        assertThat(model.count(Fate.CHANGED)).isEqualTo(1);
    }

    @Test
    void swappedTheOpenHostIsTheEarlierOne() {
        model.swappedProperty().set(true);
        assertThat(rows()).contains("GONE 05:00.0 null");
        assertThat(model.comparedProperty().get().orElseThrow().after().title()).isEqualTo("earlier");
        // The open host still has what is gone, so every view can show it.
        model.choose(row(Fate.GONE));
        assertThat(selection.get()).contains(new Target.OfFunction(FunctionAddress.of("05:00.0")));
    }

    @Test
    void aRowSelectsItsFunctionAndASelectionReadsItsRow() {
        model.choose(row(Fate.NEW));
        assertThat(selection.get()).contains(new Target.OfFunction(FunctionAddress.of("05:00.0")));
        selection.select(new Target.OfFunction(FunctionAddress.of("01:00.0")));
        assertThat(model.readProperty().get().orElseThrow().fate()).isEqualTo(Fate.CHANGED);
        assertThat(model.details()).contains(new Difference(Difference.Kind.FACT, "driver", "ice", "vfio-pci"));
    }

    @Test
    void aGoneFunctionIsSelectedNowhereAndItsDetailsStandInPlace() {
        documents.set(Documents.of(PluggedHosts.second()));
        selection.select(new Target.OfFunction(FunctionAddress.of("05:00.0")));
        DiffRow gone = row(Fate.GONE);
        model.choose(gone);
        assertThat(selection.get()).isEmpty();
        assertThat(model.readProperty().get()).contains(gone);
        assertThat(model.details())
                .contains(new Difference(Difference.Kind.FACT, "vendor and device ID", "8086:1592", ""));
        model.choose(new Target.OfRid(gone.before().orElseThrow()));
        assertThat(model.readProperty().get()).contains(gone);
    }

    @Test
    void whatCannotBeReadIsSaidAndTheComparisonStays() {
        model.with(new Source.Bytes("nonsense", new byte[] {1, 2, 3}));
        assertThat(problems).hasSize(1);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void theTableOfAddressesIsWhatTheCommandLinePrints() {
        documents.set(Documents.of(Documents.source("later", moved("06:00.0", 6))));
        model.with(Documents.source("earlier", moved("05:00.0", 5)));
        Compared compared = model.comparedProperty().get().orElseThrow();
        assertThat(model.addresses().orElseThrow())
                .startsWith("0000:05:00.0  0000:06:00.0  ")
                .hasLineCount(1);
        assertThat(CopyText.addresses(compared, CopyText.Form.CSV))
                .startsWith("old address,new address,function\n0000:05:00.0,0000:06:00.0,");
        assertThat(CopyText.addresses(compared, CopyText.Form.MARKDOWN)).contains("| 0000:05:00.0 | 0000:06:00.0 | ");
        assertThat(CopyText.rows(List.of(row(Fate.RENUMBERED))))
                .hasLineCount(2)
                .contains("\nRenumbered\t0000:05:00.0\t0000:06:00.0\t");
    }

    private static HostSnapshot moved(String drive, int bus) {
        return new HostBuilder()
                .rootBus(0, 0x3f)
                .function("00:01.0", ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, bus, bus))
                .function(drive, ConfigBuilder.endpoint(0x144d, 0xa826, 0x010802))
                .build();
    }

    @Test
    void aHostThatChangedCanBeComparedWithWhatItWas() {
        Document first = Documents.of(PluggedHosts.first());
        documents.set(first);
        assertThat(model.changedSinceProperty().get()).isFalse();
        Document now = Documents.of(PluggedHosts.both());
        documents.set(now.later(TopologyChange.between(first.topology(), now.topology())));
        assertThat(model.changedSinceProperty().get()).isTrue();
        model.withOpened();
        assertThat(rows()).containsExactly("NEW null 05:00.0");
        documents.set(first.later(TopologyChange.NONE));
        assertThat(rows()).as("compared anew").isEmpty();
    }

    @Test
    void readingsAreHeldAgainstEachOtherAwayFromTheThreadThatDraws() {
        Deque<Runnable> background = new ArrayDeque<>();
        TaskRunner runner = new TaskRunner(background::add, Runnable::run, bug -> {
            throw new AssertionError(bug);
        });
        DocumentModel hosts = new DocumentModel();
        CompareViewModel slow = new CompareViewModel(
                hosts, new SelectionModel(), runner, Documents.loader(), RegisterLayouts.bundled(), problems::add);
        Document first = Documents.of(PluggedHosts.first());
        Document both = Documents.of(PluggedHosts.both());
        hosts.set(first);
        background.clear();
        hosts.set(both.later(TopologyChange.between(first.topology(), both.topology())));
        assertThat(background).hasSize(1);
        assertThat(slow.changedSinceProperty().get()).isFalse();
        background.remove().run();
        assertThat(slow.changedSinceProperty().get()).isTrue();
        hosts.set(both);
        assertThat(slow.changedSinceProperty().get()).as("opened anew").isFalse();
        assertThat(background).isEmpty();
    }

    @Test
    void nothingIsWorkedOutWhileNobodyLooks() {
        model.setShown(false);
        documents.set(Documents.of(PluggedHosts.first()));
        assertThat(model.comparedProperty().get())
                .as("what was said of the host that is gone")
                .isEmpty();
        assertThat(rows()).isEmpty();
        model.setShown(true);
        assertThat(model.comparedProperty().get()).isPresent();
        assertThat(rows()).isEmpty();
        assertThat(model.anyDifference()).isFalse();
    }

    @Test
    void forgettingLeavesNothing() {
        model.choose(row(Fate.NEW));
        model.forget();
        assertThat(model.comparedProperty().get()).isEmpty();
        assertThat(model.otherProperty().get()).isEmpty();
        assertThat(model.readProperty().get()).isEqualTo(Optional.empty());
        assertThat(rows()).isEmpty();
    }
}
