package ridscope.query;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import ridscope.names.DeviceNames;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Topology;

/**
 * What a question is asked about.
 *
 * @param topology the host
 * @param names names for its functions
 * @param findings what the rules found about a function; asked only by questions about findings
 * @param unchecked whether the rule with an id could not be checked for some function, nobody knows which
 */
public record AskedHost(
        Topology topology,
        DeviceNames names,
        Function<FunctionAddress, List<Found>> findings,
        Predicate<String> unchecked) {}
