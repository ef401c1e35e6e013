package ridscope.host;

import java.util.Optional;

/**
 * A NUMA node.
 *
 * @param node its number, at least 0
 * @param cpus its CPUs as a list such as {@code 0-15,32-47}, where the source tells; "" for a node without CPUs
 */
public record NumaNode(int node, Optional<String> cpus) {}
