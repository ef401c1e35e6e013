package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ridscope.rules.RuleCase.host;
import static ridscope.rules.RuleCase.nic;
import static ridscope.rules.RuleCase.rootPort;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.ConfigSpace;
import ridscope.enumerate.Enumerator;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.job.CancelledException;
import ridscope.job.Feedback;
import ridscope.report.FindingsJson;
import ridscope.testing.FlagshipHost;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/** All rules together. */
class RulesTest {

    /** Sections 6.1 to 6.4 and 11 of the reference. */
    private static final String IDS = "BUS_OVERLAP RANGE_OUTSIDE_PARENT RANGE_OUTSIDE_ROOT SECONDARY_NOT_ABOVE_PRIMARY"
            + " SUBORDINATE_BELOW_SECONDARY PRIMARY_MISMATCH PRIMARY_HARDWIRED BRIDGE_UNCONFIGURED ROOT_WINDOW_OVERLAP"
            + " UNDECODED_BUS BUS_EXHAUSTED SUBORDINATE_FF_BLOCKS RANGE_RESERVED_UNUSED HOTPLUG_NO_SPARE"
            + " HOTPLUG_STARVES_SIBLING GAP_LOST DUPLICATE_RID EXT_CONFIG_UNREADABLE CAP_LOOP CAP_TTL CAP_BAD_POINTER"
            + " EXTCAP_ALL_ONES HEADER_MISMATCH RID_OVERFLOW VF_BEYOND_SUBORDINATE SDI_BEYOND_SUBORDINATE IOV_COLLISION"
            + " IOV_BUS_FOREIGN IOV_BELOW_PF IOV_OFFSET_ZERO IOV_STRIDE_ZERO SRIOV_INITIAL_MISMATCH SRIOV_OFFSET_SAMPLED"
            + " SRIOV_NO_MMIO SIOV_ACTIVE_AT_INIT SIOV_EMPTY SIOV_UNRESERVED SIOV_MALFORMED VF_ORPHAN VF_INVISIBLE"
            + " ARI_REQUIRED_FUNCTION ARI_REQUIRED_VF ARI_AVAILABLE_UNUSED ARI_HIERARCHY_MISMATCH ARI_CHAIN_BROKEN"
            + " ACS_GAP ACS_MULTIFUNCTION_GAP GROUP_SHARED GROUP_TOO_NARROW GROUP_UNEXPECTED LINK_BELOW_CAPABILITY"
            + " LINK_LIMITED_BY_PARTNER PLAN_WOULD_EXHAUST HPBUSSIZE_ZERO ARI_CHAIN_HIDES";

