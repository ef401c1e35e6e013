package ridscope.source.libvirt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.host.OsFacts;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.source.Limits;
import ridscope.source.xml.XmlHandler;
import ridscope.text.Numbers;

/** Hears one {@code <device>} (libvirt, schema {@code nodedev.rng}). */
final class DeviceHandler implements XmlHandler {

    private static final String PCI = "device/capability:pci/";
    private static final String DEV = "/dev/";
    private static final int MOST_VFS = 0xffff;

    private final NodeDevice device = new NodeDevice();
    private final Deque<String> open = new ArrayDeque<>();
    private Optional<String> maxSpeed = Optional.empty();
    private Optional<String> maxWidth = Optional.empty();
    private Optional<String> speed = Optional.empty();
    private Optional<String> width = Optional.empty();
    private boolean express;

    /** What was heard; to be asked for once, at the end. */
    NodeDevice device() {
        if (express) {
            device.os.link(Optional.of(new OsFacts.LinkAttributes(speed, width, maxSpeed, maxWidth)));
        }
        device.os.names(new OsFacts.Names(device.vendorName, device.deviceName, Optional.empty()));
        if (device.virtualFunctions > 0) {
            device.os.numVfs(OptionalInt.of(device.virtualFunctions));
        }
        return device;
    }

    @Override
    public void start(String name, Attributes attributes) {
        String key =
                name.equals("capability") ? name + ':' + attributes.get("type").orElse("") : name;
        open.addLast(key);
        String path = path();
        if (path.startsWith(PCI)) {
            pci(path.substring(PCI.length()), attributes);
        } else if (open.size() == 2 && name.equals("capability") && device.type.isEmpty()) {
            device.type = attributes.get("type").orElse("");
        }
    }

    private void pci(String key, Attributes attributes) {
        switch (key) {
            case "product" -> device.os.device(id(attributes));
            case "vendor" -> device.os.vendor(id(attributes));
            case "capability:phys_function/address" -> device.os.physicalFunction(address(attributes));
            case "capability:virt_functions" -> device.os.totalVfs(number(attributes.get("maxCount"), MOST_VFS));
            case "capability:pci-bridge" -> device.layout = OptionalInt.of(1);
            case "capability:cardbus-bridge" -> device.layout = OptionalInt.of(2);
            case "capability:virt_functions/address" -> virtualFunction(address(attributes));
            case "iommuGroup" -> {
                device.group = number(attributes.get("number"), Integer.MAX_VALUE);
                device.os.iommuGroup(device.group);
            }
            case "iommuGroup/address" ->
                address(attributes)
                        .filter(a -> device.groupMembers.size() < Limits.LIST)
                        .ifPresent(device.groupMembers::add);
            case "numa" -> device.os.numaNode(number(attributes.get("node"), Integer.MAX_VALUE));
            case "pci-express" -> express = true;
            case "pci-express/link" -> link(attributes);
            default -> {
                // Mediated device types, product data and whatever comes later.
            }
        }
    }

    /** In the order of the links {@code virtfn0…}, without holes (libvirt {@code virPCIGetVirtualFunctionsFull}). */
    private void virtualFunction(Optional<FunctionAddress> address) {
        int index = device.virtualFunctions;
        if (index < MOST_VFS) {
            address.ifPresent(vf -> device.os.virtualFunction(index, vf));
            device.virtualFunctions++;
        }
    }

    /** Speeds are in GT/s; none is given where libvirt does not know the code. */
    private void link(Attributes attributes) {
        Optional<String> rate = attributes.get("speed").map(s -> s + " GT/s");
        Optional<String> lanes = attributes.get("width");
        if (attributes.get("validity").equals(Optional.of("cap"))) {
            maxSpeed = rate;
            maxWidth = lanes;
        } else {
            speed = rate;
            width = lanes;
        }
    }

    private static OptionalInt id(Attributes attributes) {
        return hex(attributes.get("id"), 0xffff);
    }

    private static Optional<FunctionAddress> address(Attributes attributes) {
        OptionalInt domain = attributes.get("domain").map(Numbers::hex).orElse(OptionalInt.empty());
        OptionalInt bus = hex(attributes.get("bus"), 0xff);
        OptionalInt slot = hex(attributes.get("slot"), 0x1f);
        OptionalInt function = hex(attributes.get("function"), 7);
        if (domain.isEmpty() || bus.isEmpty() || slot.isEmpty() || function.isEmpty()) {
            return Optional.empty();
        }
        RoutingId rid = RoutingId.of(bus.getAsInt(), slot.getAsInt() << 3 | function.getAsInt());
        return Optional.of(new FunctionAddress(new Segment(domain.getAsInt()), rid));
    }

    private static OptionalInt hex(Optional<String> text, int max) {
        return within(text.map(Numbers::hex).orElse(OptionalInt.empty()), max);
    }

    private static OptionalInt number(Optional<String> text, int max) {
        return within(text.map(Numbers::decimal).orElse(OptionalInt.empty()), max);
    }

    private static OptionalInt within(OptionalInt value, int max) {
        return value.isPresent() && value.getAsInt() >= 0 && value.getAsInt() <= max ? value : OptionalInt.empty();
    }

    @Override
    public void end(String name, String text) {
        String path = path();
        open.pollLast();
        if (text.isEmpty()) {
            return;
        }
        if (path.startsWith(PCI)) {
            pciText(path.substring(PCI.length()), text);
            return;
        }
        switch (path) {
            case "device/name" -> device.name = text;
            case "device/path" -> device.path = text;
            case "device/parent" -> device.parent = text;
            case "device/driver/name" -> device.os.driver(Optional.of(text));
            case "device/capability:net/interface" -> device.made = made("net", text);
            case "device/capability:storage/block" -> device.made = made("block", text);
            case "device/devnode" -> drm(text);
            default -> {
                // Sizes, models, addresses on the wire.
            }
        }
    }

    private void pciText(String key, String text) {
        switch (key) {
            case "class" -> device.os.classCode(hex(Optional.of(text), 0xffffff));
            case "domain" -> device.domain = number(Optional.of(text), Integer.MAX_VALUE);
            case "bus" -> device.bus = number(Optional.of(text), 0xff);
            case "slot" -> device.slot = number(Optional.of(text), 0x1f);
            case "function" -> device.function = number(Optional.of(text), 7);
            case "product" -> device.deviceName = Optional.of(text);
            case "vendor" -> device.vendorName = Optional.of(text);
            default -> {
                // The names inside product data are those of a card, not of this function.
            }
        }
    }

    /** A graphics node has no name of its own but that of its device file. */
    private void drm(String file) {
        if (file.startsWith(DEV + "dri/") && file.indexOf('/', DEV.length() + 4) < 0) {
            device.made = made("drm", file);
        }
    }

    private static Optional<OsFacts.OsDevice> made(String kind, String file) {
        String name = file.startsWith(DEV) ? file.substring(file.lastIndexOf('/') + 1) : file;
        return name.isEmpty() ? Optional.empty() : Optional.of(new OsFacts.OsDevice(kind, name));
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<String> names = open.iterator(); names.hasNext(); ) {
            path.append(names.next()).append(names.hasNext() ? "/" : "");
        }
        return path.toString();
    }
}
