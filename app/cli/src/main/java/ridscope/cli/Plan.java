package ridscope.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.Wishes;
import ridscope.report.PlanJson;
import ridscope.report.PlanText;
import ridscope.topology.Topology;

/** {@code ridscope plan}. */
@Command(
        name = "plan",
        description = "Says which bus numbers Linux would hand out at the next boot, and whether VFs and SDIs fit.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exits with 1 if what was asked for does not fit, or if the source does not tell whether it does (--json has no"
                    + " 'fits' then). What nobody asked for changes no exit code: PFs that would not fit at TotalVFs and"
                    + " Total SDIs, and what would be worse than today. ADDR is a function as show prints it, 3b:00.0 or"
                    + " 0000:3b:00.0.",
            "",
            "Examples:",
            "  ridscope plan server.ridscope.json --vfs 3b:00.0=64",
            "  ridscope plan server.ridscope.json --sdis 0c:00.0=1024,offset=1,stride=1 --siov-kernel --assign-busses",
            "  ridscope plan server.ridscope.json --plug 00:1c.0=switch:4,vfs=8/1/1",
            "  ridscope plan live --hpbussize 8 --assign-busses --json"
        })
final class Plan extends HostWord {

    @Mixin
    private final WishOptions options = new WishOptions();

    @Option(names = "--json", description = "The plan as JSON; bus numbers are decimal.")
    private boolean json;

    Plan(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        Wishes wishes = options.wishes();
        Topology topology = topology();
        BusPlan plan = options.plan(topology, wishes);
        Advice advice = Advice.of(topology, plan);
        if (json) {
            PlanJson.write(topology, plan, advice, streams().out());
        } else {
            PlanText.write(topology, plan, advice, streams().glyphs(), streams().out());
        }
        return plan.fits() ? ExitCode.OK : ExitCode.NO;
    }
}
