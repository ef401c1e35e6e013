package ridscope.desktop.inspector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.config.PciExpress;
import ridscope.config.SrIovCapability;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.StridedRids;
import ridscope.ridmap.Claim;
import ridscope.topology.PciFunction;
import ridscope.topology.SrIov;
import ridscope.topology.VfBars;

/** SR-IOV of a PF. */
final class SrIovCard {

    /** Length of the capability. */
    private static final int LENGTH = 0x40;

    private static final String TOTAL = "sriov_totalvfs";
    private static final String NUM = "sriov_numvfs";

    private final Subject subject;
    private final SrIov sriov;
    private final Card.Builder card = new Card.Builder("sriov", "inspector.sriov");

    private SrIovCard(Subject subject, SrIov sriov) {
        this.subject = subject;
        this.sriov = sriov;
    }

    static Optional<Card> of(Subject subject) {
        return subject.function().sriov().map(sriov -> new SrIovCard(subject, sriov).build());
    }

    /** With its registers, where these were readable. */
    static Optional<Block> block(Subject subject) {
        return subject.function()
                .sriov()
                .flatMap(SrIov::capability)
                .map(c -> new Block(of(subject).orElseThrow(), new ByteSpan(c.offset(), LENGTH)));
    }

    private Card build() {
        registers();
        sriov.capability().ifPresent(this::control);
        for (String problem : sriov.problems()) {
            card.computed("inspector.iov.problem", Value.bad(problem));
        }
        enabled();
        subject.placement(Claim.Kind.POSSIBLE_VF)
                .ifPresentOrElse(
                        p -> {
                            IovFacts.add(subject, card, p);
                            ari(p.rids());
                        },
                        this::unknownPlacement);
        memory();
        return card.build();
    }

    /** What each VF gets of the apertures that the operating system keeps for all of them. */
    private void memory() {
        VfBars bars = VfBars.of(subject.function().record().os().resources(), OptionalInt.of(sriov.totalVfs()));
        for (VfBars.Aperture aperture : bars.apertures()) {
            OptionalLong each = aperture.sizePerVf();
            OptionalLong first = aperture.sliceStart(0);
            if (each.isPresent() && first.isPresent()) {
                card.add(new Fact(
                        Messages.text("inspector.sriov.bar", aperture.bar()),
                        Value.mono(Messages.text(
                                "inspector.sriov.bar.words",
                                Words.size(each.getAsLong()),
                                "0x" + Long.toHexString(first.getAsLong()),
                                Words.size(aperture.size().orElse(0)))),
                        subject.os("resource", "Region")));
            } else if (aperture.start().isEmpty()) {
                card.add(new Fact(
                        Messages.text("inspector.sriov.bar", aperture.bar()),
                        Value.warning(Messages.text("inspector.resources.unassigned")),
                        subject.os("resource", "Region")));
            }
        }
    }

    private void registers() {
        card.add("inspector.sriov.total", Value.number(sriov.totalVfs()), from(0x0e, TOTAL));
        sriov.capability()
                .ifPresent(c -> card.add(
                        "inspector.sriov.initial",
                        Value.number(c.initialVfs()),
                        subject.register(c.offset() + 0x0c, 2)));
        sriov.driverLimit().ifPresent(limit -> {
            if (limit != sriov.totalVfs()) {
                card.add("inspector.sriov.driver-limit", Value.number(limit), subject.os(TOTAL, TOTAL));
            }
        });
        card.add("inspector.sriov.num", Value.number(sriov.numVfs()), from(0x10, NUM));
        card.add("inspector.sriov.offset", count(sriov.firstVfOffset()), from(0x14, "sriov_offset"));
        card.add("inspector.sriov.stride", count(sriov.vfStride()), from(0x16, "sriov_stride"));
        if (sriov.vfDevice().isPresent()) {
            card.add(
                    "inspector.sriov.device",
                    Value.mono(Words.hex(sriov.vfDevice().getAsInt(), 4)),
                    from(0x1a, "sriov_vf_device"));
        }
    }

    private void control(SrIovCapability c) {
        Origin origin = subject.register(c.offset() + 0x08, 2);
        card.add(
                "inspector.sriov.enable",
                c.enabled() ? Value.good(Messages.text("inspector.on")) : Value.of(Messages.text("inspector.off")),
                origin);
        card.add(
                "inspector.sriov.ari-hierarchy",
                Value.of(Messages.text(c.ariHierarchy() ? "inspector.on" : "inspector.off")),
                origin);
    }

    private void enabled() {
        int existing = sriov.enabledVfs();
        Optional<StridedRids> rids = sriov.possible().map(p -> p.withCount(existing));
        if (existing > 0 && rids.isPresent()) {
            card.computed(
                    "inspector.sriov.enabled",
                    Value.mono(Words.count(existing) + ": " + Words.firstToLast(rids.get())));
        }
    }

    private void ari(StridedRids rids) {
        Optional<PciFunction> port = subject.function().parent().flatMap(subject.topology()::function);
        OptionalInt first = rids.firstBeyondDeviceZero();
        if (port.isEmpty() || !port.get().role().downstreamPort() || first.isEmpty()) {
            card.computed("inspector.sriov.ari", Value.of(Messages.text("inspector.sriov.ari.no")));
            return;
        }
        String why = Messages.text(
                "inspector.sriov.ari.yes",
                first.getAsInt(),
                rids.at(first.getAsInt()),
                Words.address(port.get().address()));
        Optional<Boolean> on = port.get()
                .express()
                .capability()
                .flatMap(PciExpress::control2)
                .map(PciExpress.DeviceControl2::ariForwardingEnabled);
        card.computed(
                "inspector.sriov.ari",
                on.map(enabled -> enabled
                                ? Value.good(Messages.text("inspector.sriov.ari.on", why))
                                : Value.bad(Messages.text("inspector.sriov.ari.off", why)))
                        .orElseGet(() -> Value.unknown(Messages.text("inspector.sriov.ari.unknown", why))));
    }

    private void unknownPlacement() {
        if (sriov.problems().isEmpty()
                && List.of(sriov.firstVfOffset(), sriov.vfStride()).contains(OptionalInt.empty())) {
            card.computed("inspector.sriov.first-last", Value.unknown(Messages.text("inspector.sriov.no-offset")));
        }
    }

    private Value count(OptionalInt number) {
        return number.isPresent()
                ? Value.number(number.getAsInt())
                : subject.unknownCapabilities(true)
                        .orElseGet(() -> Value.unknown(Messages.text("inspector.missing.source")));
    }

    private Origin from(int register, String attribute) {
        return sriov.capability()
                .map(c -> subject.register(c.offset() + register, 2))
                .orElseGet(() -> subject.os(attribute, "SR-IOV"));
    }
}
