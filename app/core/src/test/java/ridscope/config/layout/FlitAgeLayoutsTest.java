package ridscope.config.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extended capabilities 25 to 3A, read from bytes written by hand after the sources their layouts name. */
class FlitAgeLayoutsTest {

    @Test
    void dataLinkFeature() {
        Decoded.of(0x25, "04=80000047 08=8000000b").says("""
                Data Link Feature Capabilities / Data Link Feature Exchange Enable = yes
                Data Link Feature Capabilities / Local L0p Exit Latency = 2 to 4 us
                Data Link Feature Capabilities / Local Extended VC Count = 1
                Data Link Feature Capabilities / Local Immediate Readiness = yes
                Data Link Feature Status / Remote Data Link Feature Supported Valid = yes
                Data Link Feature Status / Remote Extended VC Count = 2
                """);
    }

    /** The rate is part of the names; lanes are where each rate has them. */
    @ParameterizedTest
    @CsvSource({"26, 16.0, 20, 11, 0", "2a, 32.0, 20, 17, 8", "31, 64.0, 10, 17, 5", "39, 128.0, 10, 17, 5"})
    void physicalLayersHaveALineForEachLane(String id, String rate, String lanes, int statusBits, int precoding) {
        int number = ridscope.text.Numbers.hex(id).orElseThrow();
        Decoded decoded = Decoded.of(number, "0c=0000001d " + lanes + "=a4f37456");
        decoded.says("""
                RATE GT/s Status / Link Equalization Request RATE GT/s = yes
                RATE GT/s Status / Equalization RATE GT/s Phase 3 Successful = yes
                RATE GT/s Status / Equalization RATE GT/s Phase 1 Successful = no
                RATE GT/s Status / Equalization RATE GT/s Complete = yes
                Lane 0 Equalization Control / Upstream Port Transmitter Preset = P5
                Lane 0 Equalization Control / Downstream Port Transmitter Preset = P6
                Lane 2 Equalization Control / Upstream Port Transmitter Preset = reserved (0xf)
                Lane 3 Equalization Control / Upstream Port Transmitter Preset = P10
                Lane 0 Equalization Control @ LANES
                """.replace("RATE", rate).replace("LANES", lanes));
        decoded.hasNo("Lane 4 Equalization Control");
        List<Field> status = decoded.tree().register(rate + " GT/s Status").fields();
        assertThat(status.stream().filter(f -> f.name().equals("Transmitter Precoding On")))
                .allMatch(f -> f.low() == precoding)
                .hasSize(precoding == 0 ? 0 : 1);
        assertThat(status).hasSizeLessThan(statusBits);
    }

    @Test
    void modifiedTrainingSetsAt32() {
        Decoded.of(0x2a, "04=00000703 08=00000202 0c=000007e0 10=1e98000a 14=01000123 18=80860002")
                .says("""
                32.0 GT/s Capabilities / Equalization bypass to highest rate Supported = yes
                32.0 GT/s Capabilities / Modified TS Usage Mode 2 Supported - Alternate Protocol = yes
                32.0 GT/s Control / Modified TS Usage Mode Selected = Alternate Protocol Negotiation
                32.0 GT/s Control / No Equalization Needed Disable = yes
                32.0 GT/s Status / Received Enhanced Link Behavior Control = modified TS1/TS2 ordered sets supported
                32.0 GT/s Status / Transmitter Precoding On = yes
                32.0 GT/s Status / Modified TS Received = yes
                Received Modified TS Data 1 / Received Modified TS Vendor ID = 1e98
                Received Modified TS Data 1 / Received Modified TS Usage Mode = 2
                Received Modified TS Data 1 / Received Modified TS Information 1 = 0x0001
                Received Modified TS Data 2 / Alternate Protocol Negotiation Status = 0x1
                Transmitted Modified TS Data 1 / Transmitted Modified TS Vendor ID = 8086
                """);
    }

    @Test
    void lanesOfMargining() {
        Decoded.of(0x27, "04=00030001 08=00009c38 14=81240e0b").says("""
                        Margining Port Capabilities / Margining uses Driver Software = yes
                        Margining Port Status / Margining Ready = yes
                        Margining Port Status / Margining Software Ready = yes
                        Lane 0 Margining Control / Receiver Number = broadcast
                        Lane 0 Margining Control / Margin Type = 0x7
                        Lane 0 Margining Control / Margin Payload = 0x9c
                        Lane 3 Margining Control / Receiver Number = Rx(C)
                        Lane 3 Margining Status / Receiver Number = Rx(D)
                        Lane 3 Margining Status / Margin Payload = 0x81
                        """).hasNo("Lane 4 Margining Control");
    }

