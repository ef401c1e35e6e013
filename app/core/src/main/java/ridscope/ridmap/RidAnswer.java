package ridscope.ridmap;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import ridscope.rid.FunctionAddress;

/**
 * Who owns a Routing ID, and why.
 *
 * @param address the asked ID in its segment
 * @param claims all claims, existing ones first; empty when nobody claims it
 * @param routing how its bus is routed
 * @param iommuGroup group of the owning function, where known
 * @param wrapped claims that reach this value only by wrapping round at 0xFFFF, which hardware would put on the wire
 * @param fpb Flattening Portal Bridges whose RID vector has a bit for it
 * @param outside the buses that claims of VFs and SDIs leave, of those that do and where that is known
 */
public record RidAnswer(
        FunctionAddress address,
        List<Claim> claims,
        BusRouting routing,
        OptionalInt iommuGroup,
        List<Claim> wrapped,
        List<FpbWindow> fpb,
        Map<Claim, Reach> outside) {

    public RidAnswer {
        claims = List.copyOf(claims);
        wrapped = List.copyOf(wrapped);
        fpb = List.copyOf(fpb);
        outside = Map.copyOf(outside);
    }
}
