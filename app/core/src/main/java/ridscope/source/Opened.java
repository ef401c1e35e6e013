package ridscope.source;

import java.util.List;
import ridscope.host.HostSnapshot;

/**
 * What opening a source gave.
 *
 * @param hosts all hosts found, at least one
 * @param kind kind of the reader that read it
 * @param recognised what was recognised, a sentence
 */
public record Opened(List<HostSnapshot> hosts, String kind, String recognised) {

    public Opened {
        hosts = List.copyOf(hosts);
    }
}
