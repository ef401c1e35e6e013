package ridscope.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import ridscope.config.AcsCapability;
import ridscope.config.AriCapability;
import ridscope.config.BridgeBuses;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.LinkSpeed;
import ridscope.config.PciExpress;
import ridscope.config.PortType;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.host.Listing;
import ridscope.text.Diagnostic;

/** Printed registers for tests. */
final class ListingSamples {

    private ListingSamples() {}

    /** Every part is there, with its extreme values. */
    static Listing full() {
        return new Listing(
                OptionalInt.of(1),
                Optional.of(new BridgeBuses(OptionalInt.of(0), 1, 0xff)),
                Optional.of(new CapabilityList(
                        List.of(
                                new Capability(false, 0x10, 0x40, 0),
                                new Capability(true, 0x38, 0x100, 1),
                                new Capability(true, 0xffff, 0xffc, OptionalInt.empty())),
                        Walked.YES,
                        Walked.UNKNOWN,
                        List.of(Diagnostic.of("CAP_LOOP", "printed"), Diagnostic.of("X", "00:00.0", "of a thing")))),
                Optional.of(new PciExpress(
                        0x40,
                        OptionalInt.of(2),
                        Optional.of(PortType.PCIE_TO_PCI_BRIDGE),
                        OptionalInt.of(0xf172),
                        Optional.of(new PciExpress.LinkRegisters(
                                new LinkSpeed(8), 32, new LinkSpeed(0), 0, Optional.of(false), 0xff)),
                        Optional.of(new PciExpress.SlotRegisters(0x1fff, true, false)),
                        Optional.of(new PciExpress.DeviceControl2(true, false, OptionalInt.of(0x7f))))),
                Optional.of(new AriCapability(0x110, 0xff)),
                Optional.of(new AcsCapability(0x120, 0xff7f, 0x1d)),
                Optional.of(new SrIovCapability(0x160, 0xffe0_0001L, 0x19, 8, 0xffff, 3, 0xff, 384, 2, 0x10ca)),
                Optional.of(new SiovCapability(0x200, 0xffff_ffffL, 1024, 0xff, 1, 0xffff)),
                List.of("Flags: bus master, fast devsel", "", "\tLnkCap:\tPort #0, \u00fc \u0000"));
    }

    static Listing random(Random random) {
        if (random.nextBoolean()) {
            return Listing.NONE;
        }
        return new Listing(
                random.nextBoolean() ? OptionalInt.of(random.nextInt(0x80)) : OptionalInt.empty(),
                maybe(random, () -> new BridgeBuses(OptionalInt.empty(), random.nextInt(256), random.nextInt(256))),
                maybe(random, () -> capabilities(random)),
                maybe(random, () -> express(random)),
                maybe(random, () -> new AriCapability(word(random), random.nextInt(256))),
                maybe(random, () -> new AcsCapability(word(random), word(random), word(random))),
                maybe(random, () -> full().sriov().orElseThrow()),
                maybe(random, () -> full().siov().orElseThrow()),
                random.nextBoolean() ? List.of() : List.of(Character.toString(random.nextInt(0xd800)), "x"));
    }

    private static CapabilityList capabilities(Random random) {
        List<Capability> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean extended = random.nextBoolean();
            list.add(new Capability(
                    extended, random.nextInt(extended ? 0x10000 : 0x100), random.nextInt(4096), random.nextInt(16)));
        }
        Walked[] states = Walked.values();
        return new CapabilityList(
                list, states[random.nextInt(states.length)], states[random.nextInt(states.length)], List.of());
    }

    private static PciExpress express(Random random) {
        return new PciExpress(
                word(random),
                OptionalInt.empty(),
                maybe(random, () -> PortType.values()[random.nextInt(PortType.values().length)]),
                OptionalInt.empty(),
                maybe(
                        random,
                        () -> new PciExpress.LinkRegisters(
                                new LinkSpeed(random.nextInt(16)), 1, new LinkSpeed(1), 1, Optional.empty(), 0)),
                Optional.empty(),
                maybe(random, () -> new PciExpress.DeviceControl2(false, true, OptionalInt.empty())));
    }

    private static int word(Random random) {
        return random.nextInt(0x10000);
    }

    private static <T> Optional<T> maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
