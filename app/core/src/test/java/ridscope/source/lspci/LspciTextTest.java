package ridscope.source.lspci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.CapabilityList;
import ridscope.config.PciExpress;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.job.Feedback;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;

/** The words that lspci had for the same thing over the years, from 3.0 (2008) to 3.14 (2025). */
class LspciTextTest {

    private static final String PORT = "00:01.0 PCI bridge [0604]: Maker Port [8086:352a] (rev 07)\n";
    private static final String CARD = "03:00.0 Ethernet controller [0200]: Maker Card [8086:1592]\n";

    /**
     * @param words what is told in which way
     * @param text lines below a header
     * @param facts what is known from them, nothing else
     */
    record Wording(String words, String text, String facts) {
        @Override
        public String toString() {
            return words;
        }
    }

    private static Wording is(String words, String text, String facts) {
        return new Wording(words, text, facts);
    }

    static Stream<Wording> ofPorts() {
        return Stream.of(
                is("nothing but the header", "", ""),
                is("no rights, -v", "\tCapabilities: <access denied>\n", "layout=1 buses=03-0a capabilities=UNKNOWN"),
                is(
                        "no rights, 2.2 to 3.0",
                        "\tCapabilities: <available only to root>\n",
                        "layout=1 buses=03-0a capabilities=UNKNOWN"),
                is("slot", "\tPhysical Slot: 3\n", "slot=3"),
                is("slot, as some firmware counts", "\tPhysical Slot: 0-2\n", "slot=0-2"),
                is("slot, a name", "\tPhysical Slot: J5 right\n", "slot=J5 right"),
                is("node, -vv", "\tNUMA node: 1\n", "node=1"),
                is(
                        "node of -v since 3.7",
                        "\tFlags: bus master, fast devsel, latency 0, IRQ 24, NUMA node 1\n",
                        "node=1 capabilities=ABSENT"),
                is("group, -vv since 3.7", "\tIOMMU group: 12\n", "group=12"),
                is(
                        "group, -v since 3.7",
                        "\tFlags: fast devsel, NUMA node 0, IOMMU group 7\n",
                        "node=0 group=7 capabilities=ABSENT"),
                is("driver", "\tKernel driver in use: pcieport\n\tKernel modules: shpchp\n", "driver=pcieport"),
                is("no driver", "\tKernel modules: shpchp\n", ""),
                is("driver, 2.2", "\tKernel driver: pcieport\n", ""),
                is("buses", "\tBus: primary=00, secondary=03, subordinate=0a, sec-latency=0\n", "layout=1 buses=03-0a"),
                is("ranges to 3.6", "\tMemory behind bridge: f7d00000-f7dfffff\n", "ranges=1"),
                is("ranges since 3.7", "\tMemory behind bridge: f7d00000-f7dfffff [size=1M]\n", "ranges=1"),
                is("ranges since 3.9", "\tMemory behind bridge: f7d00000-f7dfffff [size=1M] [32-bit]\n", "ranges=1"),
                is("no range", "\tI/O behind bridge: [disabled] [16-bit]\n", ""),
                is(
                        "Express, version 1, 3.0",
                        "\tCapabilities: [4c] Express Root Port (Slot-), MSI 00\n",
                        "layout=1 buses=03-0a capabilities=10@4c type=root-port"),
                is(
                        "Express, version 1, 3.1",
                        "\tCapabilities: [4c] Express (v1) Root Port (Slot-), MSI 00\n",
                        "layout=1 buses=03-0a capabilities=10@4c type=root-port,v1"),
                is(
                        "Express, version 2",
                        "\tCapabilities: [40] Express (v2) Downstream Port (Slot+), MSI 00\n",
                        "layout=1 buses=03-0a capabilities=10@40 type=downstream-port,v2"),
                is(
                        "Express since 3.11",
                        "\tCapabilities: [40] Express (v2) Upstream Port, IntMsgNum 0\n",
                        "layout=1 buses=03-0a capabilities=10@40 type=upstream-port,v2"),
                is(
                        "link, 3.0",
                        express(
                                "Port #2, Speed 2.5GT/s, Width x1, ASPM L0s L1, Latency L0 <256ns",
                                "2.5GT/s, Width x1"),
                        "layout=1 buses=03-0a capabilities=10@40 type=root-port,v2 link=2.5 GT/s x1 of 2.5 GT/s x1"),
                is(
                        "link since 3.6",
                        express(
                                "Port #2, Speed 8GT/s, Width x16, ASPM L1",
                                "2.5GT/s (downgraded), Width x8 (downgraded)"),
                        "layout=1 buses=03-0a capabilities=10@40 type=root-port,v2 link=2.5 GT/s x8 of 8 GT/s x16"),
                is(
                        "link since 3.6, as it can",
                        express("Port #2, Speed 16GT/s, Width x16, ASPM L1", "16GT/s (ok), Width x16 (ok)"),
                        "layout=1 buses=03-0a capabilities=10@40 type=root-port,v2 link=16 GT/s x16 of 16 GT/s x16"),
                is(
                        "link of a speed younger than that lspci",
                        express("Port #2, Speed unknown, Width x16, ASPM L1", "<unknown>, Width x16"),
                        "layout=1 buses=03-0a capabilities=10@40 type=root-port,v2 link=speed code 0 x16 of speed code 0 x16"),
                is(
                        "link down",
                        express("Port #2, Speed 64GT/s, Width x16, ASPM not supported", "2.5GT/s, Width x0"),
                        "layout=1 buses=03-0a capabilities=10@40 type=root-port,v2 link=2.5 GT/s x0 of 64 GT/s x16"),
                is(
                        "slot registers, 3.0",
                        """
                                \tCapabilities: [40] Express (v2) Root Port (Slot+), MSI 00
                                \t\tSltCap:\tAttnBtn+ PwrCtrl+ MRL- AttnInd- PwrInd- HotPlug+ Surpise-
                                \t\t\tSlot # 3, PowerLimit 25.000000; Interlock- NoCompl-
                                \t\tSltSta:\tStatus: AttnBtn- PowerFlt- MRL- CmdCplt- PresDet- Interlock-
                                """,
                        "layout=1 buses=03-0a capabilities=10@40 type=root-port,v2 slot#3,hotplug,empty"),
                is(
                        "slot registers since 3.6",
                        """
                                \tCapabilities: [40] Express (v2) Root Port (Slot+), IntMsgNum 0
                                \t\tSltCap:\tAttnBtn- PwrCtrl- MRL- AttnInd- PwrInd- HotPlug- Surprise-
                                \t\t\tSlot #12, PowerLimit 75W; Interlock- NoCompl+
                                \t\tSltSta:\tStatus: AttnBtn- PowerFlt- MRL- CmdCplt- PresDet+ Interlock-
                                """,
                        "layout=1 buses=03-0a capabilities=10@40 type=root-port,v2 slot#12,present"));
    }

