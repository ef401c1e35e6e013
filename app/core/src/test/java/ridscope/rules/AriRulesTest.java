package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static ridscope.rules.RuleCase.host;
import static ridscope.rules.RuleCase.nic;
import static ridscope.rules.RuleCase.rootPort;
import static ridscope.rules.RuleCase.said;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.PortType;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;

/** Section 6.3 of the reference, and item 8 of section 11. */
class AriRulesTest {

    private static HostBuilder behind(ConfigBuilder port, ConfigBuilder pf) {
        return host().function("00:01.0", port).function("03:00.0", pf);
    }

    private static ConfigBuilder port(boolean ari) {
        return rootPort(3, 4).ariForwarding(ari);
    }

    private static HostBuilder devices(boolean ari) {
        return behind(port(ari), nic()).function("03:01.0", nic());
    }

    private static ConfigBuilder pf(int control) {
        return nic().ari(0).srIov(new int[] {8, 8, 0, 384, 2, 0x10ca}, control);
    }

    private static HostBuilder chain(boolean ari, int next) {
        return behind(port(ari), nic().multifunction().ari(1))
                .function("03:00.1", nic().multifunction().ari(next));
    }

    static Stream<RuleCase> cases() {
        return Stream.of(required(), state()).flatMap(List::stream);
    }

    private static List<RuleCase> required() {
        return List.of(
                new RuleCase(
                        "ARI_REQUIRED_FUNCTION",
                        devices(false),
                        "ERROR 0000:03:01.0 0000:03:01.0 has device number 1, and ARI Forwarding of 0000:00:01.0 above"
                                + " it is off",
                        devices(true)),
                // A capability of version 1 has no such bit.
                new RuleCase(
                        "ARI_REQUIRED_FUNCTION",
                        behind(ConfigBuilder.bridge(0x8086, 1, 0, 3, 4).express(4, 1), nic())
                                .function("03:01.0", nic()),
                        "ERROR 0000:03:01.0 0000:03:01.0 has device number 1, and ARI Forwarding of 0000:00:01.0 above"
                                + " it is off",
                        behind(ConfigBuilder.bridge(0x8086, 1, 0, 3, 4).express(PortType.PCIE_TO_PCI_BRIDGE), nic())
                                .function("03:01.0", nic())),
                // S-1, and S-3 next to it: on the following bus no VF needs ARI.
                new RuleCase(
                        "ARI_REQUIRED_VF",
                        behind(port(false), nic().srIovEnabled(8, 8, 128, 2, 0x10ca)),
                        "ERROR 0000:03:00.0 All 8 enabled VFs of 0000:03:00.0 need ARI, and ARI"
                                + " Forwarding of 0000:00:01.0 above is off",
                        behind(port(false), nic().srIovEnabled(8, 8, 384, 2, 0x10ca))),
                // S-4: VFs 7 to 126.
                new RuleCase(
                        "ARI_REQUIRED_VF",
                        behind(port(false), nic().srIov(127, 1, 1, 0x10ca)),
                        "WARNING 0000:03:00.0 120 of the 127 possible VFs of 0000:03:00.0, from VF 7 on, need ARI, and"
                                + " ARI Forwarding of 0000:00:01.0 above is off",
                        behind(port(false), nic().srIov(7, 1, 1, 0x10ca))));
    }

