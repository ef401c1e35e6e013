package ridscope.rules;

import ridscope.topology.SrIov;

/** First VF Offset 0: VF 0 would be the PF. */
final class IovOffsetZero extends StridedRegisters {

    private static final About ABOUT = new About(
            "IOV_OFFSET_ZERO",
            "PFs with First VF Offset 0",
            "VF 0 would have the Routing ID of the PF. Linux leaves such a capability alone (EIO) and logs "
                    + "nothing, so there are no sriov files.",
            "Ask the vendor of the device for new firmware.");

    IovOffsetZero() {
        super(ABOUT, "First VF Offset", SrIov::firstVfOffset, 1);
    }
}
