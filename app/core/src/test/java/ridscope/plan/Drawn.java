package ridscope.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.text.Numbers;
import ridscope.topology.Topology;

/**
 * A machine drawn as indented lines, two spaces a level: {@code name dev.fn kind option…}. Kinds: root (with
 * {@code window}), rp, usp, dsp, pci, cb, dev. Options: {@code cfg=01-2a}, {@code prim=07}, {@code hp}, {@code ari},
 * {@code ea=08-0b}, {@code vf=total/offset/stride}, {@code init=n}, {@code sdi=total/offset/stride}.
 */
final class Drawn {

    private final HostBuilder host = new HostBuilder();
    private final Map<String, FunctionAddress> names = new LinkedHashMap<>();
    private final Set<Integer> buses = new HashSet<>();
    private final Deque<Integer> busOf = new ArrayDeque<>();
    private final Deque<String> bridges = new ArrayDeque<>();
    private final Topology topology;

    Drawn(String drawing) {
        drawing.lines().filter(line -> line.contains(" root ")).forEach(line -> window(line.strip()));
        drawing.lines().filter(line -> !line.isBlank()).forEach(this::line);
        topology = Enumerator.enumerate(host.build(), Feedback.NONE);
    }

    Topology topology() {
        return topology;
    }

    FunctionAddress at(String name) {
        return names.get(name);
    }

    PlanSubject subject(String name) {
        return PlanSubject.of(at(name));
    }

    BusPlan plan(Wishes wishes) {
        return BusPlanner.plan(topology, wishes);
    }

    Advice advice(BusPlan plan) {
        return Advice.of(topology, plan);
    }

    /** Registers of every bridge by name: {@code a [01-05], b [02-05]}. */
    String registers(BusPlan plan) {
        return names.entrySet().stream()
                .filter(e -> plan.bridge(e.getValue()).isPresent())
                .map(e -> e.getKey() + " " + plan.bridge(e.getValue()).get().planned())
                .collect(Collectors.joining(", "));
    }

    /** Names of the subjects of events of one kind. */
    String events(BusPlan plan, PlanEvent.Id id) {
        return plan.events(id).stream().map(e -> name(e.subject())).collect(Collectors.joining(" "));
    }

    private String name(PlanSubject subject) {
        return names.entrySet().stream()
                .filter(e -> subject.equals(PlanSubject.of(e.getValue())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(subject.toString());
    }

    private void window(String line) {
        String[] ends = line.split(" ")[2].split("-");
        buses.add(hex(ends[0]));
        host.rootBus(hex(ends[0]), hex(ends[1]));
    }

    private void line(String line) {
        int depth = (line.length() - line.stripLeading().length()) / 2;
        String[] words = line.strip().split(" +");
        while (busOf.size() > depth) {
            busOf.pop();
            bridges.pop();
        }
        if (words[1].equals("root")) {
            busOf.push(hex(words[2].split("-")[0]));
            bridges.push("");
            return;
        }
        int bus = busOf.peek();
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 3; i < words.length; i++) {
            String[] parts = words[i].split("=");
            options.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        String address = String.format("%02x:%s", bus, words[1]);
        names.put(words[0], FunctionAddress.of(address));
        String above = bridges.peek();
        host.function(address, config(words[2], bus, options), os -> {
            if (above.isEmpty()) {
                os.onRoot();
            } else {
                os.below("0000:" + above);
            }
        });
        if (!words[2].equals("dev")) {
            busOf.push(busBelow(options));
            bridges.push(address);
        }
    }

    private int busBelow(Map<String, String> options) {
        int wanted = options.containsKey("cfg") ? hex(options.get("cfg").split("-")[0]) : 0;
        int free = 0xff;
        while (buses.contains(free)) {
            free--;
        }
        int bus = wanted == 0 || buses.contains(wanted) ? free : wanted;
        buses.add(bus);
        return bus;
    }

    private static ConfigBuilder config(String kind, int bus, Map<String, String> options) {
        String[] cfg = options.getOrDefault("cfg", "0-0").split("-");
        boolean configured = !cfg[0].equals("0");
        int primary = options.containsKey("prim") ? hex(options.get("prim")) : configured ? bus : 0;
        int secondary = hex(cfg[0]);
        int subordinate = hex(cfg[1]);
        ConfigBuilder config = switch (kind) {
            case "rp" -> ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, primary, secondary, subordinate);
            case "usp" -> ConfigBuilder.port(PortType.UPSTREAM_PORT, 0x8086, 2, primary, secondary, subordinate);
            case "dsp" -> ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 0x8086, 3, primary, secondary, subordinate);
            case "pci" -> ConfigBuilder.bridge(0x8086, 4, primary, secondary, subordinate);
            case "cb" -> ConfigBuilder.cardBus(0x8086, 5, primary, secondary, subordinate);
            default -> ConfigBuilder.endpoint(0x8086, 6, 0x020000);
        };
        if (options.containsKey("ari")) {
            config = kind.equals("dev") ? config.ari(0) : config.ariForwarding(true);
        }
        if (options.containsKey("hp")) {
            config.slot(1, true, false);
        }
        if (options.containsKey("ea")) {
            String[] ea = options.get("ea").split("-");
            config.enhancedAllocation(hex(ea[0]), hex(ea[1]));
        }
        if (options.containsKey("vf")) {
            int[] vf = numbers(options.get("vf"));
            int initial = options.containsKey("init")
                    ? Numbers.decimal(options.get("init")).getAsInt()
                    : vf[0];
            config.srIov(new int[] {initial, vf[0], 0, vf[1], vf[2], 7}, 0);
        }
        if (options.containsKey("sdi")) {
            int[] sdi = numbers(options.get("sdi"));
            config.siov(sdi[0], sdi[1], sdi[2]);
        }
        return config;
    }

    private static int[] numbers(String slashed) {
        String[] parts = slashed.split("/");
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Numbers.decimal(parts[i]).getAsInt();
        }
        return numbers;
    }

    private static int hex(String digits) {
        return Numbers.hex(digits).getAsInt();
    }
}
