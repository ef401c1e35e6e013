package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.isolation.EffectiveAcs;
import ridscope.isolation.IommuGroups;
import ridscope.rid.FunctionAddress;
import ridscope.testing.SampleCorpus;
import ridscope.topology.Topology;

/** What every sample is told, by severity, id and number of findings; what could not be checked is left out. */
class SampleFindingsTest {

    private static String said(String sample) throws Exception {
        TreeMap<String, Integer> counts = new TreeMap<>();
        List<String> order = new ArrayList<>();
        for (Finding f : Rules.check(SampleCorpus.topology(sample))) {
            String key = f.severity() + " " + f.id();
            if (f.severity() != Severity.NOT_CHECKED && counts.merge(key, 1, Integer::sum) == 1) {
                order.add(key);
            }
        }
        return String.join(
                ", ", order.stream().map(k -> k + " " + counts.get(k)).toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "siov-server | WARNING HOTPLUG_NO_SPARE 1, WARNING SDI_BEYOND_SUBORDINATE 1, WARNING IOV_COLLISION 1,"
                        + " WARNING IOV_BUS_FOREIGN 1, WARNING SIOV_UNRESERVED 2, WARNING ARI_HIERARCHY_MISMATCH 1,"
                        + " WARNING LINK_BELOW_CAPABILITY 1, INFO SRIOV_OFFSET_SAMPLED 3",
                "siov-undersized-port | WARNING SDI_BEYOND_SUBORDINATE 1, WARNING IOV_COLLISION 1,"
                        + " WARNING IOV_BUS_FOREIGN 1, WARNING SIOV_UNRESERVED 1",
                "sriov-undersized-port | WARNING VF_BEYOND_SUBORDINATE 2, WARNING IOV_COLLISION 1,"
                        + " WARNING IOV_BUS_FOREIGN 2, INFO SRIOV_OFFSET_SAMPLED 3,"
                        + " INFO ACS_MULTIFUNCTION_GAP 2, INFO GROUP_SHARED 1",
                "siov-vf-collision | WARNING IOV_COLLISION 1, WARNING SIOV_UNRESERVED 1",
                "siov-rid-overflow | WARNING RID_OVERFLOW 1, WARNING SDI_BEYOND_SUBORDINATE 1, WARNING IOV_BELOW_PF 1,"
                        + " WARNING SIOV_UNRESERVED 1",
                "planned-gpu-server | WARNING HOTPLUG_NO_SPARE 1, WARNING SDI_BEYOND_SUBORDINATE 4,"
                        + " WARNING IOV_COLLISION 4, WARNING IOV_BUS_FOREIGN 4, WARNING SIOV_UNRESERVED 6,"
                        + " INFO SRIOV_OFFSET_SAMPLED 4, INFO ACS_MULTIFUNCTION_GAP 4, INFO GROUP_SHARED 2",
                "planned-nvme-jbof | WARNING HOTPLUG_NO_SPARE 25, INFO SRIOV_OFFSET_SAMPLED 8",
                "laptop-vmd | WARNING ACS_GAP 2, INFO SRIOV_OFFSET_SAMPLED 1, INFO GROUP_SHARED 2",
                "qemu-siov | WARNING HOTPLUG_NO_SPARE 6, WARNING SDI_BEYOND_SUBORDINATE 2, WARNING IOV_COLLISION 4,"
                        + " WARNING IOV_BUS_FOREIGN 2, WARNING SIOV_UNRESERVED 2, WARNING ACS_GAP 2,"
                        + " INFO SRIOV_OFFSET_SAMPLED 1, INFO ACS_GAP 4, INFO GROUP_SHARED 1",
                "qemu-nvme-vfs | WARNING HOTPLUG_NO_SPARE 3, INFO SRIOV_OFFSET_SAMPLED 1, INFO ACS_GAP 3,"
                        + " INFO GROUP_SHARED 1",
                "qemu-switch | WARNING HOTPLUG_NO_SPARE 8, WARNING ACS_GAP 4, WARNING GROUP_TOO_NARROW 1,"
                        + " INFO ACS_GAP 4, INFO GROUP_SHARED 1",
                "qemu-numa-roots | WARNING HOTPLUG_NO_SPARE 12, WARNING ACS_GAP 5, WARNING GROUP_TOO_NARROW 1,"
                        + " INFO ACS_GAP 7, INFO GROUP_SHARED 1"
            })
    void samplesAreToldWhatTheyAreFor(String sample, String expected) throws Exception {
        assertThat(said(sample)).isEqualTo(expected);
    }

    /** Numbers of the sample texts: 769 SDIs outside, 12 shared Routing IDs, 64 beyond ffff. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "siov-undersized-port | SDI_BEYOND_SUBORDINATE | 769 of the 1,024 SDIs of 0000:0a:00.0, from SDI 255 on",
                "siov-vf-collision | IOV_COLLISION | 12 Routing IDs, 21:00.4 to 21:01.7, have two owners",
                "siov-rid-overflow | RID_OVERFLOW | 64 of the 1,024 SDIs of 0000:f0:00.0, from SDI 960 on, lie beyond",
                "siov-server | SDI_BEYOND_SUBORDINATE | 257 of the 512 SDIs of 0000:0c:00.0, from SDI 255 on"
            })
    void numbersAreThoseOfTheSampleTexts(String sample, String id, String title) throws Exception {
        assertThat(Rules.check(SampleCorpus.topology(sample)))
                .filteredOn(f -> f.id().equals(id))
                .singleElement()
                .satisfies(f -> assertThat(f.title()).startsWith(title));
    }

    /**
     * By hand, after steps G1 to G5: no port of either switch has ACS, the root ports will have it, and the upstream port is
     * alone on its device. So each endpoint joins its downstream port (G2) and no port another one (their device numbers
     * differ, G4). Of numa-roots only the switch at 21 has two ports in use; below 81:00.0 one slot is empty.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "qemu-switch, 0000:01:00.0, 0000:03:00.0 and 0000:04:00.0, 02:00.0 03:00.0, 02:01.0 04:00.0, 02:02.0 05:00.0",
        "qemu-numa-roots, 0000:21:00.0, 0000:23:00.0 and 0000:25:00.0, 22:00.0 23:00.0, 22:02.0 25:00.0, 82:01.0 84:00.0"
    })
    void groupsBelowSwitchesWithoutAcs(String sample, String subject, String pair, String a, String b, String c)
            throws Exception {
        Topology host = SampleCorpus.topology(sample);
        IommuGroups groups = IommuGroups.of(host, EffectiveAcs.withIommu(host));

        for (String group : List.of(a, b, c)) {
            assertThat(groups.of(FunctionAddress.of(group.substring(0, 7)))
                            .orElseThrow()
                            .members())
                    .extracting(f -> f.rid().toString())
                    .containsExactly(group.split(" "));
        }
        assertThat(RuleCase.said("GROUP_TOO_NARROW", Rules.check(host)))
                .startsWith("WARNING " + subject + " " + pair + " would with an IOMMU on be in different IOMMU groups")
                .doesNotContain("\n");
    }

    @Test
    void everySampleIsInTheTable() {
        assertThat(SampleCorpus.names())
                .containsExactlyInAnyOrder(
                        "siov-server",
                        "siov-undersized-port",
                        "sriov-undersized-port",
                        "siov-vf-collision",
                        "siov-rid-overflow",
                        "planned-gpu-server",
                        "planned-nvme-jbof",
                        "laptop-vmd",
                        "qemu-siov",
                        "qemu-nvme-vfs",
                        "qemu-switch",
                        "qemu-numa-roots");
    }
}
