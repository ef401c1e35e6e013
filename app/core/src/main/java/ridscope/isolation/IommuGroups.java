package ridscope.isolation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import ridscope.isolation.IommuGroup.Merge;
import ridscope.isolation.IommuGroup.Step;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.topology.HostBridge;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * The IOMMU groups Linux would make of a host whose IOMMU sees every function: {@code pci_device_group} run in discovery
 * order, bridges before what is below them. Device-specific quirks are not imitated.
 */
public final class IommuGroups {

    private final List<IommuGroup> groups;
    private final Map<FunctionAddress, IommuGroup> byFunction = new HashMap<>();

    private IommuGroups(List<IommuGroup> groups) {
        this.groups = List.copyOf(groups);
        groups.forEach(g -> g.members().forEach(f -> byFunction.put(f, g)));
    }

    /** The groups of a host. */
    public static IommuGroups of(Topology topology) {
        return of(topology, new EffectiveAcs(topology));
    }

    /** The same with verdicts that are at hand already. */
    public static IommuGroups of(Topology topology, EffectiveAcs acs) {
        return new IommuGroups(new Maker(topology, acs).make());
    }

    /** All groups in the order in which Linux would number them. */
    public List<IommuGroup> groups() {
        return groups;
    }

    /** The group of a function of the topology. */
    public Optional<IommuGroup> of(FunctionAddress function) {
        return Optional.ofNullable(byFunction.get(function));
    }

    /** One pass over the functions. */
    private static final class Maker {
        private final Topology topology;
        private final EffectiveAcs acs;
        private final List<Draft> drafts = new ArrayList<>();
        private final Map<FunctionAddress, Draft> placed = new HashMap<>();
        private final Map<FunctionAddress, Boolean> certain = new HashMap<>();
        private final Map<FunctionAddress, PciFunction> aliases = new HashMap<>();
        private final Map<FunctionAddress, List<PciFunction>> devices = new HashMap<>();

        private static final class Draft {
            private final TreeSet<FunctionAddress> members = new TreeSet<>();
            private final List<Merge> merges = new ArrayList<>();
        }

        Maker(Topology topology, EffectiveAcs acs) {
            this.topology = topology;
            this.acs = acs;
        }

        List<IommuGroup> make() {
            List<PciFunction> order = discoveryOrder();
            order.forEach(f ->
                    devices.computeIfAbsent(device(f), k -> new ArrayList<>(1)).add(f));
            order.forEach(this::place);
            return drafts.stream()
                    .map(d -> new IommuGroup(
                            d.members, d.merges, d.members.stream().allMatch(certain::get)))
                    .toList();
        }

        /** By host bridge and bus: a bus is scanned as a whole before what is behind its bridges. VMD segments come last. */
        private List<PciFunction> discoveryOrder() {
            List<PciFunction> order = new ArrayList<>();
            Deque<PciFunction> todo = new ArrayDeque<>();
            for (HostBridge host : topology.hostBridges()) {
                todo.addAll(topology.onRootBus(host));
                drain(todo, order);
            }
            // Functions on a bus that nobody decodes hang below no host bridge.
            TreeSet<FunctionAddress> seen = new TreeSet<>();
            order.forEach(f -> seen.add(f.address()));
            topology.functions().stream()
                    .filter(f -> f.parent().isEmpty() && !seen.contains(f.address()))
                    .forEach(todo::add);
            drain(todo, order);
            return order;
        }

        private void drain(Deque<PciFunction> todo, Collection<PciFunction> order) {
            while (!todo.isEmpty()) {
                PciFunction next = todo.remove();
                order.add(next);
                todo.addAll(topology.below(next));
            }
        }

        private static FunctionAddress device(PciFunction function) {
            FunctionAddress a = function.address();
            return new FunctionAddress(a.segment(), new RoutingId(a.rid().value() & ~7));
        }

        private void place(PciFunction f) {
            Optional<PciFunction> above = f.parent().flatMap(topology::function);
            Optional<PciFunction> alias = alias(f, above);
            alias.ifPresent(a -> aliases.put(f.address(), a));
            Optional<FunctionAddress> vmd = vmd(f);
            if (vmd.isPresent() && placed.containsKey(vmd.get())) {
                join(f, vmd.get(), Step.DMA_ALIAS, true);
                return;
            }
            Optional<PciFunction> inherited = above.flatMap(this::aliasBelow);
            if (inherited.isPresent() && placed.containsKey(inherited.get().address())) {
                join(f, inherited.get().address(), Step.DMA_ALIAS, true);
                return;
            }
            Optional<Boolean> path = above.map(acs::path)
                    .orElseGet(() -> topology.parentMissing(f) ? Optional.empty() : Optional.of(true));
            if (path.isPresent() && !path.get()) {
                join(f, above.orElseThrow().address(), Step.ACS_PATH, true);
                return;
            }
            placeByDevice(f, path.isPresent());
        }

        /** The nearest bridge at or above whose requests stand for what is below it, remembered top-down. */
        private Optional<PciFunction> alias(PciFunction f, Optional<PciFunction> above) {
            return switch (f.role()) {
                case PCIE_TO_PCI_BRIDGE, PCI_TO_PCIE_BRIDGE, PCI_BRIDGE, CARDBUS_BRIDGE -> Optional.of(f);
                default -> above.flatMap(this::aliasBelow);
            };
        }

        private Optional<PciFunction> aliasBelow(PciFunction bridge) {
            return Optional.ofNullable(aliases.get(bridge.address()));
        }

        private void placeByDevice(PciFunction f, boolean pathKnown) {
            Optional<Boolean> several = acs.multifunction(f);
            AcsVerdict own = acs.of(f);
            boolean alone = several.isPresent() && !several.get() || own.yes();
            boolean known = pathKnown && (alone || several.isPresent() && own.no());
            if (!alone && several.isPresent() && own.no()) {
                for (PciFunction other : devices.get(device(f))) {
                    if (other.address().equals(f.address()) || !placed.containsKey(other.address())) {
                        continue;
                    }
                    AcsVerdict verdict = acs.of(other);
                    if (verdict.no()) {
                        join(f, other.address(), Step.MULTIFUNCTION, known);
                        return;
                    }
                    known &= verdict.yes();
                }
            }
            Draft draft = new Draft();
            drafts.add(draft);
            put(f, draft, known);
        }

        /** Linux {@code pci_real_dma_dev}: below VMD the endpoint that made the segment sends everything. */
        private Optional<FunctionAddress> vmd(PciFunction f) {
            Segment segment = f.address().segment();
            return topology.dmaRequesterOf(segment).filter(a -> !a.segment().equals(segment));
        }

        private void join(PciFunction f, FunctionAddress with, Step step, boolean known) {
            Draft draft = placed.get(with);
            draft.merges.add(new Merge(f.address(), with, step));
            put(f, draft, known && certain.get(with));
        }

        private void put(PciFunction f, Draft draft, boolean known) {
            draft.members.add(f.address());
            placed.put(f.address(), draft);
            certain.put(f.address(), known);
        }
    }
}
