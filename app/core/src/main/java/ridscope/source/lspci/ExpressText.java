package ridscope.source.lspci;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.LinkSpeed;
import ridscope.config.PciExpress;
import ridscope.config.PciExpress.DeviceControl2;
import ridscope.config.PciExpress.LinkRegisters;
import ridscope.config.PciExpress.SlotRegisters;
import ridscope.config.PortType;
import ridscope.text.Numbers;

/** Reads the PCI Express capability as lspci prints it; at {@code -v} that is its first line only. */
final class ExpressText {

    private static final Pattern TITLE = Pattern.compile(
            "Express (?:\\(v(\\d{1,2})\\) )?(.*?)(?: \\(Slot([+-])\\))?(?:,? (?:MSI|IntMsgNum|IRQ) .*)?");
    private static final Map<String, PortType> TYPES = Map.of(
            "Endpoint", PortType.ENDPOINT,
            "Legacy Endpoint", PortType.LEGACY_ENDPOINT,
            "Root Port", PortType.ROOT_PORT,
            "Upstream Port", PortType.UPSTREAM_PORT,
            "Downstream Port", PortType.DOWNSTREAM_PORT,
            "PCI-Express to PCI/PCI-X Bridge", PortType.PCIE_TO_PCI_BRIDGE,
            "PCI/PCI-X to PCI-Express Bridge", PortType.PCI_TO_PCIE_BRIDGE,
            "Root Complex Integrated Endpoint", PortType.RCIEP,
            "Root Complex Event Collector", PortType.RCEC);

    private static final Pattern LINK_CAPABILITIES =
            Pattern.compile("Port #\\s*(\\d{1,3}), Speed ([^ ,]+)(?: \\([a-z]+\\))?, Width x(\\d{1,2})\\b.*");
    private static final Pattern LINK_STATUS =
            Pattern.compile("Speed ([^ ,]+)(?: \\([a-z]+\\))?, Width x(\\d{1,2})\\b.*");
    private static final Pattern SPEED = Pattern.compile("([\\d.]{1,4})G[Tb]/s");
    private static final Pattern SUPPORTED = Pattern.compile("Supported Link Speeds: (?:2\\.5-)?([^ ,]+).*");
    private static final Pattern SLOT_NUMBER = Pattern.compile("\\bSlot #\\s*(\\d{1,4})\\b");

    private final ListedCapability capability;
    private final Map<String, String> registers;

    private ExpressText(ListedCapability capability) {
        this.capability = capability;
        registers = capability.registers();
    }

    /** Empty if the first line has a form no lspci had. */
    static Optional<PciExpress> read(ListedCapability capability) {
        Matcher title = TITLE.matcher(capability.title());
        return title.matches() ? Optional.of(new ExpressText(capability).read(title)) : Optional.empty();
    }

    private PciExpress read(Matcher title) {
        OptionalInt version = title.group(1) == null ? OptionalInt.empty() : Numbers.decimal(title.group(1));
        Optional<PortType> type = Optional.ofNullable(TYPES.get(title.group(2)));
        boolean slot =
                "+".equals(title.group(3)) && type.filter(PortType::downstream).isPresent();
        return new PciExpress(
                capability.offset(),
                version,
                type,
                OptionalInt.empty(),
                link(),
                slot ? slot() : Optional.empty(),
                control2());
    }

    private Optional<LinkRegisters> link() {
        Matcher can = LINK_CAPABILITIES.matcher(registers.getOrDefault("LnkCap", ""));
        Matcher is = LINK_STATUS.matcher(registers.getOrDefault("LnkSta", ""));
        if (!can.matches() || !is.matches()) {
            return Optional.empty();
        }
        Optional<Boolean> reported = Flags.of(can.group(), "LLActRep");
        return Optional.of(new LinkRegisters(
                speed(can.group(2)),
                Numbers.decimal(can.group(3)).orElse(0) & 0x3f,
                speed(is.group(1)),
                Numbers.decimal(is.group(2)).orElse(0) & 0x3f,
                reported.filter(yes -> yes).flatMap(yes -> Flags.of(is.group(), "DLActive")),
                Numbers.decimal(can.group(1)).orElse(0) & 0xff));
    }

    /** Code 0 for {@code unknown}: older versions call speeds so that are younger than they. */
    private static LinkSpeed speed(String text) {
        Matcher m = SPEED.matcher(text);
        if (m.matches()) {
            String rate = m.group(1).endsWith(".0")
                    ? m.group(1).substring(0, m.group(1).length() - 2)
                    : m.group(1);
            for (int code = 1; code < 16; code++) {
                LinkSpeed speed = new LinkSpeed(code);
                if (speed.known() && speed.lspciText().equals(rate + "GT/s")) {
                    return speed;
                }
            }
        }
        return new LinkSpeed(0);
    }

    private Optional<SlotRegisters> slot() {
        String capabilities = registers.getOrDefault("SltCap", "");
        Matcher number = SLOT_NUMBER.matcher(capabilities);
        Optional<Boolean> hotplug = Flags.of(capabilities, "HotPlug");
        Optional<Boolean> present = Flags.of(registers.getOrDefault("SltSta", ""), "PresDet");
        if (!number.find() || hotplug.isEmpty() || present.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt value = Numbers.decimal(number.group(1));
        return value.isPresent() && value.getAsInt() <= 0x1fff
                ? Optional.of(new SlotRegisters(value.getAsInt(), hotplug.get(), present.get()))
                : Optional.empty();
    }

    /** Only ports print ARI Forwarding. */
    private Optional<DeviceControl2> control2() {
        Optional<Boolean> supported = Flags.of(registers.getOrDefault("DevCap2", ""), "ARIFwd");
        Optional<Boolean> enabled = Flags.of(registers.getOrDefault("DevCtl2", ""), "ARIFwd");
        return supported.isPresent() && enabled.isPresent()
                ? Optional.of(new DeviceControl2(supported.get(), enabled.get(), supportedSpeeds()))
                : Optional.empty();
    }

    private OptionalInt supportedSpeeds() {
        Matcher m = SUPPORTED.matcher(registers.getOrDefault("LnkCap2", ""));
        int highest = m.matches() ? speed(m.group(1)).generation() : 0;
        return highest > 0 ? OptionalInt.of((1 << highest) - 1) : OptionalInt.empty();
    }
}