    private static List<RuleCase> state() {
        return List.of(
                new RuleCase(
                        "ARI_AVAILABLE_UNUSED",
                        behind(port(false), nic().ari(0)),
                        "INFO 0000:00:01.0 0000:00:01.0 can forward ARI, 0000:03:00.0 below it has the capability, and"
                                + " it is off",
                        behind(port(false), nic())),
                new RuleCase(
                        "ARI_HIERARCHY_MISMATCH",
                        behind(port(true), pf(0)),
                        "WARNING 0000:03:00.0 0000:03:00.0 has ARI Capable Hierarchy 0, ARI Forwarding of 0000:00:01.0"
                                + " above it is on",
                        behind(port(true), pf(0x10))),
                new RuleCase(
                        "ARI_HIERARCHY_MISMATCH",
                        behind(port(false), pf(0x10)),
                        "WARNING 0000:03:00.0 0000:03:00.0 has ARI Capable Hierarchy 1, ARI Forwarding of 0000:00:01.0"
                                + " above it is off",
                        behind(port(false), pf(0))),
                new RuleCase(
                        "ARI_CHAIN_BROKEN",
                        chain(true, 1),
                        "WARNING 0000:03:00.1 0000:03:00.1 is function 1 of its device and points to function 1 as the"
                                + " next",
                        chain(true, 2)),
                new RuleCase(
                        "ARI_CHAIN_HIDES",
                        behind(port(true), nic().multifunction().ari(0)),
                        "INFO 0000:03:00.0 0000:03:00.0 is multifunction and its Next Function Number is 0 with ARI on:"
                                + " other functions of it are not found",
                        behind(port(true), nic().ari(0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void firesHereAndNotNextToIt(RuleCase c) {
        assertThat(said(c.id(), c.fires())).isEqualTo(c.expected());
        assertThat(said(c.id(), c.nearMiss())).doesNotContain("ERROR", "WARNING", "INFO");
    }

    /** The ARI verdicts of section 9.1: how many VFs of each vector need a port that forwards ARI, and has it off. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "S-1,00.0,128,2,8,8",
        "S-2,00.1,128,2,8,8",
        "S-3,00.0,384,2,8,0",
        "S-4,00.0,1,1,127,120",
        "S-8,00.1,7,1,16,16",
        "S-9,00.3,253,1,4,0",
        "S-10,00.0,16,2,256,120"
    })
    void ariVerdicts(String name, String function, int offset, int stride, int count, int needing) {
        HostBuilder vector = host().function("00:01.0", rootPort(3, 9).ariForwarding(false))
                .function("03:" + function, nic().multifunction().srIovEnabled(count, count, offset, stride, 0x10ca));

        String said = said("ARI_REQUIRED_VF", vector);

        assertThat(said).isEqualTo(needing == 0 ? "" : said);
        if (needing > 0) {
            assertThat(said)
                    .startsWith("ERROR 0000:03:" + function + " "
                            + (needing == count ? "All " + count : needing + " of the " + count) + " enabled VFs");
        }
    }

    /** S-7: there is no port above a root bus. */
    @Test
    void onARootBusNobodyNeedsAri() {
        HostBuilder s7 = host().function("00:02.0", nic().srIovEnabled(7, 7, 16, 8, 0x10ca));

        assertThat(said("ARI_REQUIRED_VF", s7)).isEmpty();
        assertThat(said("ARI_HIERARCHY_MISMATCH", s7)).isEmpty();
    }

    /** Where ARI is off nothing follows from the chain. */
    @Test
    void withoutAriTheChainDoesNotMatter() {
        assertThat(said("ARI_CHAIN_BROKEN", chain(false, 1))).isEmpty();
        assertThat(said(
                        "ARI_CHAIN_HIDES",
                        behind(port(false), nic().multifunction().ari(0))))
                .isEmpty();
    }

    /** Without root rights the attribute ari_enabled tells what the registers of the port would. */
    @Test
    void theAttributeStandsInForTheRegister() {
        HostBuilder told = host().function("00:01.0", port(false).length(64), os -> os.driver("pcieport"))
                .function("03:00.0", nic(), os -> os.ariEnabled(false))
                .function("03:01.0", nic());
        HostBuilder silent = host().function("00:01.0", port(false).length(64), os -> os.driver("pcieport"))
                .function("03:00.0", nic())
                .function("03:01.0", nic());

        assertThat(said("ARI_REQUIRED_FUNCTION", told)).startsWith("ERROR 0000:03:01.0");
        assertThat(said("ARI_REQUIRED_FUNCTION", silent)).startsWith("NOT_CHECKED 0000:00:01.0");
    }
}
