package ridscope.desktop.document;

import java.util.Locale;
import ridscope.desktop.l10n.Messages;
import ridscope.rules.Severity;

/** What a severity is called and which style class its sign has. */
public final class SeverityWords {

    private SeverityWords() {}

    /** {@code Warning}. */
    public static String name(Severity severity) {
        return switch (severity) {
            case ERROR -> Messages.text("findings.error");
            case WARNING -> Messages.text("findings.warning");
            case INFO -> Messages.text("findings.info");
            case OK -> Messages.text("findings.ok");
            case NOT_CHECKED -> Messages.text("findings.not-checked");
        };
    }

    /** {@code 2 warnings}. */
    public static String count(Severity severity, int count) {
        return switch (severity) {
            case ERROR -> Messages.count("findings.errors", count);
            case WARNING -> Messages.count("findings.warnings", count);
            case INFO -> Messages.count("findings.infos", count);
            case OK -> Messages.count("findings.oks", count);
            case NOT_CHECKED -> Messages.count("findings.unchecked", count);
        };
    }

    /** {@code not-checked}: end of node ids and style classes. */
    public static String id(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
