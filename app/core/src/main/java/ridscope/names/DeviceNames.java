package ridscope.names;

import java.util.Optional;
import ridscope.topology.PciFunction;

/** Names for functions: those the snapshot carries, then {@code pci.ids}, then the class. Immutable. */
public interface DeviceNames {

    /** Vendor name, corporate suffixes kept. */
    Optional<String> vendor(PciFunction function);

    /** Device name. */
    Optional<String> device(PciFunction function);

    /** Subsystem name. */
    Optional<String> subsystem(PciFunction function);

    /** Class name from the class code, such as {@code Non-Volatile memory controller}; never empty where the class is known. */
    Optional<String> className(PciFunction function);

    /** One line as lspci would print behind the address: class, vendor and device with IDs where names are missing. */
    String line(PciFunction function);

    /** The end of {@link #line}: vendor and device with IDs where names are missing, without class and revision. */
    String product(PciFunction function);

    /** As short as can be recognised on a picture: {@code E810-C}, {@code PM174X}, else the class's short word ({@code NVMe}). */
    String shortName(PciFunction function);
}
