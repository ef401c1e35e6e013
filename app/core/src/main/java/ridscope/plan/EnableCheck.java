package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.SrIovCapability;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;
import ridscope.topology.VfBars;

/**
 * What writing a number to {@code sriov_numvfs} would come to: the checks of Linux {@code sriov_numvfs_store} and
 * {@code sriov_enable}, in their order (enumeration 4.5). Where the VFs land is computed with First VF Offset and VF Stride as
 * the snapshot has them, as Linux computes with what it read before; a device may change both with NumVFs.
 *
 * <p>Checks (d) and (f) ask the same of the same apertures, an address that the system gave them, so what passes (d) passes (f).
 * Whether a driver's callback does what it should no snapshot tells; that it is there, only VFs that it has enabled do.
 */
public final class EnableCheck {

    /** How it ends. */
    public enum Outcome {
        ENABLED("0"),
        UNCHANGED("0"),
        DISABLED("0"),
        NO_PF("ENOENT"),
        MORE_THAN_TOTAL("ERANGE"),
        NO_DRIVER("ENOENT"),
        ALREADY_ENABLED("EBUSY"),
        INITIAL_MISMATCH("EIO"),
        NO_MEMORY_RANGE("ENOMEM"),
        NO_BUS("ENOMEM"),
        LINK_TO_NOTHING("ENODEV"),
        LINK_TO_NO_PF("ENOSYS");

        private final String error;

        Outcome(String error) {
            this.error = error;
        }

        /** The error number's name that the write ends with; {@code 0} for success. */
        public String error() {
            return error;
        }

        /** Whether another number would end otherwise. */
        private boolean dependsOnCount() {
            return this == MORE_THAN_TOTAL || this == NO_BUS;
        }
    }

    /**
     * @param outcome how it ends
     * @param count VFs asked for
     * @param kernelMessage what Linux logs, without the device's name in front; empty where it says nothing
     * @param words one sentence
     * @param sampledAt NumVFs at which offset and stride were read; empty where nothing was computed with them
     * @param unchecked of VFs that would be enabled: what the snapshot does not tell and Linux looks at too, in words
     */
    public record Result(
            Outcome outcome,
            int count,
            String kernelMessage,
            String words,
            OptionalInt sampledAt,
            List<String> unchecked) {

        public Result {
            unchecked = List.copyOf(unchecked);
        }

        /** Whether there are as many VFs afterwards as were asked for. */
        public boolean allowed() {
            return outcome.error().equals("0");
        }
    }

    private final Topology topology;
    private final PciFunction pf;
    private final RoutingId at;
    private final long busEnd;
    private final boolean shortRids;

    private EnableCheck(Topology topology, PciFunction pf, RoutingId at, long busEnd, boolean shortRids) {
        this.topology = topology;
        this.pf = pf;
        this.at = at;
        this.busEnd = busEnd;
        this.shortRids = shortRids;
    }

    /**
     * Where it is today.
     *
     * @param topology the host that it is in
     * @param busEnd last number of the range that the kernel keeps for the PF's bus
     */
    public static EnableCheck of(Topology topology, PciFunction pf, long busEnd) {
        return of(topology, pf, pf.address(), busEnd, Reservation.MAINLINE);
    }

    /**
     * At an address of a plan.
     *
     * @param topology the host that it is in
     * @param busEnd last number of the range that the kernel keeps for that bus
     * @param rule with {@link Reservation#SIOV_SERIES} the bus of the last VF is computed in 16 bits, so that one beyond bus ff
     *     passes
     */
    public static EnableCheck of(
            Topology topology, PciFunction pf, FunctionAddress address, long busEnd, Reservation rule) {
        return new EnableCheck(topology, pf, address.rid(), busEnd, rule == Reservation.SIOV_SERIES);
    }

    /**
     * After a reset, when no VF is enabled.
     *
     * @param count what is written, 0 to 0xFFFF
     */
    public Result afterReset(int count) {
        return check(count, 0, false);
    }

    /**
     * On the running system as the snapshot shows it.
     *
     * @param count what is written, 0 to 0xFFFF
     */
    public Result now(int count) {
        return check(count, pf.sriov().map(SrIov::enabledVfs).orElse(0), true);
    }