    @Test
    void enclosureManagement() {
        Decoded.of(0x29, "04=810000fd 08=00000009 0c=1").says("""
                NPEM Capability / NPEM Capable = yes
                NPEM Capability / NPEM Reset Capable = no
                NPEM Capability / NPEM Locate Capable = yes
                NPEM Capability / NPEM Hot Spare Capable = yes
                NPEM Capability / NPEM In A Critical Array Capable = no
                NPEM Capability / Enclosure-specific Capabilities = 0, 7
                NPEM Control / NPEM Enable = yes
                NPEM Control / NPEM Locate Control = yes
                NPEM Control / NPEM Fail Control = no
                NPEM Status / NPEM Command Completed = yes
                """);
    }

    /** Registers whose fields nobody published: where they are and their value. */
    @Test
    void rawRegistersStandWhereTwoDecodersHaveThem() {
        Decoded.of(0x28, "04=10000008 08=00120001 0c=11 1c=55").says("""
                Hierarchy ID Status = 0x10000008
                Hierarchy ID Data = 0x00120001
                Hierarchy ID GUID 1 = 0x00000011
                Hierarchy ID GUID 5 = 0x00000055
                """);
        Decoded.of(0x2b, "04=2 08=1 0c=1e980001 10=7").says("""
                Alternate Protocol Capabilities = 0x00000002
                Alternate Protocol Data 1 = 0x1e980001
                Alternate Protocol Data 2 = 0x00000007
                """);
        Decoded.of(0x2c, "04=00020001 08=3 0c=100000 10=9").says("""
                SFI Capability = 0x0001
                SFI Control = 0x0002
                SFI Status = 0x0003
                SFI CAM Address = 0x00100000
                SFI CAM Data = 0x00000009
                """);
        Decoded.of(0x2d, "04=1 08=2 18=3").says("""
                Shadow Functions Control = 0x00000002
                Shadow Functions Instance 3 = 0x00000003
                """);
        Decoded.of(0x33, "04=1 0c=2 20=3").says("""
                Flit Performance Measurement Status = 0x00000002
                LTSSM Performance Measurement Status 5 = 0x00000003
                """);
        Decoded.of(0x37, "08=1 10=2").says("""
                NOP Flit Control 1 = 0x00000001
                NOP Flit Status = 0x00000002
                """);
        Decoded.of(0x3a, "04=00050001 08=7").says("""
                Captured Data Capabilities = 0x0001
                Captured Data Control = 0x0005
                Captured Data = 0x00000007
                """);
    }

    @Test
    void dataObjectExchange() {
        Decoded.of(0x2e, "04=0000100b 08=80000002 0c=80000001 14=1").says("""
                DOE Capabilities / DOE Interrupt Message Number = 5
                DOE Capabilities / DOE Attention Mechanism Support = yes
                DOE Control / DOE Go = yes
                DOE Control / DOE Interrupt Enable = yes
                DOE Status / DOE Busy = yes
                DOE Status / Data Object Ready = yes
                DOE Read Data Mailbox = 0x00000001
                """);
    }

    @Test
    void deviceThree() {
        Decoded.of(0x2f, "04=00000dae 08=000000f8 0c=0000001b").says("""
                Device Capabilities 3 / UIO Mem RdWr Requester Supported = yes
                Device Capabilities 3 / UIO Mem RdWr Completer Supported = yes
                Device Capabilities 3 / Retimer L0p Exit Latency = 4 to 8 us
                Device Capabilities 3 / Port L0p Exit Latency = 2 to 4 us
                Device Capabilities 3 / DMWr Request Routing Supported = no
                Device Control 3 / Target Link Width = dynamic
                Device Control 3 / UIO Mem RdWr Requester Enable = yes
                Device Control 3 / UIO Request 256B Boundary Disable = no
                Device Status 3 / Initial Link Width = x8
                Device Status 3 / Segment Captured = yes
                Device Status 3 / Remote L0p Supported = yes
                """);
    }

