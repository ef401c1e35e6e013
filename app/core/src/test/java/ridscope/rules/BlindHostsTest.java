package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ridscope.config.ConfigSpace;
import ridscope.config.Views;
import ridscope.enumerate.Enumerator;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.host.RootBus;
import ridscope.job.Feedback;
import ridscope.topology.Topology;

/**
 * Every host in which a rule finds something, once more with less of it in the snapshot: whatever is left, the rule may find
 * the same, or say that it could not check, but not that there is nothing.
 */
class BlindHostsTest {

    /** What is left of a function, and whether the windows of root buses are. */
    enum Left {
        /** As {@code lspci -xxx} shows it. */
        CONVENTIONAL(256, true, true),
        /** As sysfs shows it without root rights. */
        UNPRIVILEGED(64, true, true),
        /** The same as a dump: nothing tells who is a VF, nor where windows end. */
        HEADER(64, false, false),
        /** Sysfs without the files named config. */
        ATTRIBUTES(0, true, true),
        /** As plain {@code lspci} prints it. */
        LINE(0, false, false);

        private final int bytes;
        private final boolean attributes;
        private final boolean windows;

        Left(int bytes, boolean attributes, boolean windows) {
            this.bytes = bytes;
            this.attributes = attributes;
            this.windows = windows;
        }

        Topology of(HostSnapshot whole) {
            List<FunctionRecord> records =
                    whole.functions().stream().map(this::of).toList();
            List<RootBus> roots = whole.rootBuses().stream()
                    .map(r -> windows ? r : new RootBus(r.segment(), r.bus(), OptionalInt.empty(), r.numaNode()))
                    .toList();
            Provenance from = attributes ? whole.provenance() : Provenance.of("lspci-hex");
            return Enumerator.enumerate(
                    new HostSnapshot(from, roots, records, List.of(), List.of(), whole.diagnostics()), Feedback.NONE);
        }

        private FunctionRecord of(FunctionRecord r) {
            ConfigSpace config = ConfigSpace.of(
                    r.config().toBytes(), 0, Math.min(bytes, r.config().length()));
            OsFacts os = attributes ? r.os() : OsFacts.NONE;
            return new FunctionRecord(r.address(), config, Math.max(r.configSize(), 0), bytes > 0 ? os : named(r, os));
        }

        private static OsFacts named(FunctionRecord r, OsFacts os) {
            OptionalInt type = Views.header(r.config()).classCode();
            OsFacts.Identity identity = new OsFacts.Identity(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    type.isPresent() ? OptionalInt.of(type.getAsInt() >> 8) : type,
                    OptionalInt.empty());
            return os.withIdentity(identity);
        }
    }

    private static List<RuleCase> cases() {
        return Stream.of(BusRulesTest.cases(), AriRulesTest.cases(), IovRulesTest.cases(), IsolationRulesTest.cases())
                .flatMap(cases -> cases)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Left.class)
    void whatCannotBeSeenIsNotDenied(Left left) {
        assertThat(cases())
                .filteredOn(
                        c -> RuleCase.said(c.id(), Rules.check(left.of(c.fires().build())))
                                .isEmpty())
                .extracting(c -> c.id() + " " + c.expected())
                .isEmpty();
    }
}
