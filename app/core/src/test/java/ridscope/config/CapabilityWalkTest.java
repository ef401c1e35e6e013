package ridscope.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.config.CapabilityList.Walked;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;

/** What the walks find, where they stop, and what they say about it. */
class CapabilityWalkTest {

    @Test
    void statusBitClearMeansNoListWhateverThePointerSays() {
        CapabilityList list = CapabilityWalk.walk(
                ConfigBytes.endpoint(256, 0x40).u16(0x06, 0).u16(0x40, 0x0001).config());

        assertThat(list.capabilities()).isEmpty();
        assertThat(list.standard()).isEqualTo(Walked.ABSENT);
        assertThat(list.extended()).isEqualTo(Walked.ABSENT);
        assertThat(list.diagnostics()).isEmpty();
    }

    /** The lowest two bits of a pointer are reserved. */
    @Test
    void listIsFollowedAndPointersAreRoundedDown() {
        CapabilityList list = CapabilityWalk.walk(ConfigBytes.endpoint(256, 0x43)
                .u16(0x40, 0x5301)
                .u16(0x50, 0x0005)
                .config());

        assertThat(list.capabilities())
                .containsExactly(new Capability(false, 0x01, 0x40, 0), new Capability(false, 0x05, 0x50, 0));
        assertThat(list.standard()).isEqualTo(Walked.YES);
        assertThat(list.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"00, 34", "01, 34", "80, 34", "81, 34", "02, 14", "82, 14"})
    void pointerStandsWhereTheHeaderTypeSays(String type, String pointer) {
        ConfigBytes bytes = ConfigBytes.ofSize(256)
                .u16(0x06, 0x10)
                .u8(0x0e, hex(type))
                .u8(hex(pointer), 0x40)
                .u16(0x40, 0x0001);

        assertThat(CapabilityWalk.walk(bytes.config()).capabilities())
                .containsExactly(new Capability(false, 1, 0x40, 0));
    }

    @Test
    void unknownHeaderTypeHasNoKnownPointer() {
        CapabilityList list =
                CapabilityWalk.walk(ConfigBytes.pcie(256).u8(0x0e, 0x7f).config());

        assertThat(list.capabilities()).isEmpty();
        assertThat(list.standard()).isEqualTo(Walked.UNKNOWN);
    }

