package ridscope.source.lspci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.source.Head;
import ridscope.source.SnapshotException;
import ridscope.source.Source;
import ridscope.text.Diagnostic;

class LspciHexTest {

    private static final String BRIDGE = "00:1c.0 PCI bridge: Maker Port (rev f1) (prog-if 00 [Normal decode])\n";

    @ParameterizedTest
    @CsvSource({
        "00:1f.3, 0000:00:1f.3",
        "0000:00:1f.3, 0000:00:1f.3",
        "10000:e1:00.0, 10000:e1:00.0",
        "ffffffff:ff:1f.7, ffffffff:ff:1f.7",
        "0003:01:00.0, 0003:01:00.0",
    })
    void addressesWithAndWithoutSegment(String printed, String expected) throws Exception {
        assertThat(one(printed + " Class 0600: Device 8086:09a2\n" + rows(64)).address())
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Host bridge: Maker Hub (rev 12)                            |        |      |      | 12 |         | Maker Hub",
                "Host bridge [0600]: Maker Hub [8086:29c0]                  | 060000 | 8086 | 29c0 |    |         | Maker Hub",
                "PCI bridge [0604]: M [x] Port [1b36:000c] (prog-if 01 [S]) | 060401 | 1b36 | 000c |    |         | M [x] Port",
                "0600: 8086:3405 (rev 12)                                   | 060000 | 8086 | 3405 | 12 |         |",
                "Class 0600: 8086:3405                                      | 060000 | 8086 | 3405 |    |         |",
                "Class 0600: Device 8086:09a2 (rev 01)                      | 060000 | 8086 | 09a2 | 01 |         |",
                "Ethernet controller: Maker Inc. Device 10c9 (rev 01)       |        |      | 10c9 | 01 | Maker Inc. |",
                "PCI bridge [0604]: Maker Inc. Device [8086:b002]           | 060400 | 8086 | b002 |    | Maker Inc. |",
                "Unassigned class [ff00]: Maker Corp. Device 0d93           |        |      | 0d93 |    | Maker Corp. |",
            })
    void headerLines(
            String text, String classCode, String vendor, String device, String rev, String vendorName, String name)
            throws Exception {
        int base = classCode == null ? 0 : Integer.parseInt(classCode, 16);
        OsFacts os = one("00:00.0 " + text + "\n" + rows(64, 0x0a, base >> 8, 0x0b, base >> 16))
                .os();
        assertThat(os.identity().classCode()).isEqualTo(hex(classCode));
        assertThat(os.identity().vendor()).isEqualTo(hex(vendor));
        assertThat(os.identity().device()).isEqualTo(hex(device));
        assertThat(os.identity().revision()).isEqualTo(hex(rev));
        assertThat(os.names().vendor().orElse(null)).isEqualTo(vendorName);
        assertThat(os.names().device().orElse(null)).isEqualTo(name);
    }

    @Test
    void whatStandsBetweenTheRowsIsUsed() throws Exception {
        OsFacts os = one(BRIDGE
                        + "\tSubsystem: Some One Thing [1af4:1100]\n\tPhysical Slot: 3-1\n"
                        + "\tControl: I/O+\n\tNUMA node: 1\n\tIOMMU group: 12\n"
                        + "\tCapabilities: [90] Subsystem: Nobody\n\tKernel driver in use: pcieport\n"
                        + rows(256))
                .os();
        assertThat(os.identity().subsystemVendor()).hasValue(0x1af4);
        assertThat(os.identity().subsystemDevice()).hasValue(0x1100);
        assertThat(os.names().subsystem()).hasValue("Some One Thing");
        assertThat(os.place().slot()).hasValue("3-1");
        assertThat(os.place().numaNode()).hasValue(1);
        assertThat(os.place().iommuGroup()).hasValue(12);
        assertThat(os.driver()).hasValue("pcieport");
    }

    @Test
    void oneVerbosePutsNodeAndGroupAmongTheFlags() throws Exception {
        OsFacts os = one(BRIDGE + "\tFlags: bus master, fast devsel, IRQ 28, NUMA node 0, IOMMU group 3\n" + rows(256))
                .os();
        assertThat(os.place().numaNode()).hasValue(0);
        assertThat(os.place().iommuGroup()).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({"64, , 0", "128, true, 0", "256, true, 0", "4096, true, 4096"})
    void lengthPrivilegeAndClaimedSize(int length, Boolean privileged, int configSize) throws Exception {
        HostSnapshot host = host(BRIDGE + rows(length, 0x18, 7, 63, 0xab));
        FunctionRecord function = host.functions().get(0);
        assertThat(function.config().length()).isEqualTo(length);
        assertThat(function.config().u8(0x18)).hasValue(7);
        assertThat(function.config().u8(63)).hasValue(0xab);
        assertThat(function.configSize()).isEqualTo(configSize);
        assertThat(host.provenance().privileged()).isEqualTo(Optional.ofNullable(privileged));
        assertThat(host.diagnostics()).isEmpty();
    }

    @Test
    void besideA4096ByteFunctionOneOf256HasNoMore() throws Exception {
        HostSnapshot host = host("00:00.0 X: Y\n" + rows(256) + "\n01:00.0 X: Y\n" + rows(4096));
        assertThat(host.functions()).extracting(FunctionRecord::configSize).containsExactly(256, 4096);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void lineEndsMarksAndQuotesDoNotMatter(String lineEnd) throws Exception {
        String dump = BRIDGE + "\tKernel driver in use: pcieport\n" + rows(256) + "\n";
        HostSnapshot plain = host(dump);
        String odd = "\ufeffHi,\nsee below\n\n"
                + dump.lines().map(l -> "> " + l + "\n").reduce("", String::concat);
        assertThat(host(odd.replace("\n", lineEnd))).isEqualTo(plain);
        assertThat(host("```\n" + dump.replace("\n", lineEnd) + "```\n")).isEqualTo(plain);
    }

    @Test
    void aRowThatBreaksOffIsNotTaken() throws Exception {
        String dump = BRIDGE + rows(256);
        HostSnapshot host = host(dump.substring(0, dump.length() - "e 0f\n".length() - 9));
        assertThat(host.functions().get(0).config().length()).isEqualTo(0xf0);
        assertThat(host.diagnostics())
                .containsExactly(Diagnostic.of(
                        "DUMP_TRUNCATED",
                        "0000:00:1c.0",
                        "The dump of 0000:00:1c.0 breaks off after 240 configuration bytes."));
    }

    @Test
    void rowsBehindAGapAreNotTaken() throws Exception {
        String dump = (BRIDGE + rows(256)).replaceAll("(?m)^40:.*\n", "");
        HostSnapshot host = host(dump);
        assertThat(host.functions().get(0).config().length()).isEqualTo(0x40);
        assertThat(host.diagnostics()).extracting(Diagnostic::id).containsExactly("DUMP_TRUNCATED");
    }

    @Test
    void rowsOfAFunctionWhoseHeaderIsLostAreNotMixedIn() throws Exception {
        HostSnapshot host = host(BRIDGE + rows(256, 0x18, 1) + "x damaged\n" + rows(256, 0x18, 2));
        assertThat(host.functions()).hasSize(1);
        assertThat(host.functions().get(0).config().u8(0x18)).hasValue(1);
        assertThat(host.diagnostics()).hasSize(1);
    }

    @Test
    void oneAddressWithDifferentBytesMeansTwoHosts() throws Exception {
        List<HostSnapshot> hosts = hosts("00:00.0 X: Y\n" + rows(64) + "01:00.0 X: A\n" + rows(64, 2, 1)
                + "00:00.0 X: Y\n" + rows(64) + "01:00.0 X: B\n" + rows(64, 2, 2) + "02:00.0 X: C\n" + rows(64));
        assertThat(hosts).hasSize(2);
        assertThat(hosts.get(0).functions()).hasSize(2);
        assertThat(hosts.get(1).functions()).hasSize(3);
        assertThat(hosts.get(0).functions().get(1).config().u8(2)).hasValue(1);
        assertThat(hosts.get(1).functions().get(1).config().u8(2)).hasValue(2);
    }

    @Test
    void theSameHostDumpedTwiceIsOneHostAndTheLongerDumpCounts() throws Exception {
        List<HostSnapshot> hosts = hosts(BRIDGE + rows(64, 2, 1) + BRIDGE + rows(256, 2, 1));
        assertThat(hosts).hasSize(1);
        assertThat(hosts.get(0).functions()).hasSize(1);
        assertThat(hosts.get(0).functions().get(0).config().length()).isEqualTo(256);
        assertThat(hosts.get(0).diagnostics()).extracting(Diagnostic::id).containsExactly("DUPLICATE_RID");
    }

    @Test
    void promptsAndFileNamesNameTheHosts() throws Exception {
        List<HostSnapshot> hosts = hosts("root@db7:~# lspci -xxx\n" + BRIDGE + rows(64) + "[me@db8 ~]$ sudo lspci -x\n"
                + BRIDGE + rows(64) + "==> dumps/db9.txt <==\n" + BRIDGE + rows(64));
        assertThat(hosts)
                .extracting(host -> host.provenance().host().orElse(null))
                .containsExactly("db7", "db8", "db9.txt");
    }

    @Test
    void deniedCapabilitiesMeanUnprivileged() throws Exception {
        assertThat(host(BRIDGE + "\tCapabilities: <access denied>\n" + rows(64))
                        .provenance()
                        .privileged())
                .hasValue(false);
    }

    @Test
    void functionsComeInAddressOrder() throws Exception {
        assertThat(host("01:00.0 X: Y\n" + rows(64) + "00:1f.7 X: Y\n" + rows(64))
                        .functions())
                .extracting(FunctionRecord::address)
                .containsExactly(FunctionAddress.of("00:1f.7"), FunctionAddress.of("01:00.0"));
    }

    @Test
    void absurdlyLongLinesDoNoHarm() throws Exception {
        String noise = "x".repeat(3_000_000);
        HostSnapshot host = host(noise + "\n" + BRIDGE + noise + "\n" + rows(64) + noise);
        assertThat(host).isEqualTo(host(BRIDGE + rows(64)));
    }

    @Test
    void withoutFunctionsThereIsNothingToRead() {
        assertThatThrownBy(() -> hosts("00:1f.7 and so on\n"))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("has no function in it")
                .hasMessageContaining("sudo lspci -vvv -xxxx");
    }

    @ParameterizedTest
    @CsvSource({
        "'00:00.0 Host bridge: X\n00: 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f', 90",
        "'00:00.0 Host bridge: X\n00: 00 01', 40",
        "'00:00.0 Host bridge: X\n\tFlags: fast', 0",
        "'00: 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f', 0",
        "'12:30:45 something', 0",
        "'00:00.0 Host bridge: X\n00: 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f\n\0', 0",
    })
    void recognition(String text, int confidence) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Head head = new Head(new Source.Bytes("x", bytes), false, bytes);
        assertThat(new LspciHexReader().recognise(head).confidence()).isEqualTo(confidence);
    }

    private static OptionalInt hex(String digits) {
        return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits, 16));
    }

    private static FunctionRecord one(String dump) throws SnapshotException {
        assertThat(host(dump).functions()).hasSize(1);
        return host(dump).functions().get(0);
    }

    private static HostSnapshot host(String dump) throws SnapshotException {
        assertThat(hosts(dump)).hasSize(1);
        return hosts(dump).get(0);
    }

    private static List<HostSnapshot> hosts(String dump) throws SnapshotException {
        Source source = new Source.Bytes("dump", dump.getBytes(StandardCharsets.UTF_8));
        return new LspciHexReader().read(source, Feedback.NONE);
    }

    /** Rows of zeros, but for (offset, value) pairs. */
    static String rows(int length, int... pairs) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < pairs.length; i += 2) {
            bytes[pairs[i]] = (byte) pairs[i + 1];
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i % 16 == 0 ? String.format("%02x:", i) : "").append(String.format(" %02x", bytes[i]));
            text.append(i % 16 == 15 ? "\n" : "");
        }
        return text.toString();
    }
}
