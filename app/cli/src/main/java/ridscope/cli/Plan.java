package ridscope.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.plan.Advice;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.Reservation;
import ridscope.plan.Wishes;
import ridscope.report.PlanJson;
import ridscope.report.PlanText;
import ridscope.rid.FunctionAddress;
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

    @Option(names = "--vfs", paramLabel = "ADDR=N", description = "Enable N VFs on this PF; may be given repeatedly.")
    private List<String> vfs = List.of();

    @Option(
            names = "--sdis",
            paramLabel = "ADDR=N[,offset=O,stride=S]",
            description =
                    "Place N SDIs on this function; may be given repeatedly. Where its SIOV capability has fewer, or"
                            + " it has none, one with N SDIs is assumed, First SDI Offset and SDI Stride its own or 1. Where that"
                            + " could not be read, give both.")
    private List<String> sdis = List.of();

    @Option(
            names = "--plug",
            paramLabel = "PORT=CARD",
            description =
                    "Think of a card in this empty port; may be given repeatedly. CARD is 'card', or 'switch:N' with N"
                            + " downstream ports and a card below each; 'switch:N,hotplug' has N empty hot-plug slots"
                            + " instead. ',vfs=N/OFFSET/STRIDE' and ',sdis=N/OFFSET/STRIDE' give each card VFs and SDIs.")
    private List<String> plug = List.of();

    @Option(names = "--assign-busses", description = "As with pci=assign-busses: number every bridge anew.")
    private boolean assignBusses;

    @Option(
            names = "--hpbussize",
            paramLabel = "N",
            description = "As with pci=hpbussize=N: bus numbers of each hot-plug port, its own included (default: 1).")
    private String hpbussize;

    @Option(
            names = "--siov-kernel",
            description = "A kernel with the SIOV series, which reserves for SDIs too, in 16-bit arithmetic.")
    private boolean siovKernel;

    @Option(names = "--correct", description = "A kernel that reserves what VFs and SDIs need, without losing bits.")
    private boolean correct;

    @Option(names = "--ari", paramLabel = "ADDR", description = "ARI forwarding on in this port.")
    private List<String> ari = List.of();

    @Option(names = "--no-ari", paramLabel = "ADDR", description = "ARI forwarding off in this port.")
    private List<String> noAri = List.of();

    @Option(names = "--json", description = "The plan as JSON; bus numbers are decimal.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    Plan(Streams streams) {
        super(streams);
    }

    @Override
    public Integer call() throws Exception {
        PlanWords words = new PlanWords(text -> new CommandLine.ParameterException(spec.commandLine(), text));
        Wishes wishes = wishes(words);
        Topology topology = topology();
        words.checkKnown(topology, wishes);
        BusPlan plan = BusPlanner.plan(topology, wishes);
        Advice advice = Advice.of(topology, plan);
        if (json) {
            PlanJson.write(topology, plan, advice, streams().out());
        } else {
            PlanText.write(topology, plan, advice, streams().glyphs(), streams().out());
        }
        return plan.fits() ? ExitCode.OK : ExitCode.NO;
    }

    private Wishes wishes(PlanWords words) {
        Wishes wishes = Wishes.none().withAssignBusses(assignBusses).withReservation(reservation(words));
        if (hpbussize != null) {
            wishes = wishes.withHpbussize(words.hpbussize(hpbussize));
        }
        for (String text : vfs) {
            wishes = words.vfs(wishes, text);
        }
        for (String text : sdis) {
            wishes = words.sdis(wishes, text);
        }
        for (String text : plug) {
            wishes = words.plug(wishes, text);
        }
        for (String text : ari) {
            wishes = wishes.withAri(words.address(text), true);
        }
        for (String text : noAri) {
            FunctionAddress port = words.address(text);
            if (wishes.ari().containsKey(port)) {
                throw words.usage("--ari and --no-ari both name " + port + "; leave one out");
            }
            wishes = wishes.withAri(port, false);
        }
        return wishes;
    }

    private Reservation reservation(PlanWords words) {
        if (siovKernel && correct) {
            throw words.usage("--siov-kernel and --correct are two kernels; leave one out");
        }
        if (siovKernel) {
            return Reservation.SIOV_SERIES;
        }
        return correct ? Reservation.CORRECT : Reservation.MAINLINE;
    }
}
