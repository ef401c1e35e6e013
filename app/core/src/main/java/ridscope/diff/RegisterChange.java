package ridscope.diff;

import ridscope.rid.FunctionAddress;

/**
 * A register or bit field of a function that has another value.
 *
 * @param function its old address
 * @param now its new address
 * @param part the header or capability, such as {@code SR-IOV}
 * @param name the register, or register and field: {@code Link Control, ASPM Control}
 * @param before value in words
 * @param after value in words
 */
public record RegisterChange(
        FunctionAddress function, FunctionAddress now, String part, String name, String before, String after) {}
