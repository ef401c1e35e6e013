package ridscope.report.table;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import ridscope.config.BridgeBuses;
import ridscope.config.LinkSpeed;
import ridscope.names.DeviceNames;
import ridscope.text.Numbers;
import ridscope.topology.Identity;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Siov;
import ridscope.topology.Slot;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;
import ridscope.topology.VirtualFunction;

/** All functions of a host in address order, with the keys of the schema {@code ridscope-topology} where it has them. */
public final class FunctionsTable {

    /** Its name. */
    public static final String NAME = "functions";

    private FunctionsTable() {}

    /** @param names where the names of classes, vendors and devices come from */
    public static Table of(Topology topology, DeviceNames names) {
        Columns<PciFunction> columns = new Columns<PciFunction>()
                .name("address", "address", PciFunction::address)
                .text(
                        "role",
                        "role",
                        f -> Optional.of(f.role()).filter(Role::known).map(Role::id))
                .text("className", "class name", names::className)
                .text("vendorName", "vendor name", names::vendor)
                .text("deviceName", "device name", names::device);
        identity(columns);
        place(columns, topology);
        link(columns);
        iov(columns);
        columns.rid("rid", "RID", f -> f.address().rid()).count("configBytes", "config bytes", f ->
                (long) f.record().config().length());
        return columns.over(NAME, topology.functions());
    }

    private static void identity(Columns<PciFunction> columns) {
        columns.text("vendor", "vendor", hex(Identity::vendor, 4))
                .text("device", "device", hex(Identity::device, 4))
                .text("class", "class", hex(Identity::baseAndSubclass, 4))
                .text("revision", "revision", hex(Identity::revision, 2))
                .text("subsystemVendor", "subsystem vendor", hex(Identity::subsystemVendor, 4))
                .text("subsystemDevice", "subsystem device", hex(Identity::subsystemDevice, 4));
    }

    private static void place(Columns<PciFunction> columns, Topology topology) {
        columns.text("parent", "parent", PciFunction::parent)
                .bus("secondary", "secondary bus", f -> bus(f, BridgeBuses::secondary))
                .bus("subordinate", "subordinate bus", f -> bus(f, BridgeBuses::subordinate))
                .text("driver", "driver", PciFunction::driver)
                .number("iommuGroup", "IOMMU group", PciFunction::iommuGroup)
                .number("numaNode", "NUMA node", f -> f.place().numaNode())
                .text("slot", "slot", f -> topology.slotOf(f).map(Slot::label));
    }

    private static void link(Columns<PciFunction> columns) {
        columns.text("speed", "speed", f -> speed(f, LinkEnd::speed))
                .number("width", "width", f -> width(f, LinkEnd::width))
                .text("maxSpeed", "max speed", f -> speed(f, LinkEnd::maxSpeed))
                .number("maxWidth", "max width", f -> width(f, LinkEnd::maxWidth));
    }

    private static void iov(Columns<PciFunction> columns) {
        columns.number("totalVfs", "total VFs", f -> number(f.sriov(), SrIov::totalVfs))
                .number("enabledVfs", "enabled VFs", f -> number(f.sriov(), SrIov::enabledVfs))
                .number("totalSdis", "total SDIs", f -> number(f.siov().map(Siov::capability), s -> s.totalSdis()))
                .text("physicalFunction", "physical function", f -> f.virtual().map(VirtualFunction::physicalFunction))
                .number("virtualFunctionIndex", "VF index", f -> number(f.virtual(), VirtualFunction::index));
    }

    private static Function<PciFunction, Optional<?>> hex(Function<Identity, OptionalInt> id, int digits) {
        return function -> {
            OptionalInt value = id.apply(function.identity());
            return value.isPresent() ? Optional.of(Numbers.hexText(value.getAsInt(), digits)) : Optional.empty();
        };
    }

    private static OptionalInt bus(PciFunction function, Function<BridgeBuses, Integer> bus) {
        return number(function.bridge(), bus);
    }

    private static Optional<String> speed(PciFunction function, Function<LinkEnd, Optional<LinkSpeed>> speed) {
        return function.express().link().flatMap(speed).filter(LinkSpeed::known).map(LinkSpeed::lspciText);
    }

    private static OptionalInt width(PciFunction function, Function<LinkEnd, OptionalInt> width) {
        return function.express().link().map(width).orElse(OptionalInt.empty());
    }

    private static <T> OptionalInt number(Optional<T> thing, Function<T, Integer> number) {
        return thing.map(t -> OptionalInt.of(number.apply(t))).orElse(OptionalInt.empty());
    }
}