    /** One link stream, two selective ones; the first with an address block, which moves the second. */
    @Test
    void encryptionStreamsFollowEachOther() {
        Decoded.of(0x30, """
                        04=03010043 08=4 0c=05080151 10=80000002
                        14=1 18=07c00603 1c=2 20=003bff00 24=013b0001 28=fff00101 2c=f 30=e
                        34=0 38=09000001 44=00000001""").says("""
                IDE Capability / Number of TCs Supported for Link IDE = 1
                IDE Capability / Number of Selective IDE Streams Supported = 2
                IDE Capability / Supported Algorithms = AES-GCM-256, 96-bit MAC
                IDE Capability / IDE_KM Protocol Supported = yes
                IDE Capability / TEE-Limited Stream Supported = yes
                IDE Capability / XT Supported = yes
                IDE Control / Flow-Through IDE Stream Enabled = yes
                Link IDE Stream 0 Control / Stream ID = 5
                Link IDE Stream 0 Control / Traffic Class = 1
                Link IDE Stream 0 Control / PCRC Enable = yes
                Link IDE Stream 0 Control / Tx Aggregation Mode CPL = up to 2 TLPs
                Link IDE Stream 0 Control / Tx Aggregation Mode PR = up to 2 TLPs
                Link IDE Stream 0 Control / Tx Aggregation Mode NPR = no
                Link IDE Stream 0 Status / Link IDE Stream State = secure
                Link IDE Stream 0 Status / Received Integrity Check Fail Message = yes
                Selective IDE Stream 0 Capability / Number of Address Association Register Blocks = 1
                Selective IDE Stream 0 Control / Stream ID = 7
                Selective IDE Stream 0 Control / Default Stream = yes
                Selective IDE Stream 0 Control / TEE-Limited Stream = yes
                Selective IDE Stream 0 Control / XT Enable = yes
                Selective IDE Stream 0 Control / Selective IDE for Configuration Requests Enable = yes
                Selective IDE Stream 0 Control / Partial Header Encryption Mode = address bits 17:2
                Selective IDE Stream 0 RID Association 1 / RID Limit = 3b:1f.7
                Selective IDE Stream 0 RID Association 2 / RID Base = 3b:00.0
                Selective IDE Stream 0 RID Association 2 / Segment Base = 0x01
                Selective IDE Stream 0 Address Association 0 1 / Memory Limit Lower = 0xfff
                Selective IDE Stream 0 Address Association 0 1 / Memory Base Lower = 0x001
                Selective IDE Stream 0 Address Association 0 1 / Valid = yes
                Selective IDE Stream 0 Address Association 0 2 / Memory Limit Upper = 0x0000000f
                Selective IDE Stream 0 Address Association 0 3 / Memory Base Upper = 0x0000000e
                Selective IDE Stream 1 Capability @ 34
                Selective IDE Stream 1 Control / Stream ID = 9
                Selective IDE Stream 1 RID Association 2 / Valid = yes
                """).hasNo("Link IDE Stream 1 Control", "Selective IDE Stream 2 Capability");
        // Without Link IDE its number of TCs means nothing.
        Decoded.of(0x30, "04=0000e002 0c=0 10=03000001")
                .says("""
                Selective IDE Stream 0 Capability @ c
                Selective IDE Stream 0 Control / Stream ID = 3
                """)
                .hasNo("Link IDE Stream 0 Control", "Selective IDE Stream 1 Capability");
    }

