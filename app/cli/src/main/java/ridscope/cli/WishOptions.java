package ridscope.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.Reservation;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Topology;

/** What is wished of the next boot, for every word that plans. */
final class WishOptions {

    /** All options here. */
    static final Set<String> NAMES = Set.of(
            "--vfs",
            "--sdis",
            "--plug",
            "--assign-busses",
            "--hpbussize",
            "--siov-kernel",
            "--correct",
            "--ari",
            "--no-ari");

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

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Made by picocli. */
    WishOptions() {}

    /**
     * What the options say; needs no host.
     *
     * @throws CommandLine.ParameterException if one of them cannot be understood
     */
    Wishes wishes() {
        PlanWords words = words();
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

    /**
     * The plan for a host.
     *
     * @throws CommandLine.ParameterException if the host lacks a function that the wishes name
     */
    BusPlan plan(Topology topology, Wishes wishes) {
        words().checkKnown(topology, wishes);
        return BusPlanner.plan(topology, wishes);
    }

    /** @throws CommandLine.ParameterException if the host lacks a function that the wishes name */
    void checkKnown(Topology topology, Wishes wishes) {
        words().checkKnown(topology, wishes);
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

    private PlanWords words() {
        return new PlanWords(text -> new CommandLine.ParameterException(spec.commandLine(), text));
    }
}
