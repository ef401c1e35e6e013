package ridscope.rules;

import ridscope.plan.Wishes;

/**
 * Kernel parameters that an x86 host can be told to boot with ({@code pcibios_setup} of {@code arch/x86/pci/common.c} alone
 * knows {@code assign-busses}).
 *
 * @param sentence what they do, a sentence that begins with "On x86"; empty where they do nothing
 * @param hpbussize {@code pci=hpbussize=} among them
 */
public record X86Boot(String sentence, int hpbussize) {

    /** Where x86 makes no difference. */
    static final X86Boot NONE = new X86Boot("", Wishes.DEFAULT_HPBUSSIZE);

    /** {@code pci=assign-busses} alone. */
    static X86Boot with(String sentence) {
        return new X86Boot(sentence, Wishes.DEFAULT_HPBUSSIZE);
    }

    /** Whether they are at the end of an advice. */
    boolean offered(String advice) {
        return !sentence.isEmpty() && advice.endsWith(" " + sentence);
    }
}
