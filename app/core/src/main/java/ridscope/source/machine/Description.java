package ridscope.source.machine;

import java.util.List;
import java.util.Optional;

/**
 * What a text describes.
 *
 * @param name of the host, if it has one
 * @param hostBridges everything, by host bridge
 */
record Description(Optional<String> name, List<Element> hostBridges) {}
