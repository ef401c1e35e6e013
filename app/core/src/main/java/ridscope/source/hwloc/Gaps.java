package ridscope.source.hwloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;

/** The places where the nesting in a file is not that of the machine, each to be said once. */
final class Gaps {

    private static final String ID = "BRIDGES_LEFT_OUT";

    private final Map<String, List<FunctionAddress>> behind = new TreeMap<>();
    private final List<FunctionAddress> withoutBridge = new ArrayList<>();
    private int unaddressed;

    /** An object without a usable address. */
    void unaddressed() {
        unaddressed++;
    }

    void withoutBridge(FunctionAddress function) {
        withoutBridge.add(function);
    }

    /** A function nested in a bridge that leads to another bus than the function's. */
    void behind(FunctionAddress function, TopologyHandler.Bridge bridge) {
        String text = " on bus " + Numbers.hexText(function.bus(), 2) + ": listed below "
                + bridge.function().map(b -> "bridge " + b).orElse("the host bridge") + ", which leads to bus "
                + Numbers.hexText(bridge.below().secondary(), 2);
        behind.computeIfAbsent(text, k -> new ArrayList<>()).add(function);
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> found = new ArrayList<>();
        behind.forEach(
                (text, functions) -> found.add(
                        Diagnostic.of(
                                ID,
                                functions.get(0),
                                count(functions.size()) + text
                                        + "; the file leaves out the bridge between, or these are VFs, so nothing is above them here")));
        if (!withoutBridge.isEmpty()) {
            found.add(Diagnostic.of(
                    ID,
                    withoutBridge.get(0),
                    count(withoutBridge.size()) + " without any bridge above: hwloc was asked to leave bridges out"));
        }
        if (unaddressed > 0) {
            found.add(Diagnostic.of("XML_ODD", unaddressed + " PCI objects without a readable address are left out"));
        }
        return found;
    }

    private static String count(int functions) {
        return functions == 1 ? "1 function" : functions + " functions";
    }
}