    private static String express(String can, String is) {
        return "\tCapabilities: [40] Express (v2) Root Port (Slot-), MSI 00\n\t\tLnkCap:\t" + can + """

                \t\t\tClockPM-
                \t\tLnkSta:\tSpeed\s""" + is
                + ", TrErr- Train- SlotClk+ DLActive-\n";
    }

    static Stream<Wording> ofCards() {
        return Stream.of(
                is("subsystem by name", "\tSubsystem: Maker Board\n", ""),
                is("subsystem, -n", "\tSubsystem: 8086:0002\n", "subsystem=8086:0002"),
                is("subsystem, -nn", "\tSubsystem: Maker Board [8086:0002]\n", "subsystem=8086:0002"),
                is("subsystem nobody knows", "\tSubsystem: Maker Device [8086:0002]\n", "subsystem=8086:0002"),
                is("BAR, -v", "\tMemory at f7d00000 (64-bit, non-prefetchable) [size=16K]\n", ""),
                is("BAR, -vv", "\tRegion 0: Memory at f7d00000 (64-bit, non-prefetchable) [size=16K]\n", "ranges=1"),
                is(
                        "BAR without an address",
                        "\tRegion 0: Memory at <ignored> (32-bit, non-prefetchable)\n",
                        "ranges=1"),
                is("extended capabilities, 3.0", """
                                \tCapabilities: [100] Advanced Error Reporting
                                \tCapabilities: [140] Device Serial Number 00-1b-21-ff-ff-00-00-00
                                """, "layout=0 capabilities=0001@100,0003@140"),
                is("extended capabilities since 3.1", """
                                \tCapabilities: [100 v1] Advanced Error Reporting
                                \tCapabilities: [150 v1] Alternative Routing-ID Interpretation (ARI)
                                \t\tARICap:\tMFVC- ACS-, Next Function: 1
                                \t\tARICtl:\tMFVC- ACS-, Function Group: 0
                                """, "layout=0 capabilities=0001@100v1,000e@150v1 ari=1"),
                is(
                        "extended capability nobody knew yet",
                        "\tCapabilities: [200 v1] Extended Capability ID 0x38\n",
                        "layout=0 capabilities=0038@200v1"),
                is(
                        "ACS, 3.0",
                        acs("SrcValid+ TransBlk- ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans-"),
                        "layout=0 capabilities=000d@160v1 acs=001d/001d"),
                is(
                        "SR-IOV, 3.0",
                        iov(
                                "Migration-, Interrupt Message Number: 000",
                                "Enable+ Migration- Interrupt- MSE+ ARIHierarchy+"),
                        "layout=0 capabilities=0010@180v1 vfs=8/64+16×1"),
                is(
                        "SR-IOV since 3.7",
                        iov(
                                "Migration- 10BitTagReq- Interrupt Message Number: 000",
                                "Enable+ Migration- Interrupt- MSE+ ARIHierarchy- 10BitTagReq-"),
                        "layout=0 capabilities=0010@180v1 vfs=8/64+16×1"),
                is(
                        "SR-IOV since 3.11",
                        iov(
                                "Migration- 10BitTagReq+ IntMsgNum 0",
                                "Enable+ Migration- Interrupt- MSE+ ARIHierarchy- 10BitTagReq-"),
                        "layout=0 capabilities=0010@180v1 vfs=8/64+16×1"),
                is("endpoint, -v", """
                                \tCapabilities: [40] Power Management version 3
                                \tCapabilities: [50] MSI: Enable- Count=1/1 Maskable+ 64bit+
                                \tCapabilities: [70] MSI-X: Enable+ Count=64 Masked-
                                \tCapabilities: [a0] Express Endpoint, MSI 00
                                """, "layout=0 capabilities=01@40,05@50,11@70,10@a0 type=endpoint"),
                is(
                        "legacy endpoint",
                        "\tCapabilities: [a0] Express (v1) Legacy Endpoint, MSI 00\n",
                        "layout=0 capabilities=10@a0 type=legacy-endpoint,v1"),
                is(
                        "root complex endpoint",
                        "\tCapabilities: [a0] Express (v2) Root Complex Integrated Endpoint, IntMsgNum 0\n",
                        "layout=0 capabilities=10@a0 type=rciep,v2"));
    }

