package ridscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.report.FindingsJson;
import ridscope.report.FindingsText;
import ridscope.rules.Finding;
import ridscope.rules.Rules;
import ridscope.rules.Severity;
import ridscope.topology.Topology;

/** {@code ridscope check}. */
@Command(
        name = "check",
        description =
                "Looks for what is wrong, wasted or worth knowing about bus numbers, VFs, SDIs, ARI, ACS and links.",
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

    private static final String NEVER = "never";
    private static final List<String> LEVELS = List.of("error", "warning", "info", NEVER);

    @Option(names = "--json", description = "All findings as JSON.")
    private boolean json;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "error",
            description =
                    "Exit with 1 if a finding is at least this bad: error, warning, info or never (default: error).")
    private String failOn;

    @Option(names = "--unchecked", description = "Name every rule that could not be checked.")
    private boolean unchecked;

    @Spec
    private CommandSpec spec;

    Check(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        Optional<Severity> level = level();
        Topology topology = topology();
        List<Finding> findings = Rules.check(topology);
        if (json) {
            FindingsJson.write(findings, topology.diagnostics(), streams().out());
        } else {
            FindingsText.write(
                    findings, topology, unchecked, streams().glyphs(), streams().out());
        }
        boolean reached = level.isPresent()
                && findings.stream().anyMatch(f -> f.severity().reaches(level.get()));
        return reached ? ExitCode.NO : ExitCode.OK;
    }

    /** Empty for {@code never}. */
    private Optional<Severity> level() {
        String wanted = UsageWords.choice(spec, "--fail-on", failOn, LEVELS);
        return Optional.of(wanted).filter(l -> !l.equals(NEVER)).map(l -> Severity.valueOf(l.toUpperCase(Locale.ROOT)));
    }
}
