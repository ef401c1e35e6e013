package ridscope.desktop.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorReportTest {

    @Test
    void theSamePlaceHasTheSameCodeWhateverTheMessage() {
        ErrorReport one = ErrorReport.of(here("a"), "ridscope 1");
        ErrorReport two = ErrorReport.of(here("b"), "ridscope 1");
        ErrorReport other = ErrorReport.of(new IllegalArgumentException("a"), "ridscope 1");
        assertThat(one.code()).matches("R-[0-9a-f]{6}").isEqualTo(two.code()).isNotEqualTo(other.code());
    }

    @Test
    void theDetailsHaveAllThatAReportNeeds() {
        ErrorReport report = ErrorReport.of(here("bad luck"), "ridscope 1.2");
        assertThat(report.summary()).contains("bad luck");
        assertThat(report.details())
                .contains("ridscope 1.2", report.code(), System.getProperty("java.version"), "ErrorReportTest.here");
    }

    private static IllegalStateException here(String message) {
        return new IllegalStateException(message);
    }
}
