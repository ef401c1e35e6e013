package ridscope.diff;

import java.util.EnumMap;
import java.util.Map;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What one host tells of one function that the other host does not have, in the words of a comparison. */
public final class FactSheet {

    private FactSheet() {}

    /** Values in words by fact, in the order of {@link Fact}; what is not known is left out. */
    public static Map<Fact, String> of(Topology topology, PciFunction function) {
        KnownFacts known = new KnownFacts(topology);
        Map<Fact, String> sheet = new EnumMap<>(Fact.class);
        for (Fact fact : FunctionFacts.SINGLE) {
            known.value(fact, function).ifPresent(value -> sheet.put(fact, value));
        }
        function.bridge().ifPresent(buses -> sheet.put(Fact.BUS_RANGE, KnownFacts.buses(buses)));
        return sheet;
    }
}
