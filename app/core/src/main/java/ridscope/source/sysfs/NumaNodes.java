package ridscope.source.sysfs;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.host.NumaNode;
import ridscope.text.Numbers;

/** The NUMA nodes under {@code devices/system/node}. */
final class NumaNodes {

    private static final String NODES = "devices/system/node";
    private static final String NODE = "node";

    private NumaNodes() {}

    /** All nodes, ascending; those with memory or devices only have an empty CPU list. */
    static List<NumaNode> read(FileTree tree) {
        return new Attributes(tree, NODES)
                .names().stream()
                        .filter(name -> name.startsWith(NODE))
                        .flatMap(name -> node(tree, name))
                        .sorted(Comparator.comparingInt(NumaNode::node))
                        .toList();
    }

    private static Stream<NumaNode> node(FileTree tree, String name) {
        OptionalInt number = Numbers.decimal(name.substring(NODE.length()));
        return number.stream()
                .filter(n -> n >= 0)
                .mapToObj(n ->
                        new NumaNode(n, new Attributes(tree, TreePath.join(NODES, name)).textOrBlank("cpulist")));
    }
}
