package ridscope.config.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.CapabilityNames;

/** Extended capabilities 01 to 22, read from bytes written by hand after the sources their layouts name. */
class ExtendedLayoutsTest {

    static IntStream ids() {
        return IntStream.rangeClosed(0x01, 0x3a);
    }

    /** Whose fields nobody published shows its registers raw and says so. */
    @ParameterizedTest
    @MethodSource("ids")
    void hasALayoutOrSaysThatThereIsNone(int id) {
        RegisterTree tree = Decoded.of(id, "04=ffffffff 08=ffffffff").tree();

        assertThat(tree.source()).as(CapabilityNames.of(true, id)).isPresent();
        assertThat(tree.registers()).hasSizeGreaterThan(1);
        boolean fields =
                tree.registers().stream().skip(1).anyMatch(r -> !r.fields().isEmpty());
        boolean plain =
                tree.registers().stream().skip(1).anyMatch(r -> !r.meaning().isEmpty());
        boolean notPublic = tree.note().filter(n -> n.contains("not public")).isPresent();
        assertThat(fields || plain && id == 0x03 || id == 0x0c || notPublic).isTrue();
    }

    @Test
    void advancedErrorReportingOfAnEndpointWithPrefixes() {
        Decoded.of(0x01, 2, 0x0, "18=000008b4 38=11111111 44=44444444")
                .says("""
                        Advanced Error Capabilities and Control / First Error Pointer = 20
                        Advanced Error Capabilities and Control / Logged TLP was Flit Mode = no
                        Header Log 1 @ 1c
                        Header Log 4 @ 28
                        TLP Prefix Log 1 = 0x11111111
                        TLP Prefix Log 4 = 0x44444444
                        """)
                .hasNo("Header Log 5", "Root Error Command", "TLP Prefix Log 5");
    }

    @Test
    void advancedErrorReportingOfARootPortInFlitMode() {
        Decoded.of(0x01, 3, 0x4, "18=00378000 30=000000a1 34=1a000008 44=deadbeef")
                .says("""
                        Advanced Error Capabilities and Control / Logged TLP Size = 6 dwords
                        Advanced Error Capabilities and Control / Logged TLP was Flit Mode = yes
                        Advanced Error Capabilities and Control / Header Log Size = 28 dwords
                        Header Log 5 @ 38
                        Header Log 6 @ 3c
                        Root Error Status / ERR_COR Subclass = ECS SIG_SFW
                        Error Source Identification / ERR_FATAL/NONFATAL Source = 1a:00.0
                        Error Source Identification / ERR_COR Source = 00:01.0
                        """)
                .hasNo("Header Log 7", "TLP Prefix Log 1");
    }

    @Test
    void virtualChannelsWithTheirTables() {
        Decoded.of(0x02, "04=00000801 08=04000003 0c=2 10=063f8005 14=800400ff 18=00020000 40=00000010 7c=87654321")
                .says("""
                        Port VC Capability Register 1 / Extended VC Count = 1
                        Port VC Capability Register 1 / Port Arbitration Table Entry Size = 4 bits
                        Port VC Capability Register 2 / VC Arbitration Table Offset = 0x040
                        Port VC Control / VC Arbitration Select = WRR, 32 phases
                        VC0 Resource Capability / Port Arbitration Table Offset = 0x060
                        VC0 Resource Capability / Maximum Time Slots = 64
                        VC0 Resource Capability / Reject Snoop Transactions = yes
                        VC0 Resource Control / VC Enable = yes
                        VC0 Resource Control / Port Arbitration Select = WRR, 64 phases
                        VC0 Resource Control / TC/VC Map = 0-7
                        VC0 Resource Status / VC Negotiation Pending = yes
                        VC1 Resource Capability / Port Arbitration Table Offset = no table
                        VC1 Resource Control @ 20
                        VC Arbitration Table Phases 0-7 / Phase 1 VC ID = 1
                        VC Arbitration Table Phases 24-31 @ 4c
                        VC0 Arbitration Table 0 @ 60
                        VC0 Arbitration Table 7 = 0x87654321
                        """)
                .hasNo("VC2 Resource Control", "VC Arbitration Table Phases 32-39", "VC0 Arbitration Table 8");
    }