    @Test
    void everyIdOfTheReferenceHasOneRuleNamedAfterIt() {
        assertThat(Rules.all()).extracting(Rule::id).containsExactlyInAnyOrder(IDS.split(" "));
        for (Rule rule : Rules.all()) {
            StringBuilder name = new StringBuilder();
            for (String word : rule.id().split("_")) {
                name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
            assertThat(rule.getClass().getSimpleName()).isEqualTo(name.toString());
        }
    }

    /** Sentences end with a full stop where they stand alone, and headings read on after a number. */
    @Test
    void whatRulesSayIsPunctuatedAlike() {
        for (Rule rule : Rules.all()) {
            assertThat(rule.about().detail()).as(rule.id()).endsWith(".");
            assertThat(rule.about().advice()).as(rule.id()).endsWith(".");
            assertThat(rule.about().heading()).as(rule.id()).matches("\\p{Alpha}.*[^.]");
        }
    }

    @Test
    void theWorstComesFirstAndThenTheOrderOfTheRules() {
        HostBuilder mixed = host().function("00:01.0", rootPort(3, 5))
                .function("00:02.0", rootPort(4, 4))
                .function("00:03.0", rootPort(9, 8))
                .function("03:00.0", nic().length(64));

        List<Finding> findings = Rules.check(RuleCase.topology(mixed));

        assertThat(findings).isSortedAccordingTo((a, b) -> a.severity().compareTo(b.severity()));
        assertThat(findings.get(0).id()).isEqualTo("BUS_OVERLAP");
        assertThat(findings.get(1).id()).isEqualTo("SUBORDINATE_BELOW_SECONDARY");
        assertThat(findings.get(findings.size() - 1).severity()).isEqualTo(Severity.NOT_CHECKED);
    }

    @Test
    void equalFindingsFold() {
        HostBuilder three = host();
        for (int bus = 1; bus <= 3; bus++) {
            three.function("00:0" + bus + ".0", rootPort(bus, bus).slot(bus, true, false));
        }

        List<FindingGroup> groups = FindingGroup.of(Rules.check(RuleCase.topology(three)));

        assertThat(groups)
                .extracting(FindingGroup::title)
                .containsExactly("3 hot-plug ports without a spare bus number");
        assertThat(groups.get(0).findings()).hasSize(3);
    }

    /** Cancelled at each question in turn: the work ends there, and asks often enough to end soon. */
    @Test
    void checkingCanBeCancelled() throws Exception {
        Topology host = Enumerator.enumerate(FlagshipHost.snapshot(), Feedback.NONE);
        AtomicInteger asked = new AtomicInteger();
        assertThat(Rules.check(host, cancelling(asked, Integer.MAX_VALUE))).isEqualTo(Rules.check(host));
        assertThat(asked.get()).isGreaterThan(Rules.all().size());

        for (int at = asked.get(); at > 0; at--) {
            int last = at;
            AtomicInteger questions = new AtomicInteger();
            assertThatThrownBy(() -> Rules.check(host, cancelling(questions, last)))
                    .isInstanceOf(CancelledException.class);
            assertThat(questions.get()).isEqualTo(last);
        }
    }

    private static Feedback cancelling(AtomicInteger questions, int last) {
        return new Feedback() {
            @Override
            public boolean cancelled() {
                return questions.incrementAndGet() >= last;
            }

            @Override
            public void progress(long done, long total) {}

            @Override
            public void note(String text) {}
        };
    }

    static IntStream seeds() {
        return IntStream.range(0, 150);
    }

    /** Whatever the registers say: no exception, known ids, the same twice. */
    @ParameterizedTest
    @MethodSource("seeds")
    void damagedHostsAreChecked(int seed) throws Exception {
        Random random = new Random(seed);
        HostSnapshot whole = FlagshipHost.snapshot();
        List<FunctionRecord> records = new ArrayList<>();
        for (FunctionRecord r : whole.functions()) {
            records.add(new FunctionRecord(r.address(), damaged(r.config(), random), r.configSize(), r.os()));
        }
        Topology topology = Enumerator.enumerate(
                new HostSnapshot(whole.provenance(), List.of(), records, whole.bootLog(), whole.slots(), List.of()),
                Feedback.NONE);

        List<Finding> findings = Rules.check(topology);

        Set<String> ids = new HashSet<>(Arrays.asList(IDS.split(" ")));
        assertThat(findings)
                .allMatch(f -> ids.contains(f.id())
                        && !f.title().isBlank()
                        && !f.title().endsWith("."));
        assertThat(Rules.check(topology)).isEqualTo(findings);
        assertThatCode(() -> FindingsJson.write(findings, new StringWriter())).doesNotThrowAnyException();
    }

    private static ConfigSpace damaged(ConfigSpace config, Random random) {
        byte[] bytes = config.toBytes();
        for (int i = random.nextInt(6); i > 0 && bytes.length > 0; i--) {
            int[] places = {0x06, 0x0e, 0x18, 0x19, 0x1a, 0x34, random.nextInt(bytes.length)};
            int at = places[random.nextInt(places.length)];
            bytes[Math.min(at, bytes.length - 1)] = (byte) random.nextInt(256);
        }
        int length = random.nextInt(8) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
        return ConfigSpace.of(bytes, 0, length);
    }

    /** Hundreds of functions that each claim a whole segment, and as many bridges. Only that of 00:00.0 fits, and just so. */
    @Test
    void aHostileHostGetsABoundedAnswer() {
        HostBuilder hostile = host();
        for (int i = 0; i < 800; i++) {
            String address = String.format("%02x:%02x.%d", i >> 8, i >> 3 & 31, i & 7);
            hostile.function(
                    address, i % 2 == 0 ? nic().siov(0xffff, 1 + i % 7, 1 + i % 3) : rootPort(1 + i % 200, 255));
        }

        List<Finding> findings = Rules.check(RuleCase.topology(hostile));

        assertThat(findings.size()).isLessThan(20_000);
        assertThat(findings.stream().filter(f -> f.id().equals("RID_OVERFLOW")).count())
                .isEqualTo(399);
    }
}
