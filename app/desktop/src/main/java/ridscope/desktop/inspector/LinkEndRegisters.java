package ridscope.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.config.Capability;
import ridscope.config.layout.RegisterComparison;
import ridscope.config.layout.RegisterComparison.Row;
import ridscope.config.layout.RegisterLayouts;
import ridscope.config.layout.RegisterTree;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Link;
import ridscope.topology.PciFunction;

/**
 * The capabilities that both ends of a link have, register beside register.
 *
 * @param port the upper end
 * @param device the lower end
 * @param capabilities one row each, its registers as fields of it; empty when no end's registers are readable
 */
record LinkEndRegisters(FunctionAddress port, FunctionAddress device, List<Row> capabilities) {

    LinkEndRegisters {
        capabilities = List.copyOf(capabilities);
    }

    /** Empty where the function has no link, or only one end of it is in the snapshot. */
    static Optional<LinkEndRegisters> of(Subject subject, RegisterLayouts layouts) {
        return LinkCard.link(subject).flatMap(link -> of(subject, link, layouts));
    }

    private static Optional<LinkEndRegisters> of(Subject subject, Link link, RegisterLayouts layouts) {
        Optional<PciFunction> port = subject.topology().function(link.port());
        Optional<PciFunction> device = subject.topology().function(link.device());
        if (port.isEmpty() || device.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (Capability capability : port.get().capabilities().capabilities()) {
            same(device.get(), capability).ifPresent(other -> {
                List<Row> registers = RegisterComparison.compare(
                        decode(layouts, port.get(), capability), decode(layouts, device.get(), other));
                rows.add(capability(capability, registers));
            });
        }
        return Optional.of(new LinkEndRegisters(link.port(), link.device(), rows));
    }

    /** The first of its kind at the other end. */
    private static Optional<Capability> same(PciFunction function, Capability wanted) {
        return wanted.extended()
                ? function.capabilities().extended(wanted.id())
                : function.capabilities().standard(wanted.id());
    }

    private static RegisterTree decode(RegisterLayouts layouts, PciFunction function, Capability capability) {
        return layouts.decode(capability, function.config(), function.identity().vendor());
    }

    private static Row capability(Capability capability, List<Row> registers) {
        List<Row> shown = registers.stream().filter(LinkEndRegisters::tells).toList();
        boolean differs = shown.stream().anyMatch(Row::differs);
        return new Row(capability.name(), Optional.empty(), Optional.empty(), differs, shown);
    }

    /** Where each end's list continues says nothing about the link. */
    private static boolean tells(Row register) {
        return !register.name().equals("Extended Capability Header")
                && !register.name().equals("Capability ID")
                && !register.name().equals("Next Capability Pointer");
    }

    /** The rows that differ, with what stands above them. */
    List<Row> differing() {
        return differing(capabilities);
    }

    private static List<Row> differing(List<Row> rows) {
        return rows.stream()
                .filter(Row::differs)
                .map(r -> new Row(r.name(), r.first(), r.second(), true, differing(r.fields())))
                .toList();
    }
}