    @Test
    void virtualChannelsOfAFunctionBehindMfvcAreTheSame() {
        assertThat(Decoded.of(0x09, "04=2").names())
                .isEqualTo(Decoded.of(0x02, "04=2").names())
                .contains("VC2 Resource Status");
    }

    @Test
    void multiFunctionVirtualChannels() {
        Decoded.of(0x08, "04=00000400 10=02000008 14=81060003 20=1 2c=2")
                .says("""
                        MFVC Port VC Capability Register 1 / Function Arbitration Table Entry Size = 2 bits
                        MFVC VC0 Resource Capability / Function Arbitration Table Offset = 0x020
                        MFVC VC0 Resource Control / VC ID = 1
                        MFVC VC0 Resource Control / Function Arbitration Select = WRR, 128 phases
                        MFVC VC0 Resource Control / TC/VC Map = 0-1
                        VC0 Arbitration Table 3 = 0x00000002
                        VC0 Arbitration Table 7 @ 3c
                        """)
                .hasNo("VC0 Arbitration Table 8", "VC Arbitration Table Phases 0-7");
    }

    @Test
    void powerBudgeting() {
        Decoded.of(0x04, "04=2 08=0007811b 0c=1").says("""
                Power Budgeting Data Select = 2
                Power Budgeting Data / Base Power = 2.7 W
                Power Budgeting Data / Data Scale = 0.1 W
                Power Budgeting Data / PM Sub State = default
                Power Budgeting Data / PM State = D0
                Power Budgeting Data / Type = Maximum
                Power Budgeting Data / Power Rail = 3.3 V
                Power Budget Capability / System Allocated = yes
                """);
        Decoded.of(0x04, "08=000180f1").says("""
                Power Budgeting Data / Base Power = above 250 W, up to 275 W
                Power Budgeting Data / Type = Sustained
                Power Budgeting Data / Power Rail = 12 V
                """);
        Decoded.of(0x04, "08=001c02f1").says("""
                Power Budgeting Data / Base Power = 2.41 W
                Power Budgeting Data / Power Rail = thermal
                """);
    }

    @Test
    void rootComplexLinks() {
        Decoded.of(0x05, "04=02010200 10=03010001 18=fed19000 20=01010007 28=e0511000 2c=1")
                .says("""
                        Element Self Description / Port Number = 2
                        Element Self Description / Component ID = 1
                        Element Self Description / Element Type = configuration space element
                        Link 1 Description / Target Port Number = 3
                        Link 1 Description / Link Type = memory-mapped space
                        Link 1 Description / Link Valid = yes
                        Link 1 Address = 0x00000000fed19000
                        Link 2 Description / Associate RCRB Header = yes
                        Link 2 Address / Configuration Space Base Address = 0x00000001e0000000
                        Link 2 Address / Bus Number = 05
                        Link 2 Address / Device Number = 2
                        Link 2 Address / Function Number = 1
                        Link 2 Address / N, Bits of the Bus Number = 8
                        """)
                .hasNo("Link 3 Description");
        // Three bits of bus number: the rest belongs to the address.
        Decoded.of(0x05, "04=00000100 10=3 18=00f11003").says("""
                Link 1 Address / Bus Number = 07
                Link 1 Address / Configuration Space Base Address = 0x0000000000800000
                """);
    }

    @Test
    void rootComplexInternalLink() {
        Decoded.of(0x06, "04=001d1d03 08=00820081").says("""
                Root Complex Link Capabilities / Supported Link Speeds Vector = 2.5 GT/s, 5 GT/s, 8 GT/s
                Root Complex Link Capabilities / L1 Exit Latency = 2 to 4 us
                Root Complex Link Capabilities / L0s Exit Latency = 64 to 128 ns
                Root Complex Link Capabilities / ASPM Support = L0s and L1
                Root Complex Link Capabilities / Maximum Link Width = x16
                Root Complex Link Control / Extended Synch = yes
                Root Complex Link Control / ASPM Control = L0s
                Root Complex Link Status / Negotiated Link Width = x8
                Root Complex Link Status / Current Link Speed = 5 GT/s
                """);
    }

    @Test
    void eventCollectorAssociation() {
        Decoded.of(0x07, 2, 0xa, "04=0000008e 08=007f7000").says("""
                Association Bitmap for RCiEPs / Device Numbers = 1-3, 7
                RCEC Associated Bus Numbers / RCEC Next Bus = 70
                RCEC Associated Bus Numbers / RCEC Last Bus = 7f
                """);
        Decoded.of(0x07, 1, 0xa, "04=0")
                .says("Association Bitmap for RCiEPs / Device Numbers = none")
                .hasNo("RCEC Associated Bus Numbers");
    }

