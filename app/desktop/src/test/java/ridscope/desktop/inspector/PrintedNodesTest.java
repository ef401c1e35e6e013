package ridscope.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.ConfigSpace;
import ridscope.desktop.inspector.RegisterNode.Kind;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.Listing;
import ridscope.host.OsFactsBuilder;
import ridscope.host.Provenance;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;

/** Capabilities of which the source has words and no bytes. */
class PrintedNodesTest {

    private static final List<String> LINES = List.of(
            "Control: I/O- Mem+ BusMaster+",
            "Capabilities: [40] Power Management version 3",
            "\tFlags: PMEClk- DSI- D1- D2-",
            "\tStatus: D0 NoSoftRst+ PME-Enable-",
            "Capabilities: [a0] Express (v2) Endpoint, MSI 00",
            "\tDevCap:\tMaxPayload 512 bytes, PhantFunc 0",
            "\t\tExtTag+ AttnBtn- RBE+ FLReset+",
            "Capabilities: [100 v2] Advanced Error Reporting",
            "Kernel driver in use: ice");

    private static Inspected inspected(ConfigSpace config, List<String> lines) {
        CapabilityList list = new CapabilityList(
                List.of(
                        new Capability(false, 0x01, 0x40, 0),
                        new Capability(false, 0x10, 0xa0, 0),
                        new Capability(true, 0x0001, 0x100, 2)),
                CapabilityList.Walked.YES,
                CapabilityList.Walked.YES,
                List.of());
        Listing listing = new Listing(
                OptionalInt.of(0),
                Optional.empty(),
                Optional.of(list),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lines);
        FunctionRecord nic =
                new FunctionRecord(FunctionAddress.of("00:03.0"), config, 0, new OsFactsBuilder().build(), listing);
        return new Inspected(new HostSnapshot(
                        Provenance.of("lspci-text"), List.of(), List.of(nic), List.of(), List.of(), List.of()))
                .select("00:03.0");
    }

    @Test
    void eachCapabilityHasItsLinesBelowIt() {
        List<RegisterNode> nodes = inspected(ConfigSpace.EMPTY, LINES).model.registers();

        assertThat(nodes)
                .extracting(RegisterNode::place, RegisterNode::name, RegisterNode::value, RegisterNode::meaning)
                .containsExactly(
                        tuple("0x040", "Power Management version 3", "ID 01", ""),
                        tuple("0x0a0", "Express (v2) Endpoint, MSI 00", "ID 10", ""),
                        tuple("0x100", "Advanced Error Reporting", "ID 0001", "version 2"));
        assertThat(nodes.get(0).children())
                .extracting(RegisterNode::kind, RegisterNode::name, RegisterNode::meaning)
                .containsExactly(
                        tuple(Kind.REGISTER, "Flags", "PMEClk- DSI- D1- D2-"),
                        tuple(Kind.REGISTER, "Status", "D0 NoSoftRst+ PME-Enable-"));
        RegisterNode deviceCapabilities = nodes.get(1).children().get(0);
        assertThat(deviceCapabilities.meaning()).isEqualTo("MaxPayload 512 bytes, PhantFunc 0");
        assertThat(deviceCapabilities.children())
                .extracting(RegisterNode::name)
                .containsExactly("ExtTag+ AttnBtn- RBE+ FLReset+");
        assertThat(nodes.get(2).children()).isEmpty();
    }

    @Test
    void thePaneSaysThatThereAreNoBytes() {
        Inspected inspected = inspected(ConfigSpace.EMPTY, LINES);

        assertThat(inspected.model.page().subject().orElseThrow().registersNote())
                .contains(Value.unknown("As printed by lspci; no bytes in this source."));
        assertThat(inspected.model.registerAt(0x40)).isEmpty();
    }

    @Test
    void aSearchFindsWordsOfALine() {
        InspectorViewModel model = inspected(ConfigSpace.EMPTY, LINES).model;

        model.filterProperty().set("flreset+");

        assertThat(model.filteredRegisters())
                .extracting(RegisterNode::name)
                .containsExactly("Express (v2) Endpoint, MSI 00");
    }

    @Test
    void whereTheBytesEndTheLinesGoOn() {
        ConfigSpace header = ConfigSpace.of(
                ConfigBuilder.endpoint(0x8086, 0x1592, 0x020000).build().toBytes(), 0, 0x40);

        List<RegisterNode> nodes = inspected(header, LINES).model.registers();

        assertThat(nodes).extracting(RegisterNode::name).startsWith("Header", "Power Management version 3");
        assertThat(nodes.get(0).children()).isNotEmpty();
    }

    @Test
    void deepIndentationEndsAtFields() {
        List<String> lines = new ArrayList<>(List.of("Capabilities: [40] Power Management version 3"));
        for (int i = 1; i < 3_000; i++) {
            lines.add(" ".repeat(i) + "x" + i);
        }

        RegisterNode capability =
                inspected(ConfigSpace.EMPTY, lines).model.registers().get(0);

        assertThat(capability.children()).hasSize(1);
        assertThat(capability.children().get(0).children()).hasSize(2_998).allMatch(n -> n.kind() == Kind.FIELD);
    }

    @Test
    void aListingThatShowsNoCapabilitiesShowsNone() {
        Inspected inspected =
                inspected(ConfigSpace.EMPTY, List.of("Control: Mem+", "Capabilities: <access denied>", ""));

        assertThat(inspected.model.registers()).isEmpty();
    }
}
