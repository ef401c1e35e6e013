package ridscope.desktop.ask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.document.Documents;
import ridscope.desktop.selection.SelectionModel;
import ridscope.draw.diagram.Target;
import ridscope.rid.FunctionAddress;

class AskViewModelTest {

    private final DocumentModel document = new DocumentModel();
    private final SelectionModel selection = new SelectionModel();
    private final AskViewModel ask = new AskViewModel(document, selection);

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
    @ValueSource(strings = {"0x10000", "65536", "-1", "nvme", "0c:20.0", "0x"})
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
}