    @Test
    void rootComplexRegisterBlockAndAccessCorrelation() {
        Decoded.of(0x0a, "04=3e348086 08=1 0c=1").says("""
                Vendor ID = 8086
                Device ID = 3e34
                RCRB Capabilities / RRS Software Visibility = yes
                RCRB Control / RRS Software Visibility Enable = yes
                """);
        Decoded.of(0x0c, "04=33221100").says("Device Correlation = 0x33221100");
    }

    @Test
    void accessControlHasAsManyEgressBitsAsItSays() {
        assertThat(Decoded.of(0x0d, "04=100021a0 08=1").names()).contains("Egress Control Vector 1");
        Decoded.of(0x0d, "04=1a8021a0 0c=1").says("""
                        ACS Capability / Egress Control Vector Size = 33 bits
                        ACS Control / ACS Unclaimed Request Redirect Control = yes
                        ACS Control / ACS USP Memory Target Access Control = request redirect
                        ACS Control / ACS DSP Memory Target Access Control = request redirect
                        ACS Control / ACS I/O Request Blocking Enable = yes
                        Egress Control Vector 1 = 0x00000001
                        """).hasNo("Egress Control Vector 2");
        Decoded.of(0x0d, "04=00000020").says("Egress Control Vector 7 @ 24").hasNo("Egress Control Vector 8");
        Decoded.of(0x0d, "04=00000000").hasNo("Egress Control Vector 0");
    }

    @Test
    void reservedBitsOfPlainAcsAreNotCalledDirectAccess() {
        assertThat(Decoded.of(0x0d, "04=0000001f")
                        .tree()
                        .register("ACS Control")
                        .fields())
                .extracting(Field::name)
                .contains("ACS Source Validation Enable")
                .doesNotContain("ACS USP Memory Target Access Control", "ACS I/O Request Blocking Enable");
    }

    @Test
    void multicastOfASwitchAndOfAnEndpoint() {
        Decoded.of(0x12, 1, 0x5, "04=8003803f 08=f000000c 0c=1 10=5 28=c0000006")
                .says("""
                        Multicast Capability / MC_Max_Group = 64
                        Multicast Capability / MC_ECRC_Regeneration Supported = yes
                        Multicast Control / MC_Enable = yes
                        Multicast Control / MC_Num_Group = 4
                        MC_Base_Address / MC_Base_Address = 0x00000001f0000000
                        MC_Base_Address / MC_Index_Position = 12
                        MC_Receive = 0, 2
                        MC_Block_All = none
                        MC_Overlay_BAR / MC_Overlay_Size = 64 bytes
                        MC_Overlay_BAR / MC_Overlay_BAR = 0x00000000c0000000
                        """);
        Decoded.of(0x12, "04=00000c03")
                .says("Multicast Capability / MC_Window_Size_Requested = 4096 bytes")
                .hasNo("MC_Overlay_BAR");
    }

    @Test
    void resizableBarsAndThoseOfVfs() {
        Decoded.of(0x15, "04=000001f0 08=00010840 0c=80000000 10=00002b42")
                .says("""
                        Resizable BAR Capability 1 / Supported Sizes = 1 MiB, 2 MiB, 4 MiB, 8 MiB, 16 MiB
                        Resizable BAR Control 1 / Supported Sizes above 128 TiB = 256 TiB
                        Resizable BAR Control 1 / BAR Size = 256 MiB
                        Resizable BAR Control 1 / Number of Resizable BARs = 2
                        Resizable BAR Capability 2 / Supported Sizes = 128 TiB
                        Resizable BAR Control 2 / BAR Size = 8 EiB
                        Resizable BAR Control 2 / BAR Index = 2
                        """)
                .hasNo("Resizable BAR Capability 3");
        Decoded.of(0x24, "04=00000030 08=80000120").says("""
                VF Resizable BAR Capability 1 / Supported Sizes = 1 MiB, 2 MiB
                VF Resizable BAR Control 1 / VF BAR Size = 2 MiB
                VF Resizable BAR Control 1 / Supported Sizes above 128 TiB = 8 EiB
                VF Resizable BAR Control 1 / Number of VF Resizable BARs = 1
                """);
    }

