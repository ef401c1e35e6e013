package ridscope.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.LinkSpeed;

/**
 * What the links from the root to a function let through, after encoding, in one direction. Figures and their rule are those of
 * Linux {@code pcie_bandwidth_available}: Mb/s per lane by width, and of equally slow links the one nearest the root.
 *
 * @param hops from the root to the function; none where no PCIe link is above it
 */
public record PathBandwidth(List<Hop> hops) {

    public PathBandwidth {
        hops = List.copyOf(hops);
    }

    /**
     * One link.
     *
     * @param link the link; its port is the end nearer the root
     * @param megabits Mb/s at its present speed and width; empty where one of them is unknown or no link is up
     */
    public record Hop(Link link, OptionalInt megabits) {}

    /** The links above a function, or above the device that a port belongs to. */
    public static PathBandwidth of(Topology topology, PciFunction function) {
        List<PciFunction> ports = new ArrayList<>(topology.pathToRoot(function));
        Collections.reverse(ports);
        List<Hop> hops = new ArrayList<>();
        for (PciFunction port : ports) {
            if (port.role().downstreamPort()) {
                topology.below(port).stream()
                        .flatMap(f -> topology.linkAbove(f.address()).stream())
                        .findFirst()
                        .ifPresent(link -> hops.add(new Hop(link, megabits(link))));
            }
        }
        return new PathBandwidth(hops);
    }

    private static OptionalInt megabits(Link link) {
        Optional<LinkEnd> now = link.present();
        int perLane =
                now.flatMap(LinkEnd::speed).map(LinkSpeed::megabitsPerLane).orElse(0);
        int width = now.map(end -> end.width().orElse(0)).orElse(0);
        return perLane > 0 && width > 0 ? OptionalInt.of(perLane * width) : OptionalInt.empty();
    }

    /** The slowest link, nearest the root among equals; empty where no figure is known. */
    public Optional<Hop> bottleneck() {
        Hop slowest = null;
        for (Hop hop : hops) {
            boolean known = hop.megabits().isPresent();
            if (known
                    && (slowest == null
                            || hop.megabits().getAsInt() < slowest.megabits().getAsInt())) {
                slowest = hop;
            }
        }
        return Optional.ofNullable(slowest);
    }

    /** The links of which no figure is known, so that the real limit may be lower than {@link #bottleneck}. */
    public List<Hop> unknown() {
        return hops.stream().filter(h -> h.megabits().isEmpty()).toList();
    }

    /** Whether a link further up is slower than the function's own, so that it cannot be used to the full. */
    public boolean narrower() {
        if (hops.isEmpty()) {
            return false;
        }
        OptionalInt own = hops.get(hops.size() - 1).megabits();
        return own.isPresent()
                && bottleneck()
                        .filter(h -> h.megabits().getAsInt() < own.getAsInt())
                        .isPresent();
    }

    /** {@code 252.048 Gb/s}, as Linux prints it. */
    public static String gigabits(int megabits) {
        return String.format(Locale.ROOT, "%d.%03d Gb/s", megabits / 1000, megabits % 1000);
    }
}
