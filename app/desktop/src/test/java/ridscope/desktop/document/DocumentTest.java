package ridscope.desktop.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ridscope.testing.FlagshipHost;

class DocumentTest {

    /** Else every property that holds one would compare all bytes of two hosts, on the thread that draws. */
    @Test
    void aReadingIsEqualToItselfAlone() {
        DocumentModel model = new DocumentModel();
        List<Document> heard = new ArrayList<>();
        model.follow(now -> now.ifPresent(heard::add));
        Document one = Documents.of(FlagshipHost.snapshot());
        Document other = Documents.of(FlagshipHost.snapshot());
        model.set(one);
        model.set(one);
        model.set(other);
        assertThat(heard).containsExactly(one, other);
        assertThat(one).isNotEqualTo(other).hasSameHashCodeAs(one);
    }
}