    @Test
    void dynamicPowerAllocation() {
        Decoded.of(0x16, "04=14051102 08=4 0c=00010101 10=000a194b").says("""
                        DPA Capability / Substate_Max = 2
                        DPA Capability / Transition Latency Unit = 10 ms
                        DPA Capability / Transition Latency Value 0 = 50 ms
                        DPA Capability / Transition Latency Value 1 = 200 ms
                        DPA Capability / Power Allocation Scale = 1 W
                        DPA Latency Indicator / Substates with Transition Latency Value 1 = 2
                        DPA Status / Substate Control Enabled = yes
                        DPA Status / Substate Status = 1
                        DPA Control / Substate Control = 1
                        Substate 0 Power Allocation = 75 W
                        Substate 1 Power Allocation = 25 W
                        Substate 2 Power Allocation = 10 W
                        """).hasNo("Substate 3 Power Allocation");
    }

    @Test
    void steeringTagsStandInTheCapabilityOrElsewhere() {
        Decoded.of(0x17, "04=00030303 08=301 0c=12345678 10=abcd0000").says("""
                        TPH Requester Capability / ST Table Size = 4 entries
                        TPH Requester Capability / ST Table Location = in this capability
                        TPH Requester Capability / Extended TPH Requester Supported = yes
                        TPH Requester Capability / Device Specific Mode Supported = no
                        TPH Requester Control / TPH Requester Enable = TPH and Extended TPH
                        TPH Requester Control / ST Mode Select = Interrupt Vector Mode
                        ST Entry 0 / ST Upper = 0x56
                        ST Entry 0 / ST Lower = 0x78
                        ST Entry 3 / ST Upper = 0xab
                        """).hasNo("ST Entry 4");
        Decoded.of(0x17, "04=003f0405").hasNo("ST Entry 0");
    }

    @Test
    void latencyTolerance() {
        Decoded.of(0x18, "04=08461003").says("""
                Max Snoop Latency / Max Snoop LatencyValue = 3145728 ns
                Max Snoop Latency / Max Snoop LatencyScale = 1048576 ns
                Max No-Snoop Latency / Max No-Snoop LatencyValue = 71680 ns
                """);
    }

    @Test
    void secondaryPciExpressHasALineForEachLane() {
        Decoded.of(0x19, "04=00000e02 08=5 0c=00001743 10=7f7f0000").says("""
                        Link Control 3 / Enable Lower SKP OS Generation Vector = 2.5 GT/s, 5 GT/s, 8 GT/s
                        Link Control 3 / Link Equalization Request Interrupt Enable = yes
                        Link Control 3 / Perform Equalization = no
                        Lane Error Status / Lanes with Errors = 0, 2
                        Lane 0 Equalization Control / Upstream Port 8.0 GT/s Transmitter Preset = P7
                        Lane 0 Equalization Control / Upstream Port 8.0 GT/s Receiver Preset Hint = 0x1
                        Lane 0 Equalization Control / Downstream Port 8.0 GT/s Transmitter Preset = P3
                        Lane 0 Equalization Control / Downstream Port 8.0 GT/s Receiver Preset Hint = 0x4
                        Lane 3 Equalization Control / Upstream Port 8.0 GT/s Transmitter Preset = reserved (0xf)
                        """).hasNo("Lane 4 Equalization Control");
    }

    @Test
    void protocolMultiplexingAndLightweightNotification() {
        Decoded.of(0x1a, "04=00000c02 08=00000201 0c=00000002 14=00010003")
                .says("""
                        PMUX Capability / PMUX Supported Link Speeds = 8 GT/s, 16 GT/s
                        PMUX Control / PMUX Channel 1 Assignment = 2
                        PMUX Status / PMUX Channel 0 Disabled: Link Width = yes
                        PMUX Protocol Array 2 / Authority ID = 0001
                        PMUX Protocol Array 2 / Protocol ID = 0003
                        """)
                .hasNo("PMUX Protocol Array 3");
        Decoded.of(0x1c, "04=04030501").says("""
                LNR Capability / LNR-64 Supported = yes
                LNR Capability / LNR Registration Max = 32 cache lines
                LNR Control / LNR CLS = 128 bytes
                LNR Control / LNR Registration Limit = 16 cache lines
                """);
    }

