package ridscope.desktop.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.task.TaskRunner;
import ridscope.draw.diagram.Target;
import ridscope.query.Candidate;
import ridscope.rid.FunctionAddress;

class AskViewModelTest {

    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final AskViewModel ask = new AskViewModel(document, selection, TaskRunner.direct(bug -> {
        throw new AssertionError(bug);
    }));

    private List<String> matches() {
        return document.matches().orElseThrow().functions().stream()
                .map(a -> a.rid().toString())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x0cff", "0X0CFF", "3327", "0c:1f.7", "0000:0c:1f.7", "  0c:1f.7 "})
    void everyNotationOfARoutingIdIsUnderstood(String question) {
        document.set(Documents.flagship());
        ask.questionProperty().set(question);
        assertThat(ask.answerProperty().get()).contains("SDI 254 of 0c:00.0", "bus 0c routed by 00:03.0");
        assertThat(ask.alertProperty().get()).isFalse();
        ask.go();
        assertThat(selection.get()).contains(new Target.OfRid(FunctionAddress.of("0c:1f.7")));
    }

    @Test
    void aPastedLogLineIsAnsweredByItsCulprit() {
        document.set(Documents.flagship());
        ask.questionProperty().set("DMAR: [DMA Read NO_PASID] Request device [0c:1f.7] fault addr 0xffff0000");
        assertThat(ask.answerProperty().get()).contains("SDI 254 of 0c:00.0");
        ask.go();
        assertThat(selection.get()).contains(new Target.OfRid(FunctionAddress.of("0c:1f.7")));
    }

    @Test
    void aFunctionIsSelectedAsSuch() {
        document.set(Documents.flagship());
        ask.questionProperty().set("0x0d00");
        ask.go();
        assertThat(selection.get()).contains(new Target.OfFunction(FunctionAddress.of("0d:00.0")));
        assertThat(ask.alertProperty().get()).as("two owners").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x10000", "65536"})
    void whatIsNoRoutingIdIsSaid(String question) {
        document.set(Documents.flagship());
        ask.questionProperty().set(question);
        assertThat(ask.answerProperty().get()).isEqualTo("no address or Routing ID");
        assertThat(ask.alertProperty().get()).isTrue();
        ask.go();
        assertThat(selection.get()).isEmpty();
    }

    @Test
    void theAnswerFollowsTheDocument() {
        ask.questionProperty().set("0x0cff");
        assertThat(ask.answerProperty().get()).isEqualTo("nothing is open");
        document.set(Documents.flagship());
        assertThat(ask.answerProperty().get()).contains("SDI 254");
        ask.questionProperty().set("");
        assertThat(ask.answerProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0c:20.0", "0x", "class=usb"})
    void whatFitsNothingIsSaid(String question) {
        document.set(Documents.flagship());
        ask.questionProperty().set(question);
        assertThat(ask.answerProperty().get()).isEqualTo("nothing matches");
        assertThat(ask.alertProperty().get()).isTrue();
        assertThat(matches()).isEmpty();
        ask.go();
        assertThat(selection.get()).isEmpty();
    }

    @Test
    void aQuestionSaysHowManyAndEnterGoesThroughThem() {
        document.set(Documents.flagship());
        ask.questionProperty().set("class=nvme or sdis>1000");
        assertThat(matches()).containsExactly("04:00.0", "0b:00.0", "0d:00.0");
        assertThat(ask.answerProperty().get()).isEqualTo("3 match");
        List<String> steps = new ArrayList<>();
        for (boolean forward : new boolean[] {true, true, true, true, false}) {
            ask.step(forward);
            steps.add(ask.answerProperty().get().substring(0, 6));
        }
        assertThat(steps).containsExactly("1 of 3", "2 of 3", "3 of 3", "1 of 3", "3 of 3");
        assertThat(selection.get()).contains(new Target.OfFunction(FunctionAddress.of("0d:00.0")));
        ask.clear();
        assertThat(document.matches()).isEmpty();
        assertThat(ask.answerProperty().get()).isEmpty();
    }

    @Test
    void aNameThatIsARoutingIdTooIsANameWhereNobodyOwnsIt() {
        document.set(Documents.flagship());
        ask.questionProperty().set("e810");
        assertThat(matches()).containsExactly("03:00.0", "03:00.1");
        ask.questionProperty().set("0d00");
        assertThat(document.matches()).isEmpty();
        assertThat(ask.answerProperty().get()).contains("SDI 255 of 0c:00.0");
    }

    @Test
    void anErrorNamesItsPlace() {
        document.set(Documents.flagship());
        ask.questionProperty().set("class=nvme vendr=8086");
        assertThat(ask.answerProperty().get()).isEqualTo("there is no field 'vendr'; did you mean vendor?");
        assertThat(ask.alertProperty().get()).isTrue();
        assertThat(ask.errorProperty().get().orElseThrow().start()).isEqualTo(11);
        assertThat(document.matches()).as("the views show everything").isEmpty();
        ask.questionProperty().set("class=nvme vendor=8086");
        assertThat(ask.errorProperty().get()).isEmpty();
        assertThat(matches()).containsExactly("0d:00.0");
    }

    @Test
    void offersValuesBehindAFieldAndNothingThatStandsThere() {
        document.set(Documents.flagship());
        ask.questionProperty().set("class=nv");
        ask.complete(8, false);
        assertThat(ask.candidatesProperty().get()).extracting(Candidate::text).contains("nvme");
        ask.questionProperty().set("class=nvme ");
        ask.complete(11, false);
        assertThat(ask.candidatesProperty().get()).isEmpty();
        ask.complete(11, true);
        assertThat(ask.candidatesProperty().get()).extracting(Candidate::text).contains("and", "width");
    }

    @Test
    void anotherHostIsAskedTheSame() {
        document.set(Documents.flagship());
        ask.questionProperty().set("class=nvme");
        document.set(Documents.flagship());
        assertThat(matches()).containsExactly("0b:00.0", "0d:00.0");
    }
}