    @Test
    void nullCapabilityDoesNotStopTheWalk() {
        CapabilityList list = CapabilityWalk.walk(ConfigBytes.endpoint(256, 0x40)
                .u16(0x40, 0x5000)
                .u16(0x50, 0x0009)
                .config());

        assertThat(list.capabilities()).extracting(Capability::id).containsExactly(0x00, 0x09);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            40 | 5001 | 4005 | CAP_LOOP        | the capability list returns to offset 0x40            | 2
            40 | 5001 | 5005 | CAP_LOOP        | the capability list returns to offset 0x50            | 2
            40 | 5001 | 3c05 | CAP_BAD_POINTER | the capability list points into the header, to offset 0x3c | 2
            01 | 5001 | 0005 | CAP_BAD_POINTER | the capability list points into the header, to offset 0x01 | 0
            40 | 5001 | 00ff | CAP_BAD_POINTER | the capability list leads to offset 0x50, where the ID reads ff | 1
            """)
    void oddListsAreReported(String first, String at40, String at50, String id, String text, int found) {
        CapabilityList list = CapabilityWalk.walk(ConfigBytes.endpoint(256, hex(first))
                .u16(0x40, hex(at40))
                .u16(0x50, hex(at50))
                .config());

        assertThat(list.diagnostics()).containsExactly(Diagnostic.of(id, text));
        assertThat(list.capabilities()).hasSize(found);
        assertThat(list.standard()).isEqualTo(Walked.YES);
    }

    /** 48 is all that fits, so one more can only be a loop. */
    @Test
    void fortyEightStandardEntriesAreAllFound() {
        ConfigBytes bytes = ConfigBytes.endpoint(256, 0x40);
        for (int at = 0x40; at < 0x100; at += 4) {
            bytes.u16(at, (at + 4) % 0x100 << 8 | 0x09);
        }

        assertThat(CapabilityWalk.walk(bytes.config()).capabilities()).hasSize(48);
        assertThat(CapabilityWalk.walk(bytes.config()).diagnostics()).isEmpty();

        CapabilityList looped = CapabilityWalk.walk(bytes.u16(0xfc, 0x4009).config());
        assertThat(looped.capabilities()).hasSize(48);
        assertThat(looped.diagnostics()).extracting(Diagnostic::id).containsExactly("CAP_LOOP");
    }

    /** Header dwords and what they decode to; the walk is sent on to the next offset to prove it. */
    @ParameterizedTest
    @CsvSource({"14820018, 18, 2, 148", "1431000e, e, 1, 140", "ffc10001, 1, 1, ffc"})
    void extendedHeader(String dword, String id, int version, String next) {
        CapabilityList list = CapabilityWalk.walk(ConfigBytes.pcie(4096)
                .u32(0x100, Numbers.hexLong(dword).orElseThrow())
                .u32(hex(next), 0x0001_0003)
                .config());

        assertThat(extended(list))
                .containsExactly(new Capability(true, hex(id), 0x100, version), new Capability(true, 3, hex(next), 1));
        assertThat(list.extended()).isEqualTo(Walked.YES);
        assertThat(list.diagnostics()).isEmpty();
    }

    @Test
    void extendedHeaderWithoutNextEnds() {
        CapabilityList list = CapabilityWalk.walk(
                ConfigBytes.pcie(4096).u32(0x100, 0x0001_0038L).config());

        assertThat(extended(list)).containsExactly(new Capability(true, 0x38, 0x100, 1));
    }

    @Test
    void extendedHeaderZeroIsAnEmptyList() {
        CapabilityList list = CapabilityWalk.walk(ConfigBytes.pcie(4096).config());

        assertThat(extended(list)).isEmpty();
        assertThat(list.extended()).isEqualTo(Walked.YES);
        assertThat(list.diagnostics()).isEmpty();
    }

    @Test
    void extendedNullCapabilityContinues() {
        CapabilityList list = CapabilityWalk.walk(ConfigBytes.pcie(4096)
                .u32(0x100, 0x2000_0000L)
                .u32(0x200, 0x0001_000dL)
                .config());

        assertThat(extended(list)).extracting(Capability::id).containsExactly(0x0, 0xd);
    }

    /** No response is not the end of a list: what follows is unknown. */
    @ParameterizedTest
    @CsvSource({"100, 0", "200, 1"})
    void allOnesIsNoResponse(String at, int found) {
        CapabilityList list = CapabilityWalk.walk(ConfigBytes.pcie(4096)
                .u32(0x100, 0x2001_0001L)
                .u32(hex(at), 0xffff_ffffL)
                .config());

        assertThat(extended(list)).hasSize(found);
        assertThat(list.extended()).isEqualTo(Walked.UNKNOWN);
        assertThat(list.diagnostics())
                .containsExactly(Diagnostic.of(
                        "EXTCAP_ALL_ONES", "the extended capability header at offset 0x" + at + " reads ffffffff"));
    }

    @Test
    void extendedLoopIsReported() {
        CapabilityList list = CapabilityWalk.walk(ConfigBytes.pcie(4096)
                .u32(0x100, 0x2001_0001L)
                .u32(0x200, 0x1001_0003L)
                .config());

        assertThat(extended(list)).hasSize(2);
        assertThat(list.diagnostics()).extracting(Diagnostic::id).containsExactly("CAP_LOOP");
    }

    @Test
    void extendedPointerBelow100IsReported() {
        CapabilityList list = CapabilityWalk.walk(
                ConfigBytes.pcie(4096).u32(0x100, 0x0401_0001L).config());

        assertThat(list.diagnostics())
                .containsExactly(Diagnostic.of(
                        "CAP_BAD_POINTER", "the extended capability at offset 0x100 points below 0x100, to 0x040"));
    }

    /** Entries of 4 bytes: more than 480 of them fit, but no honest device has them. */
    @Test
    void walkEndsAfter480ExtendedEntries() {
        ConfigBytes bytes = ConfigBytes.pcie(4096);
        for (int at = 0x100; at < 0xffc; at += 4) {
            bytes.u32(at, (long) (at + 4) << 20 | 0x1000b);
        }

        CapabilityList list = CapabilityWalk.walk(bytes.config());

        assertThat(extended(list)).hasSize(480);
        assertThat(list.diagnostics()).extracting(Diagnostic::id).containsExactly("CAP_TTL");
    }

    /**
     * What can be said about the lists: real bytes, claimed size and kind of function against the answers. A reader without
     * privilege gets 64 bytes (CardBus 128) of whatever the function has.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pcie         | 0    | 4096 | UNKNOWN | UNKNOWN
            pcie         | 64   | 4096 | UNKNOWN | UNKNOWN
            pcie         | 64   | 256  | UNKNOWN | ABSENT
            pcie         | 64   | 0    | UNKNOWN | UNKNOWN
            pcie         | 256  | 0    | YES     | UNKNOWN
            pcie         | 256  | 256  | YES     | ABSENT
            pcie         | 256  | 4096 | YES     | UNKNOWN
            pcie         | 4096 | 4096 | YES     | YES
            pcie         | 4096 | 0    | YES     | YES
            pcie         | 512  | 4096 | YES     | YES
            conventional | 64   | 256  | UNKNOWN | ABSENT
            conventional | 64   | 0    | UNKNOWN | UNKNOWN
            conventional | 256  | 0    | YES     | ABSENT
            conventional | 4096 | 4096 | YES     | ABSENT
            no list      | 64   | 256  | ABSENT  | ABSENT
            no list      | 64   | 0    | ABSENT  | ABSENT
            no list      | 4096 | 4096 | ABSENT  | ABSENT
            pci-x        | 256  | 0    | YES     | ABSENT
            pci-x 266    | 256  | 0    | YES     | UNKNOWN
            pci-x 266    | 4096 | 0    | YES     | YES
            host bridge  | 64   | 4096 | ABSENT  | UNKNOWN
            host bridge  | 256  | 0    | ABSENT  | ABSENT
            host bridge  | 4096 | 4096 | ABSENT  | YES
            silent       | 4096 | 4096 | UNKNOWN | UNKNOWN
            """)
    void whatIsNotThereIsUnknownNotAbsent(String kind, int real, int claimed, Walked standard, Walked extended) {
        CapabilityList list = CapabilityWalk.walk(kind(kind).config(real), claimed);

        assertThat(list.standard()).as("standard").isEqualTo(standard);
        assertThat(list.extended()).as("extended").isEqualTo(extended);
        assertThat(list.diagnostics()).isEmpty();
    }

