package ridscope.topology;

import java.util.List;
import ridscope.rid.FunctionAddress;

/**
 * A PCIe switch as one thing.
 *
 * @param upstreamPort its upstream port
 * @param downstreamPorts its downstream ports in address order
 */
public record Switch(FunctionAddress upstreamPort, List<FunctionAddress> downstreamPorts) {

    public Switch {
        downstreamPorts = List.copyOf(downstreamPorts);
    }
}
