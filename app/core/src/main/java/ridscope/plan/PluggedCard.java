package ridscope.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.text.Numbers;

/**
 * A card thought to be plugged into an empty port: an endpoint, or a switch with an endpoint below each downstream port.
 *
 * @param ports downstream ports of the switch on it, 0 (no switch) to 32
 * @param hotplugPorts whether these ports are hot-plug capable slots, and empty
 * @param vfs VFs of each endpoint
 * @param sdis SDIs of each endpoint
 */
public record PluggedCard(int ports, boolean hotplugPorts, Optional<Strided> vfs, Optional<Strided> sdis) {

    /** @throws IllegalArgumentException if there are more ports than device numbers on a bus */
    public PluggedCard {
        if (ports < 0 || ports > 32) {
            throw new IllegalArgumentException(ports + " downstream ports");
        }
    }

    /**
     * Registers of VFs or SDIs.
     *
     * @param total TotalVFs or Total SDIs, 0 to 0xFFFF
     * @param offset First VF or SDI Offset, 0 to 0xFFFF
     * @param stride VF or SDI Stride, 0 to 0xFFFF
     */
    public record Strided(int total, int offset, int stride) {

        /** @throws IllegalArgumentException if a value does not fit an unsigned 16-bit register */
        public Strided {
            if (((total | offset | stride) & ~0xffff) != 0) {
                throw new IllegalArgumentException(total + " offset " + offset + " stride " + stride);
            }
        }
    }

    /** {@code a card}, {@code a switch with 4 cards of 8 VFs each}, {@code a switch with 2 empty slots}. */
    public String text() {
        List<String> own = new ArrayList<>();
        vfs.ifPresent(v -> own.add(Numbers.count(v.total(), Iov.VFS.noun())));
        sdis.ifPresent(s -> own.add(Numbers.count(s.total(), Iov.SDIS.noun())));
        String what = String.join(" and ", own);
        if (ports == 0) {
            return "a card" + (own.isEmpty() ? "" : " of " + what);
        }
        return "a switch with "
                + (hotplugPorts
                        ? Numbers.count(ports, "empty slot")
                        : Numbers.count(ports, "card") + (own.isEmpty() ? "" : " of " + what + " each"));
    }

    /** A plain endpoint. */
    public static PluggedCard endpoint() {
        return new PluggedCard(0, false, Optional.empty(), Optional.empty());
    }

    /** A switch with a plain endpoint below each of its ports. */
    public static PluggedCard withSwitch(int ports) {
        return new PluggedCard(ports, false, Optional.empty(), Optional.empty());
    }

    /** The same with VFs on each endpoint. */
    public PluggedCard withVfs(int total, int offset, int stride) {
        return new PluggedCard(ports, hotplugPorts, Optional.of(new Strided(total, offset, stride)), sdis);
    }

    /** The same with SDIs on each endpoint. */
    public PluggedCard withSdis(int total, int offset, int stride) {
        return new PluggedCard(ports, hotplugPorts, vfs, Optional.of(new Strided(total, offset, stride)));
    }
}
