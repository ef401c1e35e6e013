package ridscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.config.CapabilityList.Readable;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Says what a snapshot does not show, so that silence is not taken for absence. */
final class Readability {

    private Readability() {}

    static boolean capabilitiesUnknown(PciFunction function) {
        return function.capabilities().standard() == Readable.UNKNOWN;
    }

    /** One sentence per kind of missing knowledge; empty when everything could be read. */
    static List<String> sentences(Topology topology) {
        int all = topology.functions().size();
        int standard = 0;
        int extended = 0;
        int nothing = 0;
        for (PciFunction function : topology.functions()) {
            if (capabilitiesUnknown(function)) {
                standard++;
                nothing += function.record().config().length() == 0 ? 1 : 0;
            } else if (function.capabilities().extended() == Readable.UNKNOWN) {
                extended++;
            }
        }
        List<String> sentences = new ArrayList<>();
        if (standard > 0) {
            sentences.add(
                    "capabilities" + share(standard, all) + " not readable: " + reason(topology, nothing == standard));
        }
        if (extended > 0) {
            sentences.add("extended capabilities (SR-IOV, SIOV, ARI, ACS)" + share(extended, all)
                    + " not readable: configuration space from 0x100 is not in the snapshot");
        }
        return sentences;
    }

    private static String share(int part, int all) {
        return part == all ? "" : " of " + part + " of " + Words.count(all, "function");
    }

    private static String reason(Topology topology, boolean noBytes) {
        if (topology.provenance().privileged().equals(Optional.of(false))) {
            return "snapshot without root rights";
        }
        return noBytes
                ? "no configuration space in the snapshot"
                : "configuration space from 0x40 is not in the snapshot";
    }
}
