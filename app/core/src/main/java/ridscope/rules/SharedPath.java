package ridscope.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.isolation.AcsVerdict.Reason;
import ridscope.isolation.DevicePath;
import ridscope.isolation.IommuGroup;
import ridscope.isolation.IommuGroup.Merge;
import ridscope.isolation.IommuGroup.Step;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;

/** What the functions of an IOMMU group share, and what would separate them. */
final class SharedPath {

    private final RuleInput input;
    private final List<PciFunction> devices;

    /** @param devices at least two functions of one group, bridges left out */
    SharedPath(RuleInput input, List<PciFunction> devices) {
        this.input = input;
        this.devices = List.copyOf(devices);
    }

    /** What can be done where they must be separated, in full sentences. */
    String advice() {
        boolean rootBus = devices.stream().allMatch(f -> f.parent().isEmpty() && !input.parentless(f));
        Optional<Merge> alias = alias();
        if (alias.isPresent()) {
            return ofAlias(alias.get());
        }
        if (rootBus) {
            return "They are built into the chipset or processor: no slot separates them. What is not needed can be "
                    + "switched off in the firmware setup; else the group stays together.";
        }
        if (devices.stream().allMatch(f -> sameDevice(devices.get(0), f))) {
            return "They are functions of one device: no other slot separates them, only ACS in the device itself. Ask its "
                    + "vendor whether they are isolated; give all of them to one guest, or use VFs where it has any.";
        }
        return ofPorts(open());
    }

    private boolean sameDevice(PciFunction a, PciFunction b) {
        return DevicePath.between(input.topology(), a, b).kind() == DevicePath.Kind.SAME_DEVICE;
    }

    /** The merge that made one of them send DMA under the ID of another. */
    private Optional<Merge> alias() {
        return devices.stream()
                .flatMap(f -> input.groups().of(f.address()).stream())
                .flatMap((IommuGroup g) -> g.merges().stream())
                .filter(m -> m.step() == Step.DMA_ALIAS)
                .filter(m -> devices.stream().anyMatch(f -> f.address().equals(m.function())))
                .findFirst();
    }

    private static String ofAlias(Merge merge) {
        if (!merge.function().segment().equals(merge.with().segment())) {
            return "All of them send DMA under the Routing ID of " + merge.with()
                    + ": only switching VMD off in the firmware " + "setup separates them.";
        }
        return "What is behind a conventional PCI bridge sends DMA under one Routing ID: put one of them into a PCI Express "
                + "slot.";
    }

    /** Ports above them that let requests turn round, those next to the devices first. */
    private List<PciFunction> open() {
        Set<PciFunction> open = new LinkedHashSet<>();
        for (PciFunction device : devices) {
            for (PciFunction bridge : input.topology().pathToRoot(device)) {
                if (bridge.role().downstreamPort()
                        && input.groupingAcs().of(bridge).no()) {
                    open.add(bridge);
                }
            }
        }
        return new ArrayList<>(open);
    }

    private String ofPorts(List<PciFunction> open) {
        if (open.isEmpty()) {
            return "The registers of the ports above do not show what joins them: ask the vendor of the platform; another "
                    + "kernel may group otherwise.";
        }
        Optional<PciFunction> off = open.stream()
                .filter(p -> input.groupingAcs().of(p).reason() == Reason.SWITCHED_OFF)
                .findFirst();
        if (off.isPresent()) {
            return "ACS of " + name(open, off.get().address())
                    + " is there and off: see ACS_GAP for what may have turned it off.";
        }
        Optional<PciFunction> inSwitch =
                open.stream().filter(p -> p.role() == Role.DOWNSTREAM_PORT).findFirst();
        return inSwitch.map(p -> "Ports of the switch have no ACS (" + name(open, p.address())
                        + "): put one of the devices into a slot outside this switch and below a port with ACS, or use "
                        + "a switch with ACS.")
                .orElseGet(() -> (open.size() == 1 ? "The root port has" : "The root ports have") + " no ACS ("
                        + name(open, open.get(0).address())
                        + "): put one of the devices into a slot below another root port that has ACS.");
    }

    private static String name(List<PciFunction> open, FunctionAddress first) {
        return open.size() == 1 ? first.toString() : first + " and " + (open.size() - 1) + " more";
    }
}
