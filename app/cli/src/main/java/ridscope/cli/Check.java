package ridscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ridscope.report.FindingsJson;
import ridscope.report.FindingsText;
import ridscope.rules.Finding;
import ridscope.rules.Rules;
import ridscope.rules.Severity;

/** {@code ridscope check}. */
@Command(
        name = "check",
        description = "Looks for what is wrong, wasted or worth knowing about bus numbers, VFs, SDIs, ARI, ACS and links.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exits with 1 if a finding reaches the level of --fail-on.",
            "",
            "Examples:",
            "  ridscope check server.lspci.txt",
            "  ridscope check live --fail-on warning",
            "  ridscope check server.lspci.txt --json | jq -r '.findings[] | [.severity, .id, .title] | @tsv'"
        })
final class Check extends HostWord {

    /** From which severity on the answer is "no". */
    enum Level {
        ERROR(Severity.ERROR),
        WARNING(Severity.WARNING),
        INFO(Severity.INFO),
        NEVER(null);

        private final Severity severity;

        Level(Severity severity) {
            this.severity = severity;
        }

        boolean reachedBy(Finding finding) {
            return Optional.ofNullable(severity)
                    .filter(finding.severity()::reaches)
                    .isPresent();
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--json", description = "All findings as JSON.")
    private boolean json;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "error",
            description = "Exit with 1 if a finding is at least this bad: ${COMPLETION-CANDIDATES}"
                    + " (default: ${DEFAULT-VALUE}).")
    private Level failOn;

    Check(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        List<Finding> findings = Rules.check(topology());
        if (json) {
            FindingsJson.write(findings, streams().out());
        } else {
            FindingsText.write(findings, streams().glyphs(), streams().out());
        }
        return findings.stream().anyMatch(failOn::reachedBy) ? ExitCode.NO : ExitCode.OK;
    }
}
