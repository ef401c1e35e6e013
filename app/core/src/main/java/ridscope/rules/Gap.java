package ridscope.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ridscope.host.Listing;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;

/**
 * Something that a snapshot lacks, and why.
 *
 * @param cause the reason, as the end of a sentence: {@code configuration space beyond 64 bytes was not read}
 * @param functions of which it is missing; empty where it is no matter of single functions
 */
public record Gap(String cause, List<FunctionAddress> functions) {

    private static final int WHOLE = 4096;

    public Gap {
        functions = List.copyOf(functions);
    }

    /** Registers that could not be read, by how much of each function there is. */
    static List<Gap> registers(List<PciFunction> functions, String missing) {
        Map<String, List<FunctionAddress>> causes = new LinkedHashMap<>();
        for (PciFunction f : functions) {
            causes.computeIfAbsent(cause(f, missing), k -> new ArrayList<>()).add(f.address());
        }
        List<Gap> gaps = new ArrayList<>();
        causes.forEach((cause, of) -> gaps.add(new Gap(cause, of)));
        return gaps;
    }

    private static String cause(PciFunction f, String missing) {
        int length = f.config().length();
        if (length >= WHOLE) {
            return "the snapshot has no " + missing;
        }
        if (length > 0) {
            return String.format("configuration space beyond %d bytes was not read", length);
        }
        return f.record().listing().equals(Listing.NONE)
                ? "configuration space was not read"
                : "the source does not print the registers";
    }
}
