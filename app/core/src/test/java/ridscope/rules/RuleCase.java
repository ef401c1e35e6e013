package ridscope.rules;

import java.util.List;
import ridscope.config.PortType;
import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Topology;

/**
 * A line of the tables: a host in which a rule finds something, and one that differs in one figure and in which it does not.
 *
 * @param id the rule
 * @param fires the host with the finding
 * @param expected severity, subject and title of all findings of that rule, one per line
 * @param nearMiss the host without
 */
record RuleCase(String id, HostBuilder fires, String expected, HostBuilder nearMiss) {

    private static final int NIC = 0x020000;

    /** Severity, subject and title of what a rule says of a host. */
    static String said(String id, HostBuilder host) {
        return said(id, Rules.check(topology(host)));
    }

    static String said(String id, List<Finding> findings) {
        return String.join(
                "\n",
                findings.stream()
                        .filter(f -> f.id().equals(id))
                        .map(f -> f.severity() + " " + f.subject() + " " + f.title())
                        .toList());
    }

    static Topology topology(HostBuilder host) {
        return Enumerator.enumerate(host.build(), Feedback.NONE);
    }

    @Override
    public String toString() {
        return id;
    }

    static HostBuilder host() {
        return new HostBuilder().rootBus(0, 0xff);
    }

    /** A root port on bus 00 with ACS on. */
    static ConfigBuilder rootPort(int secondary, int subordinate) {
        return bridge(0, secondary, subordinate);
    }

    /** A root port with ACS on and any primary bus number. */
    static ConfigBuilder bridge(int primary, int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, primary, secondary, subordinate)
                .acs(0x1f, 0x1d);
    }

    static ConfigBuilder upstream(int primary, int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.UPSTREAM_PORT, 0x10b5, 2, primary, secondary, subordinate);
    }

    static ConfigBuilder downstream(int primary, int secondary, int subordinate) {
        return ConfigBuilder.port(PortType.DOWNSTREAM_PORT, 0x10b5, 3, primary, secondary, subordinate)
                .acs(0x1f, 0x1d);
    }

    static ConfigBuilder nic() {
        return ConfigBuilder.endpoint(0x8086, 0x1592, NIC);
    }
}