    @Test
    void containmentOfARootPortWithLogs() {
        Decoded.of(0x1d, 1, 0x4, "04=000a1923 08=3b010027 0c=00020001 14=00040000 20=1 30=2 40=4")
                .says("""
                        DPC Capability / DPC Interrupt Message Number = 3
                        DPC Capability / RP PIO Log Size = 9 dwords
                        DPC Capability / DL_Active ERR_COR Signaling Supported = yes
                        DPC Control / DPC Trigger Enable = fatal and non-fatal errors
                        DPC Control / DPC Interrupt Enable = yes
                        DPC Status / DPC Trigger Reason = see Trigger Reason Extension
                        DPC Status / DPC Trigger Reason Extension = DPC Software Trigger
                        DPC Error Source ID = 3b:00.1
                        RP PIO Status / Memory Request Received CA Completion = yes
                        RP PIO Status / Configuration Request Received UR Completion = yes
                        RP PIO Severity / Memory Request Completion Timeout = fatal
                        RP PIO Header Log 4 @ 2c
                        RP PIO ImpSpec Log = 0x00000002
                        RP PIO TLP Prefix Log 4 = 0x00000004
                        """)
                .hasNo("RP PIO Header Log 5", "RP PIO TLP Prefix Log 5");
        Decoded.of(0x1d, 1, 0x4, "04=00002320")
                .says("RP PIO Header Log 14 @ 58")
                .hasNo("RP PIO Header Log 15", "RP PIO TLP Prefix Log 1");
        Decoded.of(0x1d, 1, 0x6, "04=00000000").hasNo("RP PIO Status", "RP PIO Header Log 1");
    }

    @Test
    void substatesAndTimeMeasurement() {
        Decoded.of(0x1e, "04=00290a3f 08=4050000f 0c=3a 10=1").says("""
                L1 PM Substates Capabilities / Port T_POWER_ON Value = 50 us
                L1 PM Substates Capabilities / Port Common_Mode_Restore_Time = 10 us
                L1 PM Substates Capabilities / ASPM L1.2 Supported = yes
                L1 PM Substates Control 1 / LTR_L1.2_THRESHOLD_Value = 81920 ns
                L1 PM Substates Control 2 / T_POWER_ON Value = 700 us
                L1 PM Substates Status / Link Activation Status = yes
                """);
        Decoded.of(0x1f, "04=0000ff15 08=00000a01").says("""
                PTM Capability / Local Clock Granularity = more than 254 ns
                PTM Capability / PTM Propagation Delay Adaptation Capable = yes
                PTM Capability / PTM Responder Capable = no
                PTM Control / Effective Granularity = 10 ns
                PTM Control / PTM Enable = yes
                """);
    }

    @Test
    void mobilePhyQueueingAndReadiness() {
        Decoded.of(0x20, "04=0f0f8001 0c=0c0c8001 10=81 14=c10a0055 18=40000013")
                .says("""
                M-PCIe Capabilities / Configuration.Software Supported = yes
                M-PCIe Capabilities / Maximum TX LANE Width Capability = 0x0f
                M-PCIe Status / RX LANE Width Status = x12
                M-PCIe LANE Error Status / LANEs with Errors = 0, 7
                M-PCIe Phy Control Address / Phy Location = local
                M-PCIe Phy Control Address / LowerAddr = 0x55
                M-PCIe Phy Control Data / RRAP Abort = yes
                """);
        Decoded.of(0x21, "04=00060055 08=00000001 0c=0c03000b").says("""
                FRS Queueing Capability / FRS Queue Max Depth = 85
                FRS Queueing Capability / FRS Interrupt Message Number = 6
                FRS Queueing Status / FRS Message Received = yes
                FRS Message Queue / FRS Message Queue Function ID = 00:01.3
                FRS Message Queue / FRS Message Queue Reason = 0x3
                FRS Message Queue / FRS Message Queue Depth = 192
                """);
        Decoded.of(0x22, "04=80a0a864 08=00201001").says("""
                Readiness Time Reporting 1 / Valid = yes
                Readiness Time Reporting 1 / Reset Time Value = 104857600 ns
                Readiness Time Reporting 1 / DL_Up Time Value = 335544320 ns
                Readiness Time Reporting 2 / FLR Time Value = 1 ns
                Readiness Time Reporting 2 / D3hot to D0 Time Value = 32 ns
                """);
    }
}