    /** The most VFs that could be enabled after a reset; 0 when none. */
    public int largest() {
        return largest(pf.sriov().orElse(null));
    }

    private int largest(SrIov s) {
        if (s == null || s.possible().isEmpty()) {
            return 0;
        }
        int high = Math.min(limit(s), s.totalVfs());
        // Every check is passed by fewer VFs if it is passed by more; only the series' wrapped bus number goes up and
        // down.
        if (!shortRids) {
            high = Math.min(high, rids(s, s.totalVfs()).countUpTo(busEnd << 8 | 0xff));
        }
        while (high > 0) {
            Outcome outcome = afterReset(high).outcome();
            if (outcome == Outcome.ENABLED) {
                return high;
            }
            high = outcome.dependsOnCount() ? high - 1 : 0;
        }
        return 0;
    }

    private Result check(int count, int enabled, boolean running) {
        if (pf.sriov().filter(s -> s.totalVfs() > 0).isEmpty()) {
            return result(Outcome.NO_PF, count, "", pf.address() + " has no VFs to enable");
        }
        SrIov s = pf.sriov().get();
        if (count > limit(s)) {
            return result(Outcome.MORE_THAN_TOTAL, count, "", vfs(count) + " more than sriov_totalvfs, " + limits(s));
        }
        if (count == enabled) {
            return result(Outcome.UNCHANGED, count, "", vfs(count) + " enabled already; nothing happens");
        }
        if (running && unbound()) {
            return result(
                    Outcome.NO_DRIVER,
                    count,
                    "no driver bound to device; cannot configure SR-IOV",
                    "No driver is bound to " + pf.address() + "; bind one that can enable VFs");
        }
        if (count == 0) {
            return result(Outcome.DISABLED, count, "", "All VFs are disabled");
        }
        if (enabled > 0 && running) {
            return result(
                    Outcome.ALREADY_ENABLED,
                    count,
                    enabled + " VFs already enabled. Disable before enabling " + count + " VFs",
                    vfs(enabled) + " enabled; write 0 first");
        }
        return registers(s, count)
                .or(() -> memory(s, count))
                .or(() -> bus(s, count))
                .or(() -> link(count))
                .orElseGet(() -> enabled(s, count));
    }

    /** {@code 8 VFs of 0000:03:00.0 are}. */
    private String vfs(int count) {
        return Numbers.count(count, "VF") + " of " + pf.address() + (count == 1 ? " is" : " are");
    }

    private static String limits(SrIov s) {
        boolean lower = s.driverLimit().isPresent() && s.driverLimit().getAsInt() < s.totalVfs();
        return n(limit(s)) + (lower ? " (the driver's limit; the device has " + n(s.totalVfs()) + ")" : "");
    }

    /** What {@code sriov_totalvfs} reads: TotalVFs, or less where the driver says so; 0 for a function that owns none. */
    static int totalVfs(PciFunction pf) {
        return pf.sriov().map(s -> limit(s)).orElse(0);
    }

    private static int limit(SrIov s) {
        return Math.min(s.driverLimit().orElse(s.totalVfs()), s.totalVfs());
    }

    private Optional<Result> registers(SrIov s, int count) {
        if (s.possible().isEmpty()) {
            return Optional.of(result(Outcome.NO_PF, count, "", reason(s)));
        }
        if (s.capability().isEmpty()) {
            return Optional.empty();
        }
        SrIovCapability c = s.capability().get();
        int initial = c.initialVfs();
        if (initial > c.totalVfs() || !c.migrationCapable() && initial != c.totalVfs()) {
            String words = "InitialVFs " + n(initial) + " and TotalVFs " + n(c.totalVfs()) + " of " + pf.address()
                    + " contradict each other";
            return Optional.of(result(Outcome.INITIAL_MISMATCH, count, "", words));
        }
        return Optional.empty();
    }

    private String reason(SrIov s) {
        return s.problems().isEmpty()
                ? "Where VFs of " + pf.address() + " land is not readable in this snapshot"
                : pf.address() + " has VFs that Linux does not take: "
                        + s.problems().get(0);
    }