    private static ConfigBytes kind(String kind) {
        return switch (kind) {
            case "pcie" -> ConfigBytes.pcie(4096);
            case "conventional" -> ConfigBytes.endpoint(4096, 0x40).u16(0x40, 0x0001);
            case "no list" -> ConfigBytes.endpoint(4096, 0x40).u16(0x06, 0);
            case "pci-x" -> ConfigBytes.endpoint(4096, 0x40).u16(0x40, 0x0007).u32(0x44, 0x2003_0000L);
            case "pci-x 266" ->
                ConfigBytes.endpoint(4096, 0x40).u16(0x40, 0x0007).u32(0x44, 0x4003_0000L);
            case "host bridge" -> ConfigBytes.endpoint(4096, 0).u16(0x06, 0).u16(0x0a, 0x0600);
            default -> ConfigBytes.ofSize(4096).u16(0x00, 0xffff).u16(0x06, 0xffff);
        };
    }

    @Test
    void listThatLeavesTheRealBytesIsUnknownFromThereOn() {
        ConfigBytes bytes = ConfigBytes.pcie(4096)
                .u32(0x100, 0x2001_0001L)
                .u32(0x200, 0x0001_0003L)
                .u8(0x41, 0xc0)
                .u16(0xc0, 0x0005);

        assertThat(CapabilityWalk.walk(bytes.config(0x180)).extended()).isEqualTo(Walked.UNKNOWN);
        assertThat(extended(CapabilityWalk.walk(bytes.config(0x180)))).hasSize(1);
        assertThat(CapabilityWalk.walk(bytes.config(128)).standard()).isEqualTo(Walked.UNKNOWN);
        assertThat(CapabilityWalk.walk(bytes.config(128)).capabilities()).hasSize(1);
    }

    /** All fifteen must repeat the IDs; one that differs is enough for a real space. */
    @ParameterizedTest
    @ValueSource(ints = {0x100, 0x200, 0x800, 0xf00})
    void mirroredSpaceIsNoExtendedSpace(int different) {
        ConfigBytes bytes = ConfigBytes.pcie(4096);
        for (int at = 0x100; at < 0x1000; at += 0x100) {
            bytes.u32(at, 0x10c9_8086L);
        }
        assertThat(CapabilityWalk.walk(bytes.config()).extended()).isEqualTo(Walked.ABSENT);
        assertThat(CapabilityWalk.walk(bytes.config()).diagnostics()).isEmpty();

        assertThat(CapabilityWalk.walk(bytes.u32(different, 0).config()).extended())
                .isEqualTo(Walked.YES);
    }

    private static List<Capability> extended(CapabilityList list) {
        return list.capabilities().stream().filter(Capability::extended).toList();
    }

    private static int hex(String digits) {
        return Numbers.hex(digits).orElseThrow();
    }
}
