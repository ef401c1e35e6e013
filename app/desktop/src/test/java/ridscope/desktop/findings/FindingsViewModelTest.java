package ridscope.desktop.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.document.HostFindings;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.rules.Rules;
import ridscope.rules.Severity;
import ridscope.topology.TopologyChange;

class FindingsViewModelTest {

    private static final Target DPU = new Target.OfFunction(FunctionAddress.of("0c:00.0"));

    private final DocumentModel documents = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final FindingsViewModel model = new FindingsViewModel(documents, selection, TaskRunner.direct(failure -> {
        throw new AssertionError(failure);
    }));

    @Test
    void withNothingOpenThereIsNothing() {
        assertThat(model.rows()).isEmpty();
        assertThat(model.nothing()).isEmpty();
        assertThat(model.unchecked()).isEmpty();
        assertThat(model.count(Severity.ERROR)).isZero();
    }

    @Test
    void theWorstComeFirstAndThoseThatSayTheSameAreFolded() {
        documents.set(Documents.flagship());
        assertThat(model.rows()).extracting(FindingRow::severity).isSorted();
        FindingRow folded = row("SIOV_UNRESERVED");
        assertThat(folded.where()).isEqualTo("2 places");
        assertThat(folded.target()).isEmpty();
        assertThat(folded.below()).extracting(FindingRow::where).containsExactly("04:00.0", "0c:00.0");
        FindingRow single = row("SDI_BEYOND_SUBORDINATE");
        assertThat(single.below()).isEmpty();
        assertThat(single.where()).isEqualTo("0c:00.0");
        assertThat(single.text().evidence())
                .anySatisfy(e -> assertThat(e.name()).contains("+0x208 Total SDIs"));
    }

    @Test
    void severitiesAreListedOrLeftOut() {
        documents.set(Documents.flagship());
        assertThat(model.rows())
                .extracting(FindingRow::severity)
                .doesNotContain(Severity.NOT_CHECKED, Severity.OK)
                .contains(Severity.WARNING, Severity.INFO);
        model.shownProperty(Severity.WARNING).set(false);
        assertThat(model.rows()).extracting(FindingRow::severity).containsOnly(Severity.INFO);
        model.shownProperty(Severity.INFO).set(false);
        assertThat(model.rows()).isEmpty();
        assertThat(model.nothing()).isNotEmpty();
        model.shownProperty(Severity.OK).set(true);
        assertThat(model.rows()).hasSize(model.count(Severity.OK));
        assertThat(row("BUS_OVERLAP").sentence()).isEqualTo("No pairs of bridges whose bus ranges overlap");
        model.shownProperty(Severity.NOT_CHECKED).set(true);
        assertThat(model.rows().stream().filter(r -> r.severity() == Severity.NOT_CHECKED))
                .isNotEmpty();
    }

    @Test
    void whatWasNotCheckedIsOneQuietLine() {
        documents.set(Documents.flagship());
        int rules = model.count(Severity.NOT_CHECKED);
        assertThat(model.unchecked()).startsWith(rules + " rules could not be checked: ");
        assertThat(model.unchecked())
                .as("what is missing, and for how many rules")
                .matches(".*: [a-z][^()]* \\(\\d+\\)(, [a-z][^()]* \\(\\d+\\))*")
                .doesNotContain("_");
        assertThat(model.uncheckedWhy()).contains("Not checked for", "SRIOV_NO_MMIO");
    }

    @Test
    void countsTellWholeFindingsAndWholeRules() {
        HostFindings findings = Documents.flagship().findings();
        assertThat(findings.summary()).isEqualTo(findings.count(Severity.WARNING) + " warnings");
        assertThat(findings.worst()).isEqualTo(Severity.WARNING);
        long told = findings.all().stream().map(f -> f.id()).distinct().count();
        assertThat(findings.count(Severity.OK) + told).isEqualTo(Rules.all().size());
        HostFindings none = new HostFindings(List.of());
        assertThat(none.summary()).isEqualTo("no errors or warnings");
        assertThat(none.worst()).isEqualTo(Severity.OK);
    }

    @Test
    void theFilterLooksAtSentenceSubjectAndId() {
        documents.set(Documents.flagship());
        for (String words : List.of("siov_unres", "512 sdis of 0000:0c:00.0 need", "warning 0c:00.0 unreserved")) {
            model.filterProperty().set(words);
            assertThat(model.rows()).as(words).extracting(FindingRow::id).containsExactly("SIOV_UNRESERVED");
        }
        assertThat(model.rows().get(0).below()).as("one is left, alone").isEmpty();
        model.filterProperty().set("nothing of the kind");
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void readingOneSelectsItsSubject() {
        documents.set(Documents.flagship());
        model.choose(row("SDI_BEYOND_SUBORDINATE"));
        assertThat(selection.get()).contains(DPU);
        FindingRow folded = row("SIOV_UNRESERVED");
        model.choose(folded);
        assertThat(selection.get()).as("several have no one subject").contains(DPU);
        assertThat(model.read()).contains(folded);
    }

    @Test
    void aSelectionElsewhereTurnsToWhatIsAboutIt() {
        documents.set(Documents.flagship());
        selection.select(new Target.OfSdis(FunctionAddress.of("0c:00.0")));
        assertThat(model.read().flatMap(FindingRow::target)).contains(DPU);
        FindingRow second = row("IOV_BUS_FOREIGN");
        model.choose(second);
        assertThat(model.read()).as("the one that was asked for stays").contains(second);
        selection.select(new Target.OfBuses(Segment.ZERO, new BusRange(9, 9)));
        assertThat(model.read()).as("nothing was found about it").isEmpty();
    }

    @Test
    void aLaterReadingKeepsWhatIsRead() {
        documents.set(Documents.flagship());
        FindingRow before = row("IOV_BUS_FOREIGN");
        model.choose(before);
        documents.set(Documents.flagship().later(TopologyChange.NONE));
        assertThat(model.read())
                .get()
                .isNotEqualTo(before)
                .satisfies(r -> assertThat(r.same(before)).isTrue());
        model.filterProperty().set("LINK_BELOW_CAPABILITY");
        assertThat(model.read().map(FindingRow::id)).isNotEqualTo(Optional.of("IOV_BUS_FOREIGN"));
    }

    @Test
    void whatIsCopiedIsWhole() {
        documents.set(Documents.flagship());
        String text = row("SDI_BEYOND_SUBORDINATE").plain();
        assertThat(text.lines().toList()).first().isEqualTo("WARNING SDI_BEYOND_SUBORDINATE 0000:0c:00.0");
        assertThat(text).contains("\nAdvice: ").contains("0000:0c:00.0 +0x208 Total SDIs = 0x0200");
        assertThat(row("SIOV_UNRESERVED").plain().lines().filter(l -> l.startsWith("- ")))
                .hasSize(2);
    }

    @Test
    void rowsHaveTheirOrders() {
        documents.set(Documents.flagship());
        List<FindingRow> all = model.rows().stream()
                .flatMap(FindingRow::all)
                .filter(r -> r.below().isEmpty())
                .toList();
        assertThat(all.stream()
                        .filter(r -> r.target().isPresent())
                        .sorted(FindingRow.BY_SUBJECT)
                        .map(FindingRow::where))
                .startsWith("02:00.0")
                .isSorted();
        assertThat(all.stream().sorted(FindingRow.BY_ID).map(FindingRow::id)).isSorted();
        assertThat(Stream.of(Severity.INFO, Severity.ERROR).sorted()).first().isEqualTo(Severity.ERROR);
    }

    private FindingRow row(String id) {
        return model.rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }
}