    @Test
    void flitLogging() {
        Decoded.of(
                        0x32,
                        "04=aabb6329 08=11223344 0c=0a0c0a0b 10=00000009 14=12345678 18=00000063 1c=00020001 38=00080007")
                .says("""
                        Flit Error Log 1 / Flit Error Log Valid = yes
                        Flit Error Log 1 / Flit Error Link Width = x16
                        Flit Error Log 1 / Flit Offset from the Last Logged Flit in Error = 2
                        Flit Error Log 1 / Consecutive Flit Error after the Last Flit Error = 3
                        Flit Error Log 1 / Unrecognized Flit = yes
                        Flit Error Log 1 / FEC Uncorrectable Error in Flit = no
                        Flit Error Log 1 / Syndrome Parity for ECC Group 0 = 0xbb
                        Flit Error Log 2 / Syndrome Check for ECC Group 2 = 0x11
                        Flit Error Counter Control / Trigger Event on Error Count = 160
                        Flit Error Counter Control / Events to Count = 2
                        Flit Error Counter Status / Flit Error Counter = 10
                        Flit Error Counter Status / Interrupt Generated based on Trigger Event Count = yes
                        Flit Error Counter Status / Link Width when Error Counter Started = x16
                        FBER Measurement Control / Granularity of per-Lane Error Reported = odd
                        FBER Measurement Status 1 / Flit Counter = 305419896
                        FBER Measurement Status 2 / Invalid Flit Counter = 99
                        FBER Measurement Status 3 / Lane 0 Correctable Counter = 1
                        FBER Measurement Status 3 / Lane 1 Correctable Counter = 2
                        FBER Measurement Status 10 / Lane 15 Correctable Counter = 8
                        """)
                .hasNo("FBER Measurement Status 11");
    }

    @Test
    void flitErrorInjection() {
        Decoded.of(0x34, "08=a0c50803 0c=000550f7 10=9 14=20010029 18=00030001 1c=08000002 20=1")
                .says("""
                Flit Error Injection Control 1 / Flit Error Injection Enable = yes
                Flit Error Injection Control 1 / Inject Errors on Received Flits = no
                Flit Error Injection Control 1 / Flit Error Injection Enable 64.0 GT/s Data Rate = yes
                Flit Error Injection Control 1 / Number of Errors Injected = 5
                Flit Error Injection Control 1 / Spacing Between Injected Errors = 6
                Flit Error Injection Control 1 / Injection on Flit Type = payload with sequence numbers only
                Flit Error Injection Control 2 / Consecutive Error Injection = pseudo-random
                Flit Error Injection Control 2 / Error Type Being Injected = correctable, three ECC groups
                Flit Error Injection Control 2 / Error Offset within Flit = 7
                Flit Error Injection Control 2 / Error Magnitude = 0x55
                Flit Error Injection Status / Flit Error Tx Injection Status = started
                Flit Error Injection Status / Flit Error Rx Injection Status = completed
                Ordered Set Error Injection Control 1 / Number of Errors Injected = 5
                Ordered Set Error Injection Control 1 / Inject Errors on TS0 = yes
                Ordered Set Error Injection Control 1 / Inject Errors in Recovery.Equalization Phase 3 = yes
                Ordered Set Error Injection Control 2 / Lane Number for Error Injection = 0x0003
                Ordered Set Error Tx Injection Status / Tx Injection Status TS0 = completed
                Ordered Set Error Tx Injection Status / Tx Injection Status Recovery.Equalization Phase 3 = completed
                Ordered Set Error Rx Injection Status / Rx Injection Status TS0 = started
                """);
    }

    @Test
    void streamlinedVirtualChannels() {
        Decoded.of(0x35, "04=3 0c=1 14=0 38=00003200 3c=80000208 40=2")
                .says("""
                        SVC Port Capability 1 / Extended VC Count = 3
                        SVC Port Control / SVC Enable = yes
                        SVC Resource 0 Capability / Protocols Supported = non-UIO
                        SVC Resource 3 Capability / VC ID = 3
                        SVC Resource 3 Capability / Protocols Supported = UIO
                        SVC Resource 3 Control / VC Enable = yes
                        SVC Resource 3 Control / Protocol Selected = UIO
                        SVC Resource 3 Control / TC/VC Map = 3
                        SVC Resource 3 Status / VC Negotiation Pending = yes
                        """)
                .hasNo("SVC Resource 4 Capability");
    }

    @Test
    void registerBlockLocators() {
        Decoded.of(0x36, "04=18 08=00010102 0c=1 10=0000ff04").says("""
                        MRBL Capabilities / MRBL Structure Length = 24 bytes
                        MRBL Locator 0 / BIR = BAR2
                        MRBL Locator 0 / Block ID = MCAP
                        MRBL Locator 0 / Block Offset = 0x0000000100010000
                        MRBL Locator 1 / BIR = BAR4
                        MRBL Locator 1 / Block ID = MDVS
                        """).hasNo("MRBL Locator 2");
        Decoded.of(0x36, "04=0").hasNo("MRBL Locator 0");
    }
}