    private static String acs(String flags) {
        return "\tCapabilities: [160 v1] Access Control Services\n\t\tACSCap:\t" + flags + "\n\t\tACSCtl:\t" + flags
                + "\n";
    }

    private static String iov(String can, String control) {
        return "\tCapabilities: [180 v1] Single Root I/O Virtualization (SR-IOV)\n"
                + "\t\tIOVCap:\t" + can + "\n\t\tIOVCtl:\t" + control + """

                        \t\tIOVSta:\tMigration-
                        \t\tInitial VFs: 64, Total VFs: 64, Number of VFs: 8, Function Dependency Link: 00
                        \t\tVF offset: 16, stride: 1, Device ID: 1889
                        \t\tSupported Page Size: 00000553, System Page Size: 00000001
                        """;
    }

    /** Capabilities are printed from {@code -v} on, which has flags, and buses for a bridge. */
    private static String verbose(Wording wording, String always) {
        return (wording.text().contains("Capabilities") ? always : "") + wording.text();
    }

    @ParameterizedTest
    @MethodSource("ofPorts")
    void port(Wording wording) throws Exception {
        assertThat(facts(one(PORT
                        + verbose(wording, "\tFlags: bus master\n\tBus: primary=00, secondary=03, subordinate=0a\n"))))
                .isEqualTo(wording.facts());
    }

    @ParameterizedTest
    @MethodSource("ofCards")
    void card(Wording wording) throws Exception {
        assertThat(facts(one(CARD + verbose(wording, "\tFlags: bus master\n")))).isEqualTo(wording.facts());
    }

