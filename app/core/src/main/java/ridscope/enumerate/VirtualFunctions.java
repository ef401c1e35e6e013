package ridscope.enumerate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;
import ridscope.text.Diagnostic;
import ridscope.topology.Identity;
import ridscope.topology.SrIov;
import ridscope.topology.VirtualFunction;
import ridscope.topology.VirtualFunction.Evidence;

/** Finds out which functions are VFs, whose, and with which index: sysfs links first, then the RIDs of enabled PFs. */
final class VirtualFunctions {

    private final NavigableMap<FunctionAddress, Draft> drafts;
    private final List<Diagnostic> diagnostics;
    private final Map<FunctionAddress, Integer> used = new HashMap<>();

    VirtualFunctions(NavigableMap<FunctionAddress, Draft> drafts, List<Diagnostic> diagnostics) {
        this.drafts = drafts;
        this.diagnostics = diagnostics;
    }

    void find() {
        for (Draft draft : drafts.values()) {
            draft.record.os().sriov().virtualFunctions().forEach((index, vf) -> byLink(draft, vf, index));
        }
        for (Draft draft : drafts.values()) {
            draft.record.os().sriov().physicalFunction().ifPresent(pf -> byPhysfn(draft, pf));
        }
        for (Draft draft : drafts.values()) {
            if (draft.virtual.isEmpty()
                    && draft.record.os().sriov().physicalFunction().isEmpty()) {
                draft.sriov = IovViews.srIov(draft);
                draft.siov = IovViews.siov(draft);
            }
        }
        NavigableMap<FunctionAddress, Draft> candidates = new TreeMap<>(drafts);
        candidates.values().removeIf(d -> d.bridgeHeader() || d.sriov.isPresent());
        for (Draft draft : drafts.values()) {
            draft.sriov.filter(s -> s.enabledVfs() > 0).ifPresent(s -> byFormula(draft, s, candidates));
        }
        for (Draft draft : drafts.values()) {
            draft.pf.ifPresent(pf -> draft.identity = withIds(draft.identity, pf));
        }
    }

    private void byLink(Draft pf, FunctionAddress address, int index) {
        Draft vf = drafts.get(address);
        if (vf != null && index >= 0 && mayBeVf(vf, pf)) {
            link(vf, pf, index, Evidence.SYSFS);
        }
    }

    private void byPhysfn(Draft vf, FunctionAddress address) {
        Draft pf = drafts.get(address);
        if (vf.virtual.isPresent()) {
            return;
        }
        if (pf == null || !mayBeVf(vf, pf)) {
            diagnostics.add(Diagnostic.of(
                    "VF_WITHOUT_PF", vf.address, "Its PF " + address + " is not in the snapshot, or cannot be one"));
            return;
        }
        Optional<StridedRids> rids = IovViews.srIov(pf).flatMap(SrIov::possible);
        OptionalInt index = rids.isPresent() ? rids.get().indexOf(vf.address.rid()) : OptionalInt.empty();
        link(vf, pf, index.orElse(used.getOrDefault(address, 0)), Evidence.SYSFS);
    }

    /** Looks at what is there rather than at each place of a VF: thousands of PFs may claim a whole segment each. */
    private void byFormula(Draft pf, SrIov sriov, NavigableMap<FunctionAddress, Draft> candidates) {
        int count = Math.min(sriov.enabledVfs(), sriov.totalVfs());
        if (sriov.possible().isEmpty() || count == 0) {
            return;
        }
        StridedRids rids = sriov.possible().get().withCount(count);
        FunctionAddress last = new FunctionAddress(pf.address.segment(), new RoutingId(RoutingId.COUNT - 1));
        for (Draft vf : candidates.subMap(pf.address, false, last, true).values()) {
            OptionalInt index = rids.indexOf(vf.address.rid());
            if (index.isPresent() && mayBeVf(vf, pf) && looksLikeVf(vf, sriov)) {
                link(vf, pf, index.getAsInt(), Evidence.FORMULA);
            }
        }
    }

    private static boolean looksLikeVf(Draft vf, SrIov sriov) {
        OptionalInt device = vf.identity.device();
        // A listing without IDs: what answers at the Routing ID of an enabled VF is that VF.
        boolean nameOnly = device.isEmpty() && vf.header.device().isEmpty();
        return vf.maskedIds() || nameOnly || device.isPresent() && device.equals(sriov.vfDevice());
    }

    /** VFs have no VFs, so that a chain of links can neither branch nor lead back. */
    private static boolean mayBeVf(Draft vf, Draft pf) {
        return vf != pf
                && vf.pf.isEmpty()
                && !vf.ownsVfs
                && pf.pf.isEmpty()
                && vf.address.segment().equals(pf.address.segment());
    }

    private void link(Draft vf, Draft pf, int index, Evidence evidence) {
        vf.virtual = Optional.of(new VirtualFunction(pf.address, index, evidence));
        vf.pf = Optional.of(pf);
        pf.ownsVfs = true;
        used.merge(pf.address, 1, Integer::sum);
    }

    /** Linux gives a VF its PF's vendor and the capability's VF Device ID. */
    private static Identity withIds(Identity vf, Draft pf) {
        OptionalInt device = pf.sriov.map(SrIov::vfDevice).orElse(OptionalInt.empty());
        return new Identity(
                vf.vendor().isPresent() ? vf.vendor() : pf.identity.vendor(),
                vf.device().isPresent() ? vf.device() : device,
                vf.subsystemVendor(),
                vf.subsystemDevice(),
                vf.classCode(),
                vf.shortClass(),
                vf.revision(),
                vf.headerType(),
                vf.multifunction());
    }
}
