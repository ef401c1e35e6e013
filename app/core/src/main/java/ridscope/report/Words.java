package ridscope.report;

import ridscope.config.BridgeBuses;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Numbers;
import ridscope.topology.Role;

/** The small words that all reports share. */
final class Words {

    private Words() {}

    /** {@code 1 function}, {@code 2 functions}, {@code 1,024 functions}, {@code 2 switches}. */
    static String count(long number, String noun) {
        return Numbers.count(number, noun);
    }

    /** With a comma between groups of three digits. */
    static String grouped(long number) {
        return Numbers.grouped(number);
    }

    /** Lower-case, at least this many digits. */
    static String hex(int value, int digits) {
        return Numbers.hexText(value, digits);
    }

    /** An address without its segment where the segment is clear from the heading. */
    static String address(FunctionAddress address, Segment context) {
        return address.segment().equals(context) ? address.rid().toString() : address.toString();
    }

    static String role(Role role) {
        return switch (role) {
            case RCIEP -> "RCiEP";
            case RCEC -> "RCEC";
            case PCIE_TO_PCI_BRIDGE -> "PCIe-to-PCI bridge";
            case PCI_TO_PCIE_BRIDGE -> "PCI-to-PCIe bridge";
            case PCI_BRIDGE -> "PCI bridge";
            case CARDBUS_BRIDGE -> "CardBus bridge";
            default -> role.id().replace('-', ' ');
        };
    }

    /** {@code [02-05]}; says so where the registers make no range. */
    static String buses(BridgeBuses buses) {
        if (!buses.configured()) {
            return "no bus numbers";
        }
        String range = "[" + hex(buses.secondary(), 2) + "-" + hex(buses.subordinate(), 2) + "]";
        return buses.range().isPresent() ? range : range + " invalid";
    }
}