    /** The forms of the header and of machine-readable records, and the IDs each tells. */
    static Stream<Wording> headers() {
        return Stream.of(
                is("plain", "03:00.0 Ethernet controller: Maker Card (rev 02)", "0200 ????:???? rev 02 Maker Card"),
                is(
                        "-nn",
                        "03:00.0 Ethernet controller [0200]: Maker Card [8086:1592] (rev 02)",
                        "0200 8086:1592 rev 02 Maker Card"),
                is("-n", "03:00.0 0200: 8086:1592 (rev 02)", "0200 8086:1592 rev 02"),
                is("-D -n", "0000:03:00.0 0200: 8086:1592 (rev 02)", "0200 8086:1592 rev 02"),
                is("-n, 2.1", "03:00.0 Class 0200: 8086:1592 (rev 02)", "0200 8086:1592 rev 02"),
                is(
                        "-m",
                        "03:00.0 \"Ethernet controller\" \"Maker\" \"Card\" -r02 \"\" \"\"",
                        "0200 ????:???? rev 02 Maker Card"),
                is("-mn", "03:00.0 \"0200\" \"8086\" \"1592\" -r02 \"8086\" \"0002\"", "0200 8086:1592 rev 02"),
                is(
                        "-mmnn",
                        "03:00.0 \"Ethernet controller [0200]\" \"Maker [8086]\" \"Card [1592]\" -r02 \"Maker [8086]\" \"Board [0002]\"",
                        "0200 8086:1592 rev 02 Maker Card"),
                is(
                        "-vmm",
                        "Slot:\t03:00.0\nClass:\tEthernet controller\nVendor:\tMaker\nDevice:\tCard\nRev:\t02\n",
                        "0200 ????:???? rev 02 Maker Card"),
                is("-vmmnn", """
                                Slot:\t03:00.0
                                Class:\tEthernet controller [0200]
                                Vendor:\tMaker [8086]
                                Device:\tCard [1592]
                                Rev:\t02
                                NUMANode:\t1
                                IOMMUGroup:\t12
                                """, "0200 8086:1592 rev 02 Maker Card"),
                is(
                        "-vm, as old versions print it",
                        "Device:\t03:00.0\nClass:\tEthernet controller\nVendor:\tMaker\nDevice:\tCard\nRev:\t02\n",
                        "0200 ????:???? rev 02 Maker Card"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void header(Wording wording) throws Exception {
        FunctionRecord function = one(wording.text() + "\n");
        assertThat(function.address()).hasToString("0000:03:00.0");
        OsFacts os = function.os();
        OsFacts.Identity id = os.identity();
        String code = id.classCode().isPresent()
                ? String.format("%06x", id.classCode().getAsInt())
                : id.shortClass().isPresent()
                        ? String.format("%04x", id.shortClass().getAsInt())
                        : "????";
        String names = Stream.of(os.names().vendor(), os.names().device())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        assertThat((code + " " + hex(id.vendor()) + ":" + hex(id.device())
                                + String.format(" rev %02x ", id.revision().getAsInt()) + names)
                        .strip())
                .isEqualTo(wording.facts());
    }

    private static String hex(java.util.OptionalInt value) {
        return value.isPresent() ? String.format("%04x", value.getAsInt()) : "????";
    }

    @Test
    void aTreeBesideAListingTellsWhoIsBelowWhom() throws Exception {
        String listing = PORT + "\n" + CARD;
        String tree = "-[0000:00]---01.0-[03]----00.0  Maker Card\n";
        for (String text :
                List.of(listing + "\n" + tree, tree + "\n" + listing, "$ lspci -tv\n" + tree + "$ lspci\n" + listing)) {
            List<FunctionRecord> functions = open(text).functions();
            assertThat(functions)
                    .extracting(f -> f.address().toString())
                    .containsExactly("0000:00:01.0", "0000:03:00.0");
            assertThat(functions.get(0).listing().bridge().orElseThrow().secondary())
                    .isEqualTo(3);
            assertThat(functions.get(0).os().identity().device()).hasValue(0x352a);
        }
    }

    @Test
    void listingsOfOneHostAreOne() throws Exception {
        String drivers = "03:00.0 Ethernet controller: Maker Card\n\tKernel driver in use: ice\n";
        FunctionRecord card = one("$ lspci -k\n" + drivers + "\n$ lspci -n\n03:00.0 0200: 8086:1592\n");
        assertThat(card.os().driver()).hasValue("ice");
        assertThat(card.os().identity().device()).hasValue(0x1592);
    }

    @Test
    void aMailWithEverythingAtOnce() throws Exception {
        String mail = "From: someone\r\n\r\n> Hi,\r\n>\r\n> here it is:\r\n> ```\r\n"
                + (PORT + "\tBus: primary=00, secondary=03, subordinate=03, sec-latency=0\n\tIOMMU group: 1\n\n" + CARD
                                + "\tKernel driver in use: ice\n")
                        .lines()
                        .map(line -> "> " + line + "\r\n")
                        .collect(Collectors.joining())
                + "> ```\r\n>\r\n> Note: it hangs.\r\n\r\nThanks: we look into it.\r\n";
        HostSnapshot host = open(mail);
        assertThat(host.functions())
                .extracting(f -> f.address() + " " + facts(f))
                .containsExactly("0000:00:01.0 layout=1 group=1 buses=03-03", "0000:03:00.0 driver=ice");
        assertThat(host.diagnostics()).isEmpty();
    }

    private static FunctionRecord one(String text) throws SnapshotException {
        List<FunctionRecord> functions = open(text).functions();
        assertThat(functions).hasSize(1);
        return functions.get(0);
    }

    private static HostSnapshot open(String text) throws SnapshotException {
        List<HostSnapshot> hosts = new SnapshotOpener()
                .open(new Source.Bytes("text", text.getBytes(StandardCharsets.UTF_8)), Feedback.NONE)
                .hosts();
        assertThat(hosts).hasSize(1);
        return hosts.get(0);
    }

    /** All that is known besides the header, in words. */
    private static String facts(FunctionRecord f) {
        StringJoiner facts = new StringJoiner(" ");
        OsFacts os = f.os();
        f.listing().layout().ifPresent(layout -> facts.add("layout=" + layout));
        os.identity()
                .subsystemVendor()
                .ifPresent(v -> facts.add(String.format(
                        "subsystem=%04x:%04x",
                        v, os.identity().subsystemDevice().getAsInt())));
        os.place().slot().ifPresent(slot -> facts.add("slot=" + slot));
        os.place().numaNode().ifPresent(node -> facts.add("node=" + node));
        os.place().iommuGroup().ifPresent(group -> facts.add("group=" + group));
        os.driver().ifPresent(driver -> facts.add("driver=" + driver));
        f.listing()
                .bridge()
                .ifPresent(b -> facts.add(String.format("buses=%02x-%02x", b.secondary(), b.subordinate())));
        if (!os.resources().isEmpty()) {
            facts.add("ranges=" + os.resources().size());
        }
        f.listing().capabilities().ifPresent(list -> facts.add("capabilities=" + list(list)));
        f.listing().express().ifPresent(express -> express(express, facts));
        f.listing().ari().ifPresent(ari -> facts.add("ari=" + ari.nextFunction()));
        f.listing().acs().ifPresent(a -> facts.add(String.format("acs=%04x/%04x", a.capability(), a.control())));
        f.listing()
                .sriov()
                .ifPresent(s -> facts.add(
                        "vfs=" + s.numVfs() + "/" + s.totalVfs() + "+" + s.firstVfOffset() + "×" + s.vfStride()));
        return facts.toString();
    }

    private static String list(CapabilityList list) {
        return list.capabilities().isEmpty()
                ? list.standard().toString()
                : list.capabilities().stream()
                        .map(c -> c.idText() + "@" + Integer.toHexString(c.offset())
                                + (c.extended() && c.version().isPresent()
                                        ? "v" + c.version().getAsInt()
                                        : ""))
                        .collect(Collectors.joining(","));
    }

    private static void express(PciExpress express, StringJoiner facts) {
        facts.add("type="
                + express.type()
                        .orElseThrow()
                        .toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('_', '-')
                + (express.version().isPresent() ? ",v" + express.version().getAsInt() : ""));
        express.link()
                .ifPresent(l -> facts.add(
                        "link=" + l.speed() + " x" + l.width() + " of " + l.maxSpeed() + " x" + l.maxWidth()));
        express.slot()
                .ifPresent(s -> facts.add("slot#" + s.number() + (s.hotplug() ? ",hotplug" : "")
                        + (s.present() ? ",present" : ",empty")));
    }
}
