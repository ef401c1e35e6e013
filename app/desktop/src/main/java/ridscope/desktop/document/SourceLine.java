package ridscope.desktop.document;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ridscope.desktop.l10n.Messages;
import ridscope.host.Provenance;

/** Says in one line where a document comes from and with which rights it was read. */
public final class SourceLine {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SourceLine() {}

    public static String of(Document document) {
        Provenance from = document.topology().provenance();
        List<String> parts = new ArrayList<>();
        parts.add(
                from.thisMachine()
                        ? Messages.text("status.this-machine")
                        : from.host()
                                .map(host -> Messages.text("status.snapshot-of", host))
                                .orElse(document.title()));
        parts.add(from.kind());
        from.kernel().ifPresent(parts::add);
        from.capturedAt().map(DAY::format).ifPresent(parts::add);
        parts.add(rights(from));
        return String.join(" · ", parts);
    }

    private static String rights(Provenance from) {
        if (from.privileged().isEmpty()) {
            return Messages.text("status.rights-unknown");
        }
        return Messages.text(from.privileged().get() ? "status.rights-full" : "status.rights-few");
    }
}
