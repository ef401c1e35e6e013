package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.AcsCapability;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.PciExpress;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.host.OsFacts;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;

/** Collects the facts of one finding. A register whose bytes are not in the snapshot is left out. */
final class EvidenceList {

    private final List<Evidence> facts = new ArrayList<>();

    private EvidenceList() {}

    static EvidenceList none() {
        return new EvidenceList();
    }

    List<Evidence> list() {
        return facts;
    }

    EvidenceList fact(String name, Object value) {
        facts.add(new Evidence(name, value.toString()));
        return this;
    }

    /** A register of 1, 2 or 4 bytes. */
    EvidenceList register(PciFunction f, int offset, int bytes, String name) {
        String where = String.format("%s +0x%02x %s", f.address(), offset, name);
        switch (bytes) {
            case 1 -> hex(where, f.config().u8(offset), 2);
            case 2 -> hex(where, f.config().u16(offset), 4);
            default -> f.config().u32(offset).ifPresent(v -> fact(where, "0x" + Numbers.hexText((int) v, 8)));
        }
        return this;
    }

    private void hex(String name, OptionalInt value, int digits) {
        value.ifPresent(v -> fact(name, "0x" + Numbers.hexText(v, digits)));
    }

    /** Bus registers, or what sysfs or a listing says of them. */
    EvidenceList buses(PciFunction bridge) {
        if (bridge.config().has(0x18, 3)) {
            return register(bridge, 0x18, 1, "Primary Bus Number")
                    .register(bridge, 0x19, 1, "Secondary Bus Number")
                    .register(bridge, 0x1a, 1, "Subordinate Bus Number");
        }
        bridge.bridge()
                .ifPresent(b -> fact(
                        bridge.address() + " secondary and subordinate bus, as the source prints them",
                        Numbers.hexText(b.secondary(), 2) + " " + Numbers.hexText(b.subordinate(), 2)));
        return this;
    }

    EvidenceList sriov(PciFunction pf) {
        Optional<SrIovCapability> capability = pf.sriov().flatMap(s -> s.capability());
        if (capability.filter(c -> pf.config().has(c.offset(), 0x18)).isPresent()) {
            int at = capability.get().offset();
            return register(pf, at + 0x08, 2, "SR-IOV Control")
                    .register(pf, at + 0x0c, 2, "InitialVFs")
                    .register(pf, at + 0x0e, 2, "TotalVFs")
                    .register(pf, at + 0x10, 2, "NumVFs")
                    .register(pf, at + 0x14, 2, "First VF Offset")
                    .register(pf, at + 0x16, 2, "VF Stride");
        }
        pf.sriov().ifPresent(s -> {
            fact(pf.address() + " TotalVFs, as the source prints it", s.totalVfs());
            fact(pf.address() + " NumVFs, as the source prints it", s.numVfs());
            s.firstVfOffset().ifPresent(v -> fact(pf.address() + " First VF Offset, as the source prints it", v));
            s.vfStride().ifPresent(v -> fact(pf.address() + " VF Stride, as the source prints it", v));
        });
        return this;
    }

    EvidenceList siov(PciFunction pf) {
        if (pf.siov().isEmpty()) {
            return this;
        }
        SiovCapability c = pf.siov().get().capability();
        if (pf.config().has(c.offset(), 0x10)) {
            return register(pf, c.offset() + 0x08, 2, "Total SDIs")
                    .register(pf, c.offset() + 0x0b, 1, "SIOV Status")
                    .register(pf, c.offset() + 0x0c, 2, "First SDI Offset")
                    .register(pf, c.offset() + 0x0e, 2, "SDI Stride");
        }
        return fact(pf.address() + " Total SDIs, as the source prints it", c.totalSdis())
                .fact(pf.address() + " First SDI Offset, as the source prints it", c.firstSdiOffset())
                .fact(pf.address() + " SDI Stride, as the source prints it", c.sdiStride());
    }

    EvidenceList acs(PciFunction f) {
        Optional<AcsCapability> acs = f.express().acs();
        if (acs.isEmpty()) {
            return fact(f.address() + " ACS capability", withoutAcs(f));
        }
        if (f.config().has(acs.get().offset() + 4, 4)) {
            return register(f, acs.get().offset() + 0x04, 2, "ACS Capability")
                    .register(f, acs.get().offset() + 0x06, 2, "ACS Control");
        }
        return fact(
                        f.address() + " ACS Capability",
                        "0x" + Numbers.hexText(acs.get().capability(), 4))
                .fact(
                        f.address() + " ACS Control",
                        "0x" + Numbers.hexText(acs.get().control(), 4));
    }

    private static String withoutAcs(PciFunction f) {
        if (f.capabilities().extended(AcsCapability.ID).isPresent()) {
            return "present, registers not in the source";
        }
        return f.capabilities().extended() == Walked.UNKNOWN ? "not in the source" : "none";
    }

    /** Device Capabilities 2 and Control 2 of a port, with the ARI Forwarding bits. */
    EvidenceList control2(PciFunction port) {
        Optional<PciExpress> express = port.express().capability();
        if (express.filter(e -> port.config().has(e.offset() + 0x24, 6)).isPresent()) {
            int at = express.get().offset();
            return register(port, at + 0x24, 4, "Device Capabilities 2 (bit 5: ARI Forwarding Supported)")
                    .register(port, at + 0x28, 2, "Device Control 2 (bit 5: ARI Forwarding Enable)");
        }
        return this;
    }

    /** Link registers, and the power state where the source tells it. */
    EvidenceList link(PciFunction f) {
        f.express()
                .capability()
                .ifPresent(e -> register(f, e.offset() + 0x0c, 4, "Link Capabilities")
                        .register(f, e.offset() + 0x12, 2, "Link Status"));
        OsFacts.State state = f.record().os().state();
        state.power().ifPresent(p -> fact(f.address() + " power state", p));
        state.runtime().ifPresent(r -> fact(f.address() + " runtime power management", r));
        return this;
    }
}
