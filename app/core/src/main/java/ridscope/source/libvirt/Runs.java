package ridscope.source.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ridscope.host.HostSnapshot;
import ridscope.text.Diagnostic;

/**
 * Sorts devices into hosts: a new run starts where a name comes again. If every device that two runs share tells the same,
 * they are one host printed twice; otherwise they are two hosts.
 */
final class Runs {

    private static final int MOST = 256;

    private final List<Map<String, NodeDevice>> runs = new ArrayList<>(List.of(new TreeMap<>()));
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void diagnostic(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    void add(NodeDevice device) {
        Map<String, NodeDevice> run = runs.get(runs.size() - 1);
        if (run.containsKey(device.name) && runs.size() < MOST) {
            run = new TreeMap<>();
            runs.add(run);
        }
        run.putIfAbsent(device.name, device);
    }

    /** Those with a PCI function, in the order of the file. */
    List<HostSnapshot> hosts(String kind) {
        List<Map<String, NodeDevice>> hosts = new ArrayList<>();
        for (Map<String, NodeDevice> run : runs) {
            Map<String, NodeDevice> last = hosts.isEmpty() ? Map.of() : hosts.get(hosts.size() - 1);
            boolean agree = run.values().stream()
                    .allMatch(device -> !last.containsKey(device.name)
                            || last.get(device.name).same(device));
            if (hosts.isEmpty() || !agree) {
                hosts.add(run);
            } else {
                run.forEach(last::putIfAbsent);
            }
        }
        return hosts.stream()
                .map(host -> new NodeTree(host.values()).snapshot(kind, diagnostics))
                .filter(host -> !host.functions().isEmpty())
                .toList();
    }
}
