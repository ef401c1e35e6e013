package ridscope.report;

import java.util.Optional;
import ridscope.diff.Fate;
import ridscope.rid.FunctionAddress;

/**
 * One function of two hosts in a table.
 *
 * @param fate what became of it
 * @param before old address; empty for a new function
 * @param after new address; empty for one that is gone
 * @param name class and product
 * @param what what differs and why, one line; empty if nothing does
 * @param matchedBy why both are taken for the same; empty unless both are there
 */
public record DiffRow(
        Fate fate,
        Optional<FunctionAddress> before,
        Optional<FunctionAddress> after,
        String name,
        String what,
        String matchedBy) {}