    /** Check (d): an aperture the system lists without an address could not be placed. */
    private Optional<Result> memory(SrIov s, int count) {
        long unplaced = VfBars.of(pf.record().os().resources(), OptionalInt.of(s.totalVfs())).apertures().stream()
                .filter(a -> a.start().isEmpty())
                .count();
        return unplaced == 0
                ? Optional.empty()
                : Optional.of(result(
                        Outcome.NO_MEMORY_RANGE,
                        count,
                        "not enough MMIO resources for SR-IOV",
                        "No memory range was found for " + Numbers.count(unplaced, "VF BAR") + " of " + pf.address()));
    }

    /** Check (e). */
    private Optional<Result> bus(SrIov s, int count) {
        Placement last = rids(s, count).at(count - 1);
        long bus = shortRids ? last.wrapped().bus() : last.bus();
        if (bus <= busEnd) {
            return Optional.empty();
        }
        String range = BusResource.text(at.bus(), busEnd);
        return Optional.of(new Result(
                Outcome.NO_BUS,
                count,
                "can't enable " + count + " VFs (bus " + PlanLog.bus(bus) + " out of range of " + range + ")",
                "VF " + n(count - 1) + " of " + pf.address() + " would be on bus " + PlanLog.bus(bus)
                        + ", and the kernel keeps " + range + " for it",
                sampled(s),
                List.of()));
    }

    /** Check (g). */
    private Optional<Result> link(int count) {
        DependencyLink link = DependencyLink.of(topology, pf);
        String where = "The Function Dependency Link of " + pf.address() + " names "
                + link.target().map(FunctionAddress::toString).orElse("nothing readable");
        return switch (link.state()) {
            case NO_FUNCTION ->
                Optional.of(result(Outcome.LINK_TO_NOTHING, count, "", where + ", where there is no function"));
            case NO_PF -> Optional.of(result(Outcome.LINK_TO_NO_PF, count, "", where + ", which owns no VFs"));
            case FINE, UNKNOWN -> Optional.empty();
        };
    }

    /** Check 4, first half: a source that tells drivers tells none of this one. */
    private boolean unbound() {
        return pf.driver().isEmpty() && topology.driversTold();
    }

    private List<String> unchecked(SrIov s) {
        List<String> unchecked = new ArrayList<>();
        if (unbound()) {
            unchecked.add(
                    "no driver is bound to it now, and without one that can enable VFs the write ends with ENOENT");
        } else if (s.enabledVfs() == 0) {
            String whether = pf.driver()
                    .map(name -> "whether its driver " + name + " can enable VFs")
                    .orElse("whether a driver that can enable VFs is bound to it");
            unchecked.add(whether + " (else ENOENT)");
        }
        if (pf.record().os().resources().isEmpty()) {
            unchecked.add("whether memory was found for its VF BARs (else ENOMEM)");
        }
        if (DependencyLink.of(topology, pf).state() == DependencyLink.State.UNKNOWN) {
            unchecked.add("whether its Function Dependency Link names a PF (else ENODEV or ENOSYS)");
        }
        return unchecked;
    }

    private Result enabled(SrIov s, int count) {
        Placement last = rids(s, count).at(count - 1);
        String more = last.fits() ? "" : "; Routing IDs beyond ffff do not exist, but this kernel does not notice";
        return new Result(
                Outcome.ENABLED,
                count,
                "",
                Numbers.count(count, "VF") + " of " + pf.address()
                        + (count == 1 ? " is enabled, at " : " are enabled, the last one at ") + last + more,
                sampled(s),
                unchecked(s));
    }

    private StridedRids rids(SrIov s, int count) {
        StridedRids own = s.possible().orElseThrow();
        return new StridedRids(at, own.offset(), own.stride(), count);
    }

    private static OptionalInt sampled(SrIov s) {
        return OptionalInt.of(s.numVfs());
    }

    private static Result result(Outcome outcome, int count, String kernelMessage, String words) {
        return new Result(outcome, count, kernelMessage, words, OptionalInt.empty(), List.of());
    }

    private static String n(int count) {
        return Numbers.grouped(count);
    }
}
