package ridscope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.isolation.GroupComparison;
import ridscope.isolation.IommuGroups;
import ridscope.source.Fixtures;
import ridscope.topology.Topology;

/** No finding of severity ERROR on hosts that worked, with the exceptions that the table names and explains. */
class HealthyHostsTest {

    private static String errors(Topology host) {
        return String.join(
                " ",
                Rules.check(host).stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .map(Finding::id)
                        .distinct()
                        .toList());
    }

    /**
     * Three are right: the CardBus bridge of dell-xt2 forwards [40-43] below a bridge that ends at 0a; fakepcilocalities was
     * edited so that one device stands at three places; of nfd the bridges were left out.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "real/hex/derived__asus-p6t6.x.txt,",
        "real/hex/derived__asus-p6t6.xxx.txt,",
        "real/hex/derived__eudev-t60.vvvxxxx.txt,",
        "real/hex/pciutils__bridge-ctl-vga16.txt,",
        "real/hex/pciutils__broken-ecaps.txt,",
        "real/hex/pciutils__cap-MSI-mapping.txt,",
        "real/hex/pciutils__cap-address-xlation.txt,",
        "real/hex/pciutils__cap-aer-root.txt,",
        "real/hex/pciutils__cap-debug-port.txt,",
        "real/hex/pciutils__cap-doe.txt,",
        "real/hex/pciutils__cap-dpc.txt,",
        "real/hex/pciutils__cap-dvsec-cxl.txt,",
        "real/hex/pciutils__cap-exp-lnkcap2.txt,",
        "real/hex/pciutils__cap-flitmode.txt,",
        "real/hex/pciutils__cap-ht.txt,",
        "real/hex/pciutils__cap-pasid-pri.txt,",
        "real/hex/pciutils__cap-pcie-1.txt,",
        "real/hex/pciutils__cap-pcie-2.txt,",
        "real/hex/pciutils__cap-phy32.txt,",
        "real/hex/pciutils__cap-ptm-1.txt,",
        "real/hex/pciutils__cap-rebar.txt,",
        "real/hex/pciutils__cap-vendor-virtio.txt,",
        "real/hex/pciutils__tree-asus-p6t6.txt,",
        "real/hex/pciutils__tree-fsl-p2020.txt,",
        "real/sysfs/eudev__test-sys.tar.xz,",
        "real/sysfs/ghw__linux-amd64-8581cf3a529e5d8b97ea876eade2f60d.tar.gz,",
        "real/sysfs/ghw__linux-amd64-accel.tar.gz,",
        "real/sysfs/ghw__linux-arm64-c288e0776090cd558ef793b2a4e61939.tar.gz,",
        "real/sysfs/hwloc__2pa-pcidomain32bits.tar.bz2,",
        "real/sysfs/hwloc__32em64t-2n8c+dax+nvme+mic+dimms.tar.bz2,",
        "real/sysfs/hwloc__40intel64-2g2n4c+pcilocality.tar.bz2,",
        "real/sysfs/hwloc__fakepcilocalities.tar.bz2, DUPLICATE_RID",
        "real/sysfs/nfd__testdata.tar.gz, UNDECODED_BUS",
        "real/text/aws-g2__lspci.txt,",
        "real/text/derived__asus-p6t6.3.14.nn.txt,",
        "real/text/derived__asus-p6t6.3.14.vvvnn.txt,",
        "real/text/derived__asus-p6t6.3.9.vv.txt,",
        "real/text/derived__eudev-t60.vvnn.txt,",
        "real/text/glpi__dell-xt2.txt, RANGE_OUTSIDE_PARENT",
        "real/text/glpi__linux-asus-portable.txt,",
        "real/text/glpi__nvidia-1.txt,",
        "real/text/nixos__minisforum-um790-pro.md,",
        "real/text/z510__lspci_vvv.txt,",
        "real/text/zbook-g5__lspci.txt,",
        "qemu/b-switch/sysfs.tar.gz,",
        "qemu/c-nvme-sriov/sysfs.tar.gz,",
        "qemu/f-pxb/sysfs.tar.gz,",
        "qemu/i-arm64/sysfs.tar.gz,",
        "qemu/m-siov/sysfs.tar.gz,"
    })
    void noErrorsOnHostsThatWork(String file, String expected) throws Exception {
        for (Topology host : Captures.hosts(Fixtures.path(file))) {
            assertThat(errors(host)).isEqualTo(expected == null ? "" : expected);
        }
    }

    static Stream<Path> captures() {
        List<Path> all = new ArrayList<>();
        List.of("real/sysfs", "real/text", "real/hex").forEach(folder -> all.addAll(Fixtures.files(folder)));
        Fixtures.files("qemu").forEach(folder -> all.add(folder.resolve("sysfs.tar.gz")));
        return all.stream().filter(Files::isRegularFile);
    }

    /** Whatever capture tells IOMMU groups: those of the kernel are those computed, as far as the registers are there. */
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("captures")
    void computedGroupsAreTheKernels(Path file) throws Exception {
        for (Topology host : Captures.hosts(file)) {
            assertThat(GroupComparison.of(host, IommuGroups.of(host)).differences())
                    .isEmpty();
        }
    }

    /** Most of its ACS registers are not in the listing; what is known of the 49 functions in groups must do. */
    @Test
    void groupsOfAListingAreComparedAsFarAsTheyGo() throws Exception {
        Topology host =
                Captures.hosts(Fixtures.path("real/text/glpi__nvidia-1.txt")).get(0);

        GroupComparison comparison = GroupComparison.of(host, IommuGroups.of(host));

        assertThat(comparison.compared()).isGreaterThan(0);
        assertThat(comparison.compared() + comparison.left()).isEqualTo(49);
    }
}
