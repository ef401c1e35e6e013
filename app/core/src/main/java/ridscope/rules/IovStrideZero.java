package ridscope.rules;

import ridscope.topology.SrIov;

/** VF Stride 0 with more than one VF. */
final class IovStrideZero extends StridedRegisters {

    private static final About ABOUT = new About(
            "IOV_STRIDE_ZERO",
            "PFs with VF Stride 0",
            "All VFs would have one Routing ID. Linux leaves such a capability alone (EIO) and logs "
                    + "nothing, so there are no sriov files.",
            "Ask the vendor of the device for new firmware.");

    IovStrideZero() {
        super(ABOUT, "VF Stride", SrIov::vfStride, 2);
    }
}
