package ridscope.enumerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.PciExpress;
import ridscope.config.SrIovCapability;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.Fixtures;
import ridscope.source.Opened;
import ridscope.source.SnapshotOpener;
import ridscope.source.Source;
import ridscope.topology.Link;
import ridscope.topology.Link.State;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.SrIov;
import ridscope.topology.Topology;

/** What is read from the registers of a host and from the text that lspci makes of them agree wherever both know something. */
class ListingAgreementTest {

    /** Its list of extended capabilities is broken; lspci stops elsewhere than we do. */
    private static final String BROKEN = "pciutils__broken-ecaps.txt";

    /** Bits of the ACS registers that lspci prints. */
    private static final int ACS_PRINTED = 0x7f;

    /** SR-IOV Capabilities bit 1. */
    private static final long ARI_PRESERVED = 2;

    private final SoftAssertions soft = new SoftAssertions();
    private int facts;

    static List<Path> dumps() {
        return Fixtures.files("real/hex").stream()
                .filter(f -> !f.endsWith(BROKEN))
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("dumps")
    void theTextOfAMachineInNumbers(Path dump) throws Exception {
        compare(dump, Fixtures.path("expected/real/hex/" + dump.getFileName() + ".vvv.txt"));
        assertThat(facts).isGreaterThan(5);
    }

    @Test
    void theTextOfAMachineWithNames() throws Exception {
        compare(
                Fixtures.path("real/hex/pciutils__tree-asus-p6t6.txt"),
                Fixtures.path("real/text/derived__asus-p6t6.3.14.vvvnn.txt"));
        assertThat(facts).isGreaterThan(750);
    }

    @Test
    void theTextOfAnOlderVersionWithoutNumbers() throws Exception {
        compare(
                Fixtures.path("real/hex/pciutils__tree-asus-p6t6.txt"),
                Fixtures.path("real/text/derived__asus-p6t6.3.9.vv.txt"));
        assertThat(facts).isGreaterThan(580);
    }

    private void compare(Path hex, Path text) throws Exception {
        Topology read = topology(hex, "lspci-hex");
        Topology printed = topology(text, "lspci-text");
        assertThat(printed.byAddress().keySet()).isEqualTo(read.byAddress().keySet());
        for (PciFunction function : read.functions()) {
            function(function, printed.function(function.address()).orElseThrow());
        }
        soft.assertThat(printed.switches()).isEqualTo(read.switches());
        for (Link link : read.links()) {
            Optional<State> verdict = printed.linkAbove(link.device()).map(Link::state);
            same(
                    link.device() + " link",
                    Optional.of(link.state()).filter(known -> known != State.UNKNOWN),
                    verdict.filter(known -> known != State.UNKNOWN));
        }
        soft.assertAll();
    }

    private static Topology topology(Path file, String kind) throws Exception {
        Opened opened = new SnapshotOpener().open(new Source.OnDisk(file), Feedback.NONE);
        assertThat(opened.hosts()).hasSize(1);
        HostSnapshot host = opened.hosts().get(0);
        assertThat(host.provenance().kind()).isEqualTo(kind);
        return Enumerator.enumerate(host, Feedback.NONE);
    }

    private void function(PciFunction a, PciFunction b) {
        String at = a.address().toString();
        both(at + " vendor", a, b, f -> f.identity().vendor());
        both(at + " device", a, b, f -> f.identity().device());
        both(at + " class", a, b, f -> f.identity().baseAndSubclass());
        both(at + " class code", a, b, f -> f.identity().classCode());
        both(at + " revision", a, b, f -> f.identity().revision());
        both(at + " subsystem vendor", a, b, f -> f.identity().subsystemVendor());
        both(at + " subsystem device", a, b, f -> f.identity().subsystemDevice());
        both(at + " layout", a, b, f -> f.identity().headerType());
        same(
                at + " role",
                Optional.of(a.role()).filter(Role::known),
                Optional.of(b.role()).filter(Role::known));
        same(at + " parent", Optional.of(a.parent()), Optional.of(b.parent()));
        same(at + " buses", Optional.of(a.bridge()), Optional.of(b.bridge()));
        same(at + " slot", a.place().slot(), b.place().slot());
        capabilities(at, a.capabilities(), b.capabilities());
        express(at, a, b);
        same(
                at + " SR-IOV",
                a.sriov().map(ListingAgreementTest::sriov),
                b.sriov().map(ListingAgreementTest::sriov));
        same(at + " virtual", Optional.of(a.virtual()), Optional.of(b.virtual()));
    }

    private void capabilities(String at, CapabilityList a, CapabilityList b) {
        for (boolean extended : new boolean[] {false, true}) {
            Walked mine = extended ? a.extended() : a.standard();
            Walked printed = extended ? b.extended() : b.standard();
            if (mine != Walked.UNKNOWN && printed != Walked.UNKNOWN) {
                same(at + " capabilities", Optional.of(list(a, extended)), Optional.of(list(b, extended)));
            }
        }
    }

    private static List<Capability> list(CapabilityList list, boolean extended) {
        return list.capabilities().stream()
                .filter(c -> c.extended() == extended)
                .toList();
    }

    @SuppressWarnings("OptionalMapToOptional")
    private void express(String at, PciFunction a, PciFunction b) {
        Optional<PciExpress> mine = a.express().capability();
        Optional<PciExpress> printed = b.express().capability();
        same(at + " express", mine.map(PciExpress::offset), printed.map(PciExpress::offset));
        same(at + " version", mine.map(PciExpress::version), printed.map(PciExpress::version));
        same(at + " type", mine.map(PciExpress::type), printed.map(PciExpress::type));
        same(at + " link registers", mine.flatMap(PciExpress::link), printed.flatMap(PciExpress::link));
        same(at + " slot registers", mine.flatMap(PciExpress::slot), printed.flatMap(PciExpress::slot));
        same(
                at + " ARI forwarding",
                mine.flatMap(ListingAgreementTest::forwarding),
                printed.flatMap(ListingAgreementTest::forwarding));
        same(
                at + " max speed",
                a.express().link().flatMap(LinkEnd::maxSpeed),
                b.express().link().flatMap(LinkEnd::maxSpeed));
        same(
                at + " speed",
                a.express().link().flatMap(LinkEnd::speed),
                b.express().link().flatMap(LinkEnd::speed));
        same(at + " ARI", a.express().ari(), b.express().ari());
        same(
                at + " ACS",
                a.express().acs().map(acs -> acs.capability() & ACS_PRINTED),
                b.express().acs().map(acs -> acs.capability()));
        same(
                at + " ACS control",
                a.express().acs().map(acs -> acs.control() & ACS_PRINTED),
                b.express().acs().map(acs -> acs.control()));
    }

    private static Optional<String> forwarding(PciExpress express) {
        return express.control2().map(c -> c.ariForwardingSupported() + " " + c.ariForwardingEnabled());
    }

    /** All but one flag of the capabilities register, for which lspci has no word. */
    private static List<Object> sriov(SrIov sriov) {
        SrIovCapability registers = sriov.capability().orElseThrow();
        return List.of(
                sriov.enabled(),
                sriov.possible(),
                sriov.problems(),
                registers.offset(),
                registers.capabilities() & ~ARI_PRESERVED,
                registers.control(),
                registers.initialVfs(),
                registers.totalVfs(),
                registers.numVfs(),
                registers.dependencyLink(),
                registers.vfDeviceId());
    }

    private void both(String what, PciFunction a, PciFunction b, Function<PciFunction, OptionalInt> part) {
        same(what, boxed(part.apply(a)), boxed(part.apply(b)));
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.stream().boxed().findFirst();
    }

    private void same(String what, Optional<?> read, Optional<?> printed) {
        if (read.isPresent() && printed.isPresent()) {
            facts++;
            soft.assertThat(printed.get()).as(what).isEqualTo(read.get());
        }
    }
}
