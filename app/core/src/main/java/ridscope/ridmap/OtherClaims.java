package ridscope.ridmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.ConfigSpace;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Placement;
import ridscope.rid.RoutingId;
import ridscope.ridmap.Claim.Enabled;
import ridscope.ridmap.Claim.Kind;
import ridscope.topology.PciFunction;

/** Claims that are neither a function nor a VF nor an SDI: phantom functions and what bridges send in others' names. */
final class OtherClaims {

    private static final int DEVICE_CAPABILITIES = 0x04;
    private static final int DEVICE_CONTROL = 0x08;
    private static final int PHANTOM_ENABLE = 0x0200;

    private OtherClaims() {}

    static List<Claim> of(PciFunction function) {
        List<Claim> claims = new ArrayList<>(phantoms(function));
        alias(function).ifPresent(claims::add);
        return claims;
    }

    /**
     * Phantom functions take the highest 1, 2 or 3 bits of the function number (Device Capabilities bits 4:3), once Device
     * Control bit 9 says so (PCIe Base Specification 7.5.3.3, 7.5.3.4).
     */
    private static List<Claim> phantoms(PciFunction function) {
        List<Claim> claims = new ArrayList<>();
        if (function.express().capability().isEmpty() || function.virtual().isPresent()) {
            return claims;
        }
        int offset = function.express().capability().get().offset();
        ConfigSpace config = function.config();
        int bits = config.u8(offset + DEVICE_CAPABILITIES).orElse(0) >> 3 & 3;
        if (bits == 0 || (config.u16(offset + DEVICE_CONTROL).orElse(0) & PHANTOM_ENABLE) == 0) {
            return claims;
        }
        int mask = 7 & ~(7 >> bits);
        RoutingId own = function.address().rid();
        for (int phantom = 1; phantom < 8; phantom++) {
            if ((phantom & ~mask) == 0 && (own.function() & mask) == 0) {
                claims.add(claim(
                        Kind.PHANTOM_FUNCTION,
                        function.address(),
                        own.value() | phantom,
                        own + " with function bits " + phantom));
            }
        }
        return claims;
    }

    /** Linux {@code pci_for_each_dma_alias}: PCIe-to-PCI bridges answer for (secondary bus, 00.0), conventional ones as themselves. */
    private static Optional<Claim> alias(PciFunction function) {
        if (function.bridge().flatMap(b -> b.range()).isEmpty()) {
            return Optional.empty();
        }
        int secondary = function.bridge().get().secondary();
        FunctionAddress own = function.address();
        return switch (function.role()) {
            case PCIE_TO_PCI_BRIDGE ->
                Optional.of(claim(
                        Kind.BRIDGE_ALIAS,
                        own,
                        secondary << 8,
                        String.format("secondary bus %02x of %s, 00.0", secondary, own.rid())));
            case PCI_TO_PCIE_BRIDGE, PCI_BRIDGE, CARDBUS_BRIDGE ->
                Optional.of(claim(Kind.BRIDGE_ALIAS, own, own.rid().value(), own.rid() + " for what is below it"));
            default -> Optional.empty();
        };
    }

    private static Claim claim(Kind kind, FunctionAddress owner, int rid, String formula) {
        return new Claim(kind, owner, OptionalInt.empty(), new Placement(rid), formula, Enabled.YES);
    }

    /** Whether two claims on one ID are the same owner in the same quality, or otherwise belong together. */
    static boolean compatible(Claim a, Claim b) {
        if (a.kind() == Kind.BRIDGE_ALIAS || b.kind() == Kind.BRIDGE_ALIAS) {
            Claim other = a.kind() == Kind.BRIDGE_ALIAS ? b : a;
            return other.kind() == Kind.FUNCTION || other.kind() == Kind.BRIDGE_ALIAS;
        }
        return a.owner().equals(b.owner()) && quality(a) == quality(b);
    }

    private static Kind quality(Claim claim) {
        return claim.kind() == Kind.ENABLED_VF ? Kind.POSSIBLE_VF : claim.kind();
    }
}
