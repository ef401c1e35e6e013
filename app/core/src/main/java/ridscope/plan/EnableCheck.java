package ridscope.plan;

import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.SrIovCapability;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;
import ridscope.topology.VfBars;

/**
 * What writing a number to {@code sriov_numvfs} would come to: the checks of Linux {@code sriov_numvfs_store} and
 * {@code sriov_enable}, in their order (enumeration 4.5). Where the VFs land is computed with First VF Offset and VF Stride as
 * the snapshot has them, as Linux computes with what it read before; a device may change both with NumVFs.
 */
public final class EnableCheck {

    /** How it ends. */
    public enum Outcome {
        ENABLED("0"),
        UNCHANGED("0"),
        DISABLED("0"),
        NO_PF("ENOENT"),
        MORE_THAN_TOTAL("ERANGE"),
        ALREADY_ENABLED("EBUSY"),
        INITIAL_MISMATCH("EIO"),
        MORE_THAN_INITIAL("EINVAL"),
        NO_MEMORY_RANGE("ENOMEM"),
        NO_BUS("ENOMEM");

        private final String error;

        Outcome(String error) {
            this.error = error;
        }

        /** The error number's name that the write ends with; {@code 0} for success. */
        public String error() {
            return error;
        }
    }

    /**
     * @param outcome how it ends
     * @param count VFs asked for
     * @param kernelMessage what Linux logs, without the device's name in front; empty where it says nothing
     * @param words one sentence
     * @param sampledAt NumVFs at which offset and stride were read; empty where nothing was computed with them
     */
    public record Result(Outcome outcome, int count, String kernelMessage, String words, OptionalInt sampledAt) {

        /** Whether there are as many VFs afterwards as were asked for. */
        public boolean allowed() {
            return outcome.error().equals("0");
        }
    }

    private final PciFunction pf;
    private final RoutingId at;
    private final long busEnd;
    private final boolean shortRids;

    private EnableCheck(PciFunction pf, RoutingId at, long busEnd, boolean shortRids) {
        this.pf = pf;
        this.at = at;
        this.busEnd = busEnd;
        this.shortRids = shortRids;
    }

    /**
     * Where it is today.
     *
     * @param busEnd last number of the range that the kernel keeps for the PF's bus
     */
    public static EnableCheck of(PciFunction pf, long busEnd) {
        return of(pf, pf.address(), busEnd, Reservation.MAINLINE);
    }

    /**
     * At an address of a plan.
     *
     * @param busEnd last number of the range that the kernel keeps for that bus
     * @param rule with {@link Reservation#SIOV_SERIES} the bus of the last VF is computed in 16 bits, so that one beyond bus ff
     *     passes
     */
    public static EnableCheck of(PciFunction pf, FunctionAddress address, long busEnd, Reservation rule) {
        return new EnableCheck(pf, address.rid(), busEnd, rule == Reservation.SIOV_SERIES);
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
        while (high > 0 && !afterReset(high).allowed()) {
            high--;
        }
        return high;
    }

    private Result check(int count, int enabled, boolean running) {
        if (pf.sriov().filter(s -> s.totalVfs() > 0).isEmpty()) {
            return result(Outcome.NO_PF, count, "", pf.address() + " has no VFs to enable");
        }
        SrIov s = pf.sriov().get();
        if (count > limit(s)) {
            return result(
                    Outcome.MORE_THAN_TOTAL,
                    count,
                    "",
                    count + " is more than sriov_totalvfs, " + limit(s) + driverSays(s));
        }
        if (count == enabled) {
            return result(Outcome.UNCHANGED, count, "", count + " VFs are enabled already; nothing happens");
        }
        if (count == 0) {
            return result(Outcome.DISABLED, count, "", "All VFs are disabled");
        }
        if (enabled > 0 && running) {
            return result(
                    Outcome.ALREADY_ENABLED,
                    count,
                    enabled + " VFs already enabled. Disable before enabling " + count + " VFs",
                    enabled + " VFs are enabled; write 0 first");
        }
        return registers(s, count)
                .or(() -> memory(s, count))
                .or(() -> bus(s, count))
                .orElseGet(() -> enabled(s, count));
    }

    private static String driverSays(SrIov s) {
        return s.driverLimit().isPresent() && s.driverLimit().getAsInt() < s.totalVfs()
                ? " (the driver's limit; the device has " + s.totalVfs() + ")"
                : "";
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
            String words = "InitialVFs " + initial + " and TotalVFs " + c.totalVfs() + " contradict each other";
            return Optional.of(result(Outcome.INITIAL_MISMATCH, count, "", words));
        }
        return Optional.empty();
    }

    private String reason(SrIov s) {
        return s.problems().isEmpty()
                ? "Where VFs of " + pf.address() + " land is not readable in this snapshot"
                : s.problems().get(0);
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
                        "No memory range was found for " + unplaced + " of the VF BARs"));
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
                "VF " + (count - 1) + " would be on bus " + PlanLog.bus(bus) + ", and " + range + " is all there is",
                sampled(s)));
    }

    private Result enabled(SrIov s, int count) {
        Placement last = rids(s, count).at(count - 1);
        String more = last.fits() ? "" : "; Routing IDs beyond ffff do not exist, but this kernel does not notice";
        return new Result(
                Outcome.ENABLED, count, "", count + " VFs are enabled, the last one at " + last + more, sampled(s));
    }

    private StridedRids rids(SrIov s, int count) {
        StridedRids own = s.possible().orElseThrow();
        return new StridedRids(at, own.offset(), own.stride(), count);
    }

    private static OptionalInt sampled(SrIov s) {
        return OptionalInt.of(s.numVfs());
    }

    private static Result result(Outcome outcome, int count, String kernelMessage, String words) {
        return new Result(outcome, count, kernelMessage, words, OptionalInt.empty());
    }
}
