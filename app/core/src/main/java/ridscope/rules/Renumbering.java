package ridscope.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ridscope.host.Architecture;
import ridscope.plan.BridgePlan;
import ridscope.plan.BusNumbers;
import ridscope.plan.BusPlan;
import ridscope.plan.BusPlanner;
import ridscope.plan.PlanEvent;
import ridscope.plan.Wishes;
import ridscope.rid.BusRange;
import ridscope.rid.FunctionAddress;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim.Kind;
import ridscope.ridmap.IovPlacement;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * What a boot with {@code pci=assign-busses} would cost on one host: Linux then forgets firmware's numbers and reserves for
 * VFs and hot-plug ports, but for no SDI. Whoever advises it asks here. Not thread-safe.
 */
final class Renumbering {

    private final Topology topology;
    private final List<IovPlacement> placements;
    private final Architecture architecture;
    private final Map<Integer, Cost> costs = new HashMap<>();

    Renumbering(Topology topology, List<IovPlacement> placements) {
        this.topology = topology;
        this.placements = placements;
        architecture = Architecture.of(topology.provenance());
    }

    /**
     * VFs or SDIs of a PF that are routed to it now, and would not be.
     *
     * @param pf the PF
     * @param kind POSSIBLE_VF or SDI
     * @param count how many, at least 1
     * @param of how many there could be
     */
    record Loss(FunctionAddress pf, Kind kind, int count, int of) {

        /** {@code 769 of the 1,024 SDIs of 0000:0a:00.0}. */
        String words() {
            String what = kind == Kind.SDI ? "SDI" : "possible VF";
            return of == 1
                    ? String.format("the only %s of %s", what, pf)
                    : String.format(Locale.ROOT, "%,d of the %,d %ss of %s", count, of, what, pf);
        }
    }

    /**
     * @param losses by PF
     * @param exhausted whether bus numbers would run out
     * @param unread functions whose ports would have fewer buses, and of which nobody knows whether they have SDIs
     */
    record Cost(List<Loss> losses, boolean exhausted, int unread) {}

    /** Whether the kernel may have the parameter. */
    boolean possible() {
        return architecture != Architecture.OTHER;
    }

    /** What it costs with {@code pci=hpbussize=}. */
    Cost cost(int hpbussize) {
        return costs.computeIfAbsent(hpbussize, this::find);
    }

    /** A finding that offers it, with a reason against it in place of the offer where there is one. */
    Finding advise(Finding finding, List<X86Boot> boots) {
        Optional<X86Boot> boot =
                boots.stream().filter(b -> b.offered(finding.advice())).findFirst();
        if (boot.isEmpty()) {
            return finding;
        }
        String offer = boot.get().sentence();
        String rest = finding.advice()
                .substring(0, finding.advice().length() - offer.length())
                .strip();
        if (!possible()) {
            return finding.advising(rest);
        }
        Cost cost = cost(boot.get().hpbussize());
        return finding.advising(rest + " " + objection(boot.get(), cost).orElse(offer + caution(cost)));
    }

    private static Optional<String> objection(X86Boot boot, Cost cost) {
        String start = "Not with pci=assign-busses"
                + (boot.hpbussize() == Wishes.DEFAULT_HPBUSSIZE ? "" : ",hpbussize=" + boot.hpbussize()) + " here: ";
        if (cost.exhausted()) {
            return Optional.of(start + "bus numbers would run out, as a plan with it shows.");
        }
        if (cost.losses().isEmpty()) {
            return Optional.empty();
        }
        Loss first = cost.losses().get(0);
        int more = cost.losses().size() - 1;
        String others = more == 0 ? "" : String.format(Locale.ROOT, ", and of %,d more,", more);
        String why = first.kind() == Kind.SDI ? ": Linux reserves none for SDIs." : ".";
        return Optional.of(start + first.words() + others + " would lose buses that lead to them now" + why);
    }

    private static String caution(Cost cost) {
        return cost.unread() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " SIOV registers of %,d function%s were not read; SDIs of %s may lose their buses by it.",
                        cost.unread(),
                        cost.unread() == 1 ? "" : "s",
                        cost.unread() == 1 ? "it" : "them");
    }

    private Cost find(int hpbussize) {
        BusPlan plan =
                BusPlanner.plan(topology, Wishes.none().withAssignBusses(true).withHpbussize(hpbussize));
        Map<FunctionAddress, BusNumbers> ports = new LinkedHashMap<>();
        for (BridgePlan bridge : plan.bridges()) {
            ports.put(bridge.address(), bridge.planned());
        }
        List<Loss> losses = new ArrayList<>();
        for (IovPlacement p : placements) {
            int before = p.routed().isEmpty() ? 0 : p.rids().count() - p.outside();
            int lost = before == 0 ? 0 : before - after(plan, ports, p);
            if (lost > 0) {
                losses.add(new Loss(p.owner(), p.kind(), lost, p.rids().count()));
            }
        }
        boolean exhausted = !plan.events(PlanEvent.Id.PLAN_WOULD_EXHAUST).isEmpty()
                || !plan.events(PlanEvent.Id.BUS_EXHAUSTED).isEmpty();
        int unread = (int) topology.functions().stream()
                .filter(f ->
                        f.virtual().isEmpty() && f.sdisUnknown() && !f.role().bridge())
                .filter(f -> shrinks(plan, ports, f))
                .count();
        return new Cost(List.copyOf(losses), exhausted, unread);
    }

    private int after(BusPlan plan, Map<FunctionAddress, BusNumbers> ports, IovPlacement p) {
        FunctionAddress planned = plan.functions().get(p.owner());
        Optional<BusRange> range = range(ports, topology.function(p.owner()).orElseThrow());
        if (planned == null || range.isEmpty()) {
            return 0;
        }
        StridedRids now = p.rids();
        StridedRids then = new StridedRids(planned.rid(), now.offset(), now.stride(), now.count());
        return then.count() - then.countOutside(range.get());
    }

    /** The buses that would be routed to where a function sits. */
    private Optional<BusRange> range(Map<FunctionAddress, BusNumbers> ports, PciFunction f) {
        if (f.parent().isEmpty()) {
            return topology.hostBridgeOf(f).map(HostBridge::buses);
        }
        return Optional.ofNullable(ports.get(f.parent().get()))
                .filter(n -> n.size() > 0)
                .map(n -> new BusRange(n.secondary(), n.subordinate()));
    }

    private boolean shrinks(BusPlan plan, Map<FunctionAddress, BusNumbers> ports, PciFunction f) {
        Optional<BusRange> now = f.parent()
                .flatMap(topology::function)
                .flatMap(PciFunction::bridge)
                .flatMap(b -> b.range());
        FunctionAddress planned = plan.functions().get(f.address());
        if (now.isEmpty() || now.get().last() <= f.address().bus()) {
            return false;
        }
        int spare = now.get().last() - f.address().bus();
        return planned == null
                || range(ports, f).map(r -> r.last() - planned.bus() < spare).orElse(true);
    }
}
