package ridscope.host;

import ridscope.config.ConfigSpace;
import ridscope.rid.FunctionAddress;

/**
 * Raw facts of one function.
 *
 * @param address where it answered
 * @param config its configuration bytes, as many as were readable
 * @param configSize the size the source claims for them (256 or 4,096), 0 when it does not say; larger than
 *     {@code config.length()} when the reader lacked privilege
 * @param os what the operating system says
 * @param listing what a listing printed of registers whose bytes the source does not have
 */
public record FunctionRecord(FunctionAddress address, ConfigSpace config, int configSize, OsFacts os, Listing listing) {

    /** From a source that prints no listing. */
    public FunctionRecord(FunctionAddress address, ConfigSpace config, int configSize, OsFacts os) {
        this(address, config, configSize, os, Listing.NONE);
    }
}
