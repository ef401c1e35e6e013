package ridscope.source.sysfs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.host.FunctionRecord;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;

/** Reads one function's directory. */
final class FunctionReader {

    private static final String VIRTUAL_FUNCTION = "virtfn";
    private static final String VECTORS = "msi_irqs";
    private static final int ANY = Integer.MAX_VALUE;

    private final FileTree tree;
    private final Map<FunctionAddress, Integer> iommuGroups;
    private final SlotList slots;
    private final List<Diagnostic> diagnostics;

    /**
     * @param iommuGroups groups known from elsewhere
     * @param diagnostics receives what is odd
     */
    FunctionReader(
            FileTree tree, Map<FunctionAddress, Integer> iommuGroups, SlotList slots, List<Diagnostic> diagnostics) {
        this.tree = tree;
        this.iommuGroups = iommuGroups;
        this.slots = slots;
        this.diagnostics = diagnostics;
    }

    /** @param power what {@link PowerStates} read of it before */
    FunctionRecord read(FunctionAddress address, String directory, OsFacts.State power) {
        Attributes attributes = new Attributes(tree, directory);
        ConfigFile config = ConfigFile.read(tree, directory, address);
        config.diagnostic().ifPresent(diagnostics::add);
        OsFactsBuilder os = new OsFactsBuilder();
        identity(attributes, os);
        place(address, directory, attributes, os);
        bridge(attributes, os);
        link(attributes, os);
        sriov(attributes, os);
        os.driver(attributes.linkName("driver").or(() -> attributes.uevent("DRIVER")));
        attributes.text("resource").map(Resources::parse).ifPresent(found -> found.forEach(os::resource));
        os.state(state(attributes, power));
        OsDevices.collect(tree, directory, attributes, os);
        return new FunctionRecord(address, config.config(), config.size(), os.build());
    }

    private static void identity(Attributes a, OsFactsBuilder os) {
        Modalias alias = Modalias.parse(a.text("modalias").orElse(""));
        os.vendor(or(a.hex("vendor", 0xffff), alias.vendor()));
        os.device(or(a.hex("device", 0xffff), alias.device()));
        os.subsystemVendor(or(a.hex("subsystem_vendor", 0xffff), alias.subsystemVendor()));
        os.subsystemDevice(or(a.hex("subsystem_device", 0xffff), alias.subsystemDevice()));
        os.classCode(or(a.hex("class", 0xffffff), alias.classCode()));
        os.revision(a.hex("revision", 0xff));
    }

    private static OptionalInt or(OptionalInt first, OptionalInt second) {
        return first.isPresent() ? first : second;
    }

    private void place(FunctionAddress address, String directory, Attributes a, OsFactsBuilder os) {
        os.parent(parent(directory));
        os.slot(slots.slotOf(address));
        os.numaNode(a.decimal("numa_node", -1, ANY));
        os.ariEnabled(a.flag("ari_enabled"));
        OptionalInt linked = a.linkName("iommu_group").map(Numbers::decimal).orElse(OptionalInt.empty());
        Integer listed = iommuGroups.get(address);
        os.iommuGroup(or(linked, listed == null ? OptionalInt.empty() : OptionalInt.of(listed)));
    }

    private static Optional<OsFacts.Parent> parent(String directory) {
        String above = TreePath.name(TreePath.parent(directory));
        if (SysPath.rootBus(above).isPresent()) {
            return Optional.of(OsFacts.Parent.ROOT);
        }
        return SysPath.function(above).map(bridge -> new OsFacts.Parent(Optional.of(bridge)));
    }

    private static void bridge(Attributes a, OsFactsBuilder os) {
        OptionalInt secondary = a.decimal("secondary_bus_number", 0, 0xff);
        OptionalInt subordinate = a.decimal("subordinate_bus_number", 0, 0xff);
        if (secondary.isPresent() && subordinate.isPresent()) {
            os.buses(Optional.of(new OsFacts.KernelBuses(secondary.getAsInt(), subordinate.getAsInt())));
        }
    }

    private static void link(Attributes a, OsFactsBuilder os) {
        OsFacts.LinkAttributes link = new OsFacts.LinkAttributes(
                a.text("current_link_speed"),
                a.text("current_link_width"),
                a.text("max_link_speed"),
                a.text("max_link_width"));
        boolean any = link.currentSpeed().isPresent()
                || link.currentWidth().isPresent()
                || link.maxSpeed().isPresent()
                || link.maxWidth().isPresent();
        os.link(any ? Optional.of(link) : Optional.empty());
    }

    private static void sriov(Attributes a, OsFactsBuilder os) {
        os.totalVfs(a.decimal("sriov_totalvfs", 0, 0xffff));
        os.numVfs(a.decimal("sriov_numvfs", 0, 0xffff));
        os.vfOffset(a.decimal("sriov_offset", 0, 0xffff));
        os.vfStride(a.decimal("sriov_stride", 0, 0xffff));
        os.vfDevice(a.hex("sriov_vf_device", 0xffff));
        os.physicalFunction(a.linkName("physfn").flatMap(SysPath::function));
        for (String name : a.names()) {
            if (name.startsWith(VIRTUAL_FUNCTION)) {
                OptionalInt index = Numbers.decimal(name.substring(VIRTUAL_FUNCTION.length()));
                Optional<FunctionAddress> vf = a.linkName(name).flatMap(SysPath::function);
                if (index.isPresent() && index.getAsInt() >= 0 && index.getAsInt() <= 0xffff && vf.isPresent()) {
                    os.virtualFunction(index.getAsInt(), vf.get());
                }
            }
        }
    }

    private OsFacts.State state(Attributes a, OsFacts.State power) {
        OptionalInt vectors = a.has(VECTORS)
                ? OptionalInt.of(new Attributes(tree, a.path(VECTORS)).names().size())
                : OptionalInt.empty();
        return new OsFacts.State(power.power(), power.runtime(), vectors, a.decimal("sriov_vf_total_msix", 0, ANY));
    }
}
