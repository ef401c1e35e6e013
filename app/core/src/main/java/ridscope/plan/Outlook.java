package ridscope.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Topology;

/**
 * What a plan means for those that were not asked about: who would not have all VFs or SDIs it could, and what would be worse
 * than today. Where the source does not tell the bridges above a PF, nothing is said of it.
 *
 * @param shortages VFs and SDIs without a place with all there could be, by address; those that were asked for are left out
 * @param losses VFs, SDIs and numbers for hot-plug that today's registers have and the plan has not, by address
 * @param notFound functions of today that Linux would not find, by address
 * @param owners PFs whose VFs or SDIs were looked at
 * @param unreadable functions whose VFs or SDIs, or what they hang on, nobody could read
 * @param assumed root buses whose numbers go beyond those of today, and the end of whose window is a guess
 */
public record Outlook(
        List<Shortage> shortages,
        List<Loss> losses,
        List<FunctionAddress> notFound,
        int owners,
        int unreadable,
        List<PlanSubject> assumed) {

    /** Functions named before the rest is left out. */
    private static final int NAMED = 5;

    public Outlook {
        shortages = List.copyOf(shortages);
        losses = List.copyOf(losses);
        notFound = List.copyOf(notFound);
        assumed = List.copyOf(assumed);
    }

    /** @param topology the one that the plan was made for */
    public static Outlook of(Topology topology, BusPlan plan) {
        List<Shortage> shortages = new ArrayList<>();
        Map<FunctionAddress, List<Loss>> losses = new TreeMap<>();
        Set<FunctionAddress> owners = new HashSet<>();
        for (Segment segment : topology.segments()) {
            List<IovReach> reaches = IovReach.of(topology, plan, segment);
            reaches.forEach(reach -> owners.add(reach.pf()));
            for (IovReach reach : reaches) {
                if (!reach.asked() && (reach.planned() < reach.total() || reach.shared() > 0)) {
                    shortages.add(
                            new Shortage(reach.pf(), reach.kind(), reach.total(), reach.planned(), reach.shared()));
                }
                reach.loss().ifPresent(loss -> add(losses, loss));
            }
        }
        List<Shortage> placeless = placeless(topology, plan);
        placeless.forEach(shortage -> owners.add(shortage.pf()));
        shortages.addAll(placeless);
        shortages.sort(Comparator.comparing(Shortage::pf).thenComparing(Shortage::kind));
        for (BridgePlan bridge : plan.bridges()) {
            port(topology, plan, bridge).ifPresent(loss -> add(losses, loss));
        }
        return new Outlook(
                shortages,
                losses.values().stream().flatMap(List::stream).toList(),
                notFound(topology, plan),
                owners.size(),
                unreadable(topology),
                AssumedWindows.of(topology, plan));
    }

    private static int unreadable(Topology topology) {
        Set<FunctionAddress> unreadable = new HashSet<>();
        topology.unreadableTotals().forEach(f -> unreadable.add(f.address()));
        topology.functions().stream()
                .filter(f -> f.physicalFunction() && !IovReach.placed(topology, f))
                .forEach(f -> unreadable.add(f.address()));
        return unreadable.size();
    }

    /** PFs with registers that Linux does not take, which nothing was asked for. */
    private static List<Shortage> placeless(Topology topology, BusPlan plan) {
        List<Shortage> all = new ArrayList<>();
        Wishes wishes = plan.wishes();
        for (FunctionAddress address : plan.functions().keySet()) {
            PciFunction f = topology.function(address).orElseThrow();
            f.sriov()
                    .filter(s -> s.possible().isEmpty() && s.totalVfs() > 0)
                    .filter(s -> wishes.vfs().getOrDefault(address, 0) == 0)
                    .ifPresent(s -> placeless(address, Iov.VFS, s.totalVfs(), s.problems())
                            .ifPresent(all::add));
            f.siov()
                    .filter(s -> !s.usable() && s.capability().totalSdis() > 0)
                    .filter(s -> !wishes.sdis().containsKey(address))
                    .ifPresent(s -> placeless(address, Iov.SDIS, s.capability().totalSdis(), s.problems())
                            .ifPresent(all::add));
        }
        return all;
    }

    private static Optional<Shortage> placeless(FunctionAddress pf, Iov kind, int total, List<String> problems) {
        return problems.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shortage(pf, kind, total, 0, 0, String.join("; ", problems)));
    }

    private static void add(Map<FunctionAddress, List<Loss>> losses, Loss loss) {
        losses.computeIfAbsent(loss.function(), k -> new ArrayList<>()).add(loss);
    }

    /** Whether anything would be worse than today; other addresses alone are not. */
    public boolean worse() {
        return !losses.isEmpty() || !notFound.isEmpty();
    }

    /** What would be worse, a line each: losses first, then the functions that would not be found. */
    public List<String> worseTexts() {
        List<String> all = new ArrayList<>(losses.stream().map(Loss::text).toList());
        if (!notFound.isEmpty()) {
            String first = notFound.stream()
                    .limit(NAMED)
                    .map(FunctionAddress::toString)
                    .collect(Collectors.joining(", "));
            all.add(Numbers.count(notFound.size(), "function") + " of today would not be found: " + first
                    + (notFound.size() > NAMED ? ", …" : ""));
        }
        return all;
    }

    /** A port for cards to come with fewer numbers; where a card was asked for, it is what takes them. */
    private static Optional<Loss> port(Topology topology, BusPlan plan, BridgePlan bridge) {
        Optional<PciFunction> port = topology.function(bridge.address())
                .filter(f -> !bridge.plugged())
                .filter(f -> f.role() == Role.CARDBUS_BRIDGE || Machine.hotplug(topology, f));
        int today = bridge.now().map(BusNumbers::size).orElse(0);
        int planned = bridge.planned().size();
        boolean filled = plan.wishes().cards().keySet().stream()
                .anyMatch(card -> card.equals(bridge.address())
                        || topology.function(card).stream()
                                .flatMap(f -> topology.pathToRoot(f).stream())
                                .anyMatch(f -> f.address().equals(bridge.address())));
        return port.filter(f -> planned < today && !filled)
                .map(f -> new Loss(Loss.Kind.HOTPLUG, f.address(), today, planned, today));
    }

    private static List<FunctionAddress> notFound(Topology topology, BusPlan plan) {
        List<FunctionAddress> gone = new ArrayList<>();
        for (Segment segment : topology.segments()) {
            if (topology.rangesUnknown(segment)) {
                continue;
            }
            topology.functions(segment).stream()
                    .filter(f -> f.virtual().isEmpty() && !plan.functions().containsKey(f.address()))
                    .filter(f -> topology.hostBridgeOf(f).isPresent())
                    .forEach(f -> gone.add(f.address()));
        }
        return gone;
    }
}
