package ridscope.diff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/** Hosts to compare, described or built, and changes in short lines. */
public final class Hosts {

    private Hosts() {}

    /** A described machine; the first line is added. */
    public static Topology described(String text) {
        try {
            Source source = new Source.Bytes("text", ("ridscope machine 1\n" + text).getBytes(StandardCharsets.UTF_8));
            return Enumerator.enumerate(
                    new SnapshotOpener().open(source, Feedback.NONE).hosts().get(0), Feedback.NONE);
        } catch (SnapshotException e) {
            throw new AssertionError(e);
        }
    }

    /** What was built. */
    public static Topology built(HostBuilder host) {
        return Enumerator.enumerate(host.build(), Feedback.NONE);
    }

    /** A root port of a maker's board with a slot. */
    public static ConfigBuilder port(int secondary, int subordinate, int slot) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 0x352a, 0, secondary, subordinate)
                .slot(slot, true, true);
    }

    /** Two ports with slots 1 and 2 and a card in each, with these serial numbers; 0 for a card without one, -1 for no card. */
    public static HostBuilder twoSlots(long first, long second) {
        HostBuilder host = new HostBuilder()
                .rootBus(0, 0xff)
                .function("00:00.0", ConfigBuilder.hostBridge(0x8086, 0x0998))
                .function("00:1f.0", ConfigBuilder.device(0x8086, 0xa2c1, 0x060100))
                .function("00:01.0", port(1, 1, 1))
                .function("00:02.0", port(2, 2, 2));
        if (first >= 0) {
            host.function("01:00.0", card(first));
        }
        if (second >= 0) {
            host.function("02:00.0", card(second));
        }
        return host;
    }

    /** A network card. */
    public static ConfigBuilder card(long serial) {
        ConfigBuilder card = ConfigBuilder.endpoint(0x15b3, 0x101d, 0x020000).link(5, 16, 5, 16);
        return serial == 0 ? card : card.dsn(serial);
    }

    /** Every change in a line, such as {@code gone 01:00.0 +2}. */
    public static List<String> lines(Comparison comparison) {
        return comparison.changes().stream().map(Hosts::line).toList();
    }

    private static String line(Change change) {
        if (change instanceof Change.HostChanged host) {
            return "host " + facts(host.facts());
        } else if (change instanceof Change.RenumberedRoot root) {
            return "root " + root.before() + " -> " + root.after() + more(root.with());
        } else if (change instanceof Change.RenumberedBridge bridge) {
            return "bridge " + bridge.bridge().rid() + " "
                    + bridge.before().range().orElseThrow() + " -> "
                    + bridge.after().range().orElseThrow() + more(bridge.with());
        } else if (change instanceof Change.Moved moved) {
            return "moved " + moved.function().rid() + " -> " + moved.now().rid() + " by " + moved.basis()
                    + more(moved.with());
        } else if (change instanceof Change.VfsChanged vfs) {
            return "vfs " + vfs.now().rid() + " " + vfs.before() + " -> " + vfs.after() + " -"
                    + vfs.gone().size() + " +" + vfs.appeared().size();
        } else if (change instanceof Change.Gone gone) {
            return "gone " + gone.function().rid() + more(gone.with()) + rid(" replaced by ", gone.replacedBy());
        } else if (change instanceof Change.New appeared) {
            return "new " + appeared.function().rid() + more(appeared.with()) + rid(" for ", appeared.replaces());
        }
        Change.Changed changed = (Change.Changed) change;
        return "changed " + changed.now().rid() + " " + facts(changed.facts());
    }

    private static String rid(String word, Optional<FunctionAddress> address) {
        return address.map(a -> word + a.rid()).orElse("");
    }

    private static String more(List<FunctionAddress> with) {
        return with.isEmpty() ? "" : " +" + with.size();
    }

    private static String facts(List<FactChange> facts) {
        return facts.stream()
                .map(f -> f.name() + " " + f.before() + " -> " + f.after())
                .collect(Collectors.joining("; "));
    }

    /** A random machine as text, with ports, switches, multi-function cards, VFs and empty slots. */
    public static String random(Random random) {
        StringBuilder text = new StringBuilder("host-bridge 00-ff\n");
        for (int port = 0; port < 2 + random.nextInt(5); port++) {
            text.append("  root-port 8086:352a x16 gen5 ari\n");
            below(random, text, "    ", 0);
        }
        return text.toString();
    }

    private static void below(Random random, StringBuilder text, String indent, int depth) {
        if (random.nextInt(5) == 0) {
            return;
        }
        if (depth < 3 && random.nextInt(3) == 0) {
            text.append(indent).append("switch 1000:c030 x16 gen5\n");
            for (int port = 0; port < 1 + random.nextInt(4); port++) {
                text.append(indent).append("  port 1000:c030 x8 gen5 ari\n");
                below(random, text, indent + "    ", depth + 1);
            }
            return;
        }
        String id = String.format("8086:%04x", 0x1500 + random.nextInt(4));
        text.append(indent).append("device ").append(id).append(" class ethernet ari");
        if (random.nextBoolean()) {
            text.append(" vfs ").append(1 + random.nextInt(300));
        }
        text.append('\n');
        for (int function = 0; function < random.nextInt(3); function++) {
            text.append(indent).append("  function ").append(id).append(" class ethernet\n");
        }
    }
}
