package ridscope.desktop.ask;

import java.util.List;
import ridscope.desktop.document.Document;
import ridscope.query.AskedHost;
import ridscope.query.Candidate;
import ridscope.query.Completion;
import ridscope.query.QueryLanguage;
import ridscope.report.QueryHost;

/** A document as questions see it; made when the first one is asked, which takes a while. Safe for several threads. */
final class Asked {

    private static final QueryLanguage LANGUAGE = QueryHost.language();

    private final Document document;
    private AskedHost host;
    private Completion completion;

    Asked(Document document) {
        this.document = document;
    }

    Document document() {
        return document;
    }

    QueryLanguage language() {
        return LANGUAGE;
    }

    synchronized AskedHost host() {
        if (host == null) {
            host = QueryHost.of(
                    document.topology(), document.names(), document.findings().all());
        }
        return host;
    }

    List<Candidate> complete(String text, int caret) {
        return completion().at(text, caret);
    }

    private synchronized Completion completion() {
        if (completion == null) {
            completion = new Completion(LANGUAGE, host());
        }
        return completion;
    }
}
