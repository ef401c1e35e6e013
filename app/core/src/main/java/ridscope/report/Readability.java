package ridscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ridscope.config.CapabilityList.Walked;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** Says what a snapshot does not show, so that silence is not taken for absence. */
final class Readability {

    private static final int FEW = 3;

    private Readability() {}

    static boolean capabilitiesUnknown(PciFunction function) {
        return function.capabilities().standard() == Walked.UNKNOWN;
    }

    /** One sentence per kind of missing knowledge; empty when everything could be read. */
    static List<String> sentences(Topology topology) {
        List<PciFunction> standard = new ArrayList<>();
        List<PciFunction> extended = new ArrayList<>();
        for (PciFunction function : topology.functions()) {
            if (capabilitiesUnknown(function)) {
                standard.add(function);
            } else if (function.capabilities().extended() == Walked.UNKNOWN) {
                extended.add(function);
            }
        }
        int all = topology.functions().size();
        List<String> sentences = new ArrayList<>();
        if (!standard.isEmpty()) {
            sentences.add("capabilities" + share(standard, all) + " not readable: " + reason(topology, standard));
        }
        if (!extended.isEmpty()) {
            sentences.add("extended capabilities (SR-IOV, SIOV, ARI, ACS)" + share(extended, all)
                    + " not readable: "
                    + (listing(topology)
                            ? "the listing prints none, which is not to say that there are none"
                            : "configuration space from 0x100 is not in the snapshot"));
        }
        kinds(topology).ifPresent(sentences::add);
        return sentences;
    }

    private static Optional<String> kinds(Topology topology) {
        List<PciFunction> unknown =
                topology.functions().stream().filter(f -> !f.role().known()).toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("kind" + share(unknown, topology.functions().size())
                        + " (port, endpoint or conventional) not readable: it stands in the capabilities");
    }

    private static String share(List<PciFunction> part, int all) {
        if (part.size() == all) {
            return "";
        }
        if (part.size() <= FEW) {
            return part.stream().map(f -> f.address().toString()).collect(Collectors.joining(", ", " of ", ""));
        }
        return " of " + Words.grouped(part.size()) + " of " + Words.count(all, "function");
    }

    /** A listing has words and no bytes: what it lacks, lspci was not asked for or could not read. */
    private static boolean listing(Topology topology) {
        return topology.provenance().kind().equals("lspci-text");
    }

    private static String reason(Topology topology, List<PciFunction> unknown) {
        if (topology.provenance().privileged().equals(Optional.of(false))) {
            return (listing(topology) ? "listing" : "snapshot") + " without root rights";
        }
        if (listing(topology)) {
            return "the listing prints none; `lspci -vv`, run as root, does";
        }
        if (unknown.stream().allMatch(f -> f.record().config().length() == 0)) {
            return "no configuration space in the snapshot";
        }
        boolean headersOnly = topology.provenance().kind().equals("lspci-hex")
                && topology.provenance().privileged().isEmpty();
        String ask = headersOnly ? "; `lspci -xxxx`, run as root, prints it" : "";
        return "configuration space from 0x40 is not in the snapshot" + ask;
    }
}
