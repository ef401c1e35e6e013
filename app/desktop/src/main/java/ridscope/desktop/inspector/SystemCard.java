package ridscope.desktop.inspector;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ridscope.config.Capability;
import ridscope.desktop.l10n.Messages;
import ridscope.host.OsFacts;
import ridscope.topology.PciFunction;

/** What the operating system made of a function: driver, devices, place, power, interrupts. */
final class SystemCard {

    private static final int MSIX = 0x11;
    private static final String FULL_POWER = "D0";

    private final Subject subject;
    private final PciFunction function;
    private final Card.Builder card = new Card.Builder("system", "inspector.system");

    private SystemCard(Subject subject) {
        this.subject = subject;
        this.function = subject.function();
    }

    static Optional<Card> of(Subject subject) {
        return new SystemCard(subject).build().unlessEmpty();
    }

    private Card build() {
        card.add("inspector.driver", function.driver().map(Value::mono), subject.os("driver", "driver"));
        OsFacts os = function.record().os();
        if (!os.devices().isEmpty()) {
            String devices =
                    os.devices().stream().map(d -> d.kind() + " " + d.name()).collect(Collectors.joining(", "));
            card.add("inspector.os-devices", Value.mono(devices), subject.os("", "text"));
        }
        numa();
        number(function.iommuGroup())
                .ifPresent(v -> card.add("inspector.group", v, subject.os("iommu_group", "group")));
        function.place().slot().ifPresent(slot -> {
            card.add("inspector.slot", Value.mono(slot.label()), SlotWords.origin(subject, slot));
            SlotWords.add(subject, slot, card);
        });
        card.add("inspector.power", power(os.state()), subject.os("power_state", "Status"));
        vectors(os.state());
        return card.build();
    }

    private void numa() {
        OptionalInt node = function.place().numaNode();
        if (node.isEmpty()) {
            return;
        }
        Optional<String> cpus = subject.document().snapshot().numaNodes().stream()
                .filter(n -> n.node() == node.getAsInt())
                .flatMap(n -> n.cpus().stream())
                .findFirst();
        String words = cpus.map(list -> list.isEmpty()
                        ? Messages.text("inspector.numa.no-cpus", node.getAsInt())
                        : Messages.text("inspector.numa.cpus", node.getAsInt(), list))
                .orElseGet(() -> Words.count(node.getAsInt()));
        card.add("inspector.numa", Value.mono(words), subject.os("numa_node", "NUMA"));
    }

    /** Anything but full power explains a slow link and missing bytes, so it stands out. */
    private static Optional<Value> power(OsFacts.State state) {
        String words = Stream.of(state.power(), state.runtime())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        boolean full = state.power().filter(p -> !p.equals(FULL_POWER)).isEmpty();
        return Optional.of(full ? Value.mono(words) : Value.warning(words));
    }

    private void vectors(OsFacts.State state) {
        if (state.vectors().isPresent()) {
            Optional<Integer> table = tableSize();
            int used = state.vectors().getAsInt();
            String words = table.map(size -> Messages.text("inspector.vectors.of", used, size))
                    .orElseGet(() -> Words.count(used));
            card.add("inspector.vectors", Value.mono(words), subject.os("msi_irqs", "MSI-X"));
        }
        number(state.vfMsixTotal())
                .ifPresent(v -> card.add("inspector.vf-vectors", v, subject.os("sriov_vf_total_msix", "MSI-X")));
    }

    /** Table Size of MSI-X, Message Control bits 10:0 plus one. */
    private Optional<Integer> tableSize() {
        Optional<Capability> msix = function.capabilities().standard(MSIX);
        OptionalInt control =
                msix.map(c -> subject.config().u16(c.offset() + 2)).orElse(OptionalInt.empty());
        return control.isPresent() ? Optional.of((control.getAsInt() & 0x7ff) + 1) : Optional.empty();
    }

    private static Optional<Value> number(OptionalInt number) {
        return number.isPresent() ? Optional.of(Value.number(number.getAsInt())) : Optional.empty();
    }
}
