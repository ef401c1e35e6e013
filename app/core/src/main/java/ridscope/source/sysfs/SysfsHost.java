package ridscope.source.sysfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;

/** Reads one sysfs tree into a snapshot. */
public final class SysfsHost {

    private static final String GROUPS = "kernel/iommu_groups";
    private static final int HEADER_ONLY = 64;
    private static final int CARDBUS_HEADER = 128;

    private final FileTree tree;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    /** @param tree a sysfs tree */
    public SysfsHost(FileTree tree) {
        this.tree = tree;
    }

    /**
     * Reads all functions; whatever single file fails is unknown in the result.
     *
     * @param provenance where it comes from; whether it was privileged is filled in here
     */
    public HostSnapshot read(Provenance provenance, Feedback feedback) {
        FunctionFinder found = new FunctionFinder(tree).find();
        diagnostics.addAll(found.diagnostics());
        SlotList slots = new SlotList(tree);
        List<FunctionRecord> functions = functions(found.paths(), slots, feedback);
        List<RootBus> roots =
                found.roots().stream().map(root -> withNode(root, functions)).toList();
        return new HostSnapshot(
                judged(provenance, functions),
                roots,
                functions,
                List.of(),
                slots.records(),
                NumaNodes.read(tree),
                diagnostics);
    }

    private List<FunctionRecord> functions(
            SortedMap<FunctionAddress, String> paths, SlotList slots, Feedback feedback) {
        Map<FunctionAddress, OsFacts.State> power = PowerStates.read(tree, paths);
        FunctionReader reader = new FunctionReader(tree, iommuGroups(), slots, diagnostics);
        List<FunctionRecord> functions = new ArrayList<>();
        paths.forEach((address, path) -> {
            feedback.checkCancelled();
            feedback.progress(functions.size(), paths.size());
            functions.add(reader.read(address, path, power.get(address)));
        });
        feedback.progress(paths.size(), paths.size());
        return functions;
    }

    private Map<FunctionAddress, Integer> iommuGroups() {
        Map<FunctionAddress, Integer> groups = new HashMap<>();
        for (String name : names(GROUPS)) {
            OptionalInt group = Numbers.decimal(name);
            for (String member : names(TreePath.join(TreePath.join(GROUPS, name), "devices"))) {
                SysPath.function(member)
                        .filter(address -> group.isPresent() && group.getAsInt() >= 0)
                        .ifPresent(address -> groups.put(address, group.getAsInt()));
            }
        }
        return groups;
    }

    /** The functions on the root bus tell its node, if they agree. */
    private static RootBus withNode(RootBus root, List<FunctionRecord> functions) {
        List<OptionalInt> nodes = functions.stream()
                .filter(f -> f.address().segment().equals(root.segment()))
                .filter(f -> f.address().bus() == root.bus())
                .filter(f -> f.os().place()
                        .parent()
                        .filter(OsFacts.Parent.ROOT::equals)
                        .isPresent())
                .map(f -> f.os().place().numaNode())
                .distinct()
                .toList();
        return nodes.size() == 1 ? new RootBus(root.segment(), root.bus(), root.end(), nodes.get(0)) : root;
    }

    /** Privileged if anything beyond what everybody may read was read; unknown if nothing was read at all. */
    private static Provenance judged(Provenance p, List<FunctionRecord> functions) {
        int longest = functions.stream()
                .mapToInt(f -> f.config().length() <= CARDBUS_HEADER
                        ? header(f)
                        : f.config().length())
                .max()
                .orElse(0);
        return new Provenance(
                p.kind(),
                p.host(),
                p.kernel(),
                p.capturedAt(),
                p.tool(),
                longest == 0 ? p.privileged() : Optional.of(longest > HEADER_ONLY),
                p.thisMachine());
    }

    private static int header(FunctionRecord function) {
        return Math.min(HEADER_ONLY, function.config().length());
    }

    private List<String> names(String directory) {
        try {
            return tree.list(directory);
        } catch (IOException e) {
            return List.of();
        }
    }
}
