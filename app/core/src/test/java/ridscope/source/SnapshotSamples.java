package ridscope.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.NumaNode;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.host.SlotRecord;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.text.Diagnostic;

/** Snapshots for tests, one that uses every field and as many random ones as wanted. */
public final class SnapshotSamples {

    private SnapshotSamples() {}

    /** Every field of the model is set at least once, and left out at least once. */
    public static HostSnapshot full() {
        byte[] config = new byte[256];
        config[0] = (byte) 0x86;
        config[1] = (byte) 0x80;
        config[0x18] = 5;
        OsFacts pf = new OsFactsBuilder()
                .vendor(OptionalInt.of(0x8086))
                .device(OptionalInt.of(0x10c9))
                .subsystemVendor(OptionalInt.of(0x8086))
                .subsystemDevice(OptionalInt.of(0xa03c))
                .classCode(OptionalInt.of(0x020000))
                .revision(OptionalInt.of(1))
                .parent(Optional.of(new OsFacts.Parent(Optional.of(FunctionAddress.of("10000:00:1c.0")))))
                .slot(Optional.of("PCI-E Slot \"5\" ü"))
                .numaNode(OptionalInt.of(1))
                .iommuGroup(OptionalInt.of(12))
                .ariEnabled(Optional.of(true))
                .link(Optional.of(new OsFacts.LinkAttributes(
                        Optional.of("16.0 GT/s PCIe"), Optional.of("8"), Optional.of("Unknown"), Optional.empty())))
                .totalVfs(OptionalInt.of(7))
                .numVfs(OptionalInt.of(2))
                .vfOffset(OptionalInt.of(384))
                .vfStride(OptionalInt.of(2))
                .vfDevice(OptionalInt.of(0x10ca))
                .virtualFunction(0, FunctionAddress.of("10000:02:10.0"))
                .virtualFunction(11, FunctionAddress.of("10000:02:11.6"))
                .driver(Optional.of("igb"))
                .osDevice("net", "eth0")
                .osDevice("net", "eth1")
                .names(new OsFacts.Names(Optional.of("Intel"), Optional.of("82576"), Optional.of("<&\">")))
                .build();
        OsFacts vf = new OsFactsBuilder()
                .shortClass(OptionalInt.of(0x0200))
                .parent(Optional.of(OsFacts.Parent.ROOT))
                .physicalFunction(Optional.of(FunctionAddress.of("10000:01:00.0")))
                .ariEnabled(Optional.of(false))
                .build();
        OsFacts port = new OsFactsBuilder()
                .buses(Optional.of(new OsFacts.KernelBuses(1, 2)))
                .resource(new OsFacts.Resource(
                        14, OptionalLong.of(0xfffffffffff00000L), OptionalLong.of(0x100000), OptionalLong.of(0x200)))
                .resource(new OsFacts.Resource(0, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()))
                .state(new OsFacts.State(
                        Optional.of("D3hot"), Optional.of("suspended"), OptionalInt.of(0), OptionalInt.of(64)))
                .link(Optional.of(new OsFacts.LinkAttributes(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .build();
        return new HostSnapshot(
                new Provenance(
                        "sysfs",
                        Optional.of("db7"),
                        Optional.of("6.1.0-56-amd64"),
                        Optional.of(Instant.parse("2026-03-04T05:06:07.089Z")),
                        Optional.of("RIDscope 0.1"),
                        Optional.of(true),
                        false),
                List.of(
                        new RootBus(Segment.ZERO, 0, OptionalInt.of(0xfe), OptionalInt.of(0)),
                        new RootBus(new Segment(0xfffffffe), 0x80, OptionalInt.empty(), OptionalInt.empty())),
                List.of(
                        new FunctionRecord(FunctionAddress.of("0000:00:1f.7"), ConfigSpace.EMPTY, 0, OsFacts.NONE),
                        new FunctionRecord(
                                FunctionAddress.of("0000:01:00.0"),
                                ConfigSpace.EMPTY,
                                0,
                                OsFacts.NONE,
                                ListingSamples.full()),
                        new FunctionRecord(
                                FunctionAddress.of("10000:00:1c.0"), ConfigSpace.of(new byte[64]), 4096, port),
                        new FunctionRecord(
                                FunctionAddress.of("10000:01:00.0"),
                                ConfigSpace.of(config).hide(0x40, 8).hide(0xff, 1),
                                256,
                                pf),
                        new FunctionRecord(FunctionAddress.of("10000:01:00.0"), ConfigSpace.of(config), 256, pf),
                        new FunctionRecord(FunctionAddress.of("10000:02:10.0"), ConfigSpace.of(new byte[61]), 0, vf)),
                List.of("pci_bus 0000:00: root bus resource [bus 00-fe]", "tab\there, nul \u0000 there"),
                List.of(
                        new SlotRecord("5-1", "10000:01:00"),
                        new SlotRecord(
                                "6",
                                "0000:05:00",
                                Optional.of(true),
                                Optional.of(false),
                                Optional.of("8.0 GT/s PCIe"),
                                Optional.of("Unknown"))),
                List.of(new NumaNode(0, Optional.of("0-7,16-23")), new NumaNode(1, Optional.empty())),
                List.of(
                        Diagnostic.of("DUPLICATE_RID", "10000:01:00.0", "twice"),
                        Diagnostic.of("DUMP_TRUNCATED", "cut")));
    }

    /** Functions with random addresses, config lengths and facts, in address order. */
    public static HostSnapshot random(Random random) {
        List<FunctionRecord> functions = new ArrayList<>();
        int[] lengths = {0, 64, 128, 256, 4096, random.nextInt(4097)};
        for (int i = random.nextInt(12); i > 0; i--) {
            byte[] bytes = new byte[lengths[random.nextInt(lengths.length)]];
            if (random.nextBoolean()) {
                random.nextBytes(bytes);
            }
            functions.add(new FunctionRecord(
                    address(random),
                    ConfigSpace.of(bytes),
                    random.nextInt(4097),
                    facts(random),
                    ListingSamples.random(random)));
        }
        functions.sort((a, b) -> a.address().compareTo(b.address()));
        return new HostSnapshot(Provenance.of("random"), List.of(), functions, List.of(), List.of(), List.of());
    }

    private static FunctionAddress address(Random random) {
        return new FunctionAddress(new Segment(random.nextInt()), new RoutingId(random.nextInt(RoutingId.COUNT)));
    }

    private static OsFacts facts(Random random) {
        OsFactsBuilder facts = new OsFactsBuilder();
        if (random.nextBoolean()) {
            facts.vendor(OptionalInt.of(random.nextInt(0x10000))).classCode(OptionalInt.of(random.nextInt(0x1000000)));
        }
        if (random.nextBoolean()) {
            facts.virtualFunction(random.nextInt(0x10000), address(random)).numVfs(OptionalInt.of(1));
        }
        if (random.nextBoolean()) {
            facts.slot(Optional.of(Character.toString(random.nextInt(0xd800)))).iommuGroup(OptionalInt.of(0));
        }
        return facts.build();
    }
}
