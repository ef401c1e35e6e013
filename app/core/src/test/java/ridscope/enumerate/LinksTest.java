package ridscope.enumerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.config.LinkSpeed;
import ridscope.config.PortType;
import ridscope.host.OsFacts;
import ridscope.job.Feedback;
import ridscope.rid.FunctionAddress;
import ridscope.testing.ConfigBuilder;
import ridscope.testing.HostBuilder;
import ridscope.topology.Link.State;
import ridscope.topology.LinkEnd;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

class LinksTest {

    /** {@code speed code x lanes}, capability and then present state; a dash for what is not known. */
    private static Optional<LinkEnd> end(String capability, String present) {
        if (capability.equals("-") && present.equals("-")) {
            return Optional.empty();
        }
        return Optional.of(new LinkEnd(speed(capability), width(capability), speed(present), width(present)));
    }

    private static Optional<LinkSpeed> speed(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(new LinkSpeed(Character.digit(text.charAt(0), 10)));
    }

    private static OptionalInt width(String text) {
        return text.equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.substring(2)));
    }

    /** Section 8.3 of the reference: the port's capability and present state, the device's, the verdict. */
    @ParameterizedTest
    @CsvSource({
        "5x16, 5x16, 5x16, 5x16, FULL",
        "5x16, 4x8, 4x8, 4x8, FULL",
        "4x16, 4x16, 5x16, 4x16, LIMITED_BY_PARTNER",
        "5x4, 5x4, 5x16, 5x4, LIMITED_BY_PARTNER",
        "5x4, 4x4, 5x4, 4x4, BELOW_CAPABILITY",
        "5x16, 5x8, 5x16, 5x8, BELOW_CAPABILITY",
        "4x16, 3x16, 5x16, 3x16, BELOW_CAPABILITY",
        "4x16, 4x8, 5x16, 4x8, BELOW_CAPABILITY",
        "3x8, 4x8, 4x8, 4x8, CONTRADICTORY",
        "4x16, 4x16, 4x8, 4x16, CONTRADICTORY",
        "5x16, 1x0, 5x16, 1x0, UNKNOWN",
        "5x16, 5x16, -, -, UNKNOWN",
        "-, -, 5x16, 5x16, FULL",
        "-, -, 5x16, 4x16, UNKNOWN",
        "5x16, 5x8, 5x16, 5x0, BELOW_CAPABILITY",
    })
    void aLinkIsJudgedBySpeedAndByWidth(
            String portCan, String portIs, String deviceCan, String deviceIs, State verdict) {
        assertThat(Links.judge(end(portCan, portIs), end(deviceCan, deviceIs))).isEqualTo(verdict);
    }

    @Test
    void aLinkThatThePortCallsInactiveIsNotJudged() {
        Topology t = Enumerator.enumerate(
                new HostBuilder()
                        .function(
                                "00:01.0",
                                ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, 1, 1)
                                        .link(5, 16)
                                        .linkActive(false))
                        .function(
                                "01:00.0",
                                ConfigBuilder.endpoint(1, 1, 0x020000).link(5, 16))
                        .build(),
                Feedback.NONE);

        assertThat(t.links())
                .singleElement()
                .satisfies(l -> assertThat(l.state()).isEqualTo(State.INACTIVE_BUT_ANSWERING));
    }

    @Test
    void integratedDevicesHaveNoLink() {
        Topology t = Enumerator.enumerate(
                new HostBuilder()
                        .function(
                                "00:02.0", ConfigBuilder.device(1, 1, 0x030000).express(PortType.RCIEP))
                        .function("00:03.0", ConfigBuilder.endpoint(1, 1, 0x030000))
                        .build(),
                Feedback.NONE);

        assertThat(t.functions()).allMatch(f -> f.express().link().isEmpty());
        assertThat(t.links()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "16.0 GT/s PCIe, 8, 32.0 GT/s PCIe, 16, 5x16, 4x8",
        "2.5 GT/s, 1, 5 GT/s, 4, 2x4, 1x1",
        "64.0 GT/s PCIe, 2, 64.0 GT/s PCIe, 2, 6x2, 6x2",
        "8.0 GT/s PCIe, 4, Unknown, 0, -, 3x4",
    })
    void sysfsAttributesAreReadAsPrinted(
            String speed, String width, String maxSpeed, String maxWidth, String can, String is) {
        assertThat(LinkEnds.fromAttributes(attributes(speed, width, maxSpeed, maxWidth)))
                .isEqualTo(end(can, is));
    }

    @ParameterizedTest
    @CsvSource({"Unknown, 0, Unknown, 255", "Unknown speed, 0, Unknown speed, 255", "Unknown, 0, Unknown, 0"})
    void sysfsSaysThatThereIsNoLink(String speed, String width, String maxSpeed, String maxWidth) {
        assertThat(LinkEnds.fromAttributes(attributes(speed, width, maxSpeed, maxWidth)))
                .isEmpty();
    }

    private static OsFacts.LinkAttributes attributes(String speed, String width, String maxSpeed, String maxWidth) {
        return new OsFacts.LinkAttributes(
                Optional.of(speed), Optional.of(width), Optional.of(maxSpeed), Optional.of(maxWidth));
    }

    @Test
    void aSlotIsNamedByTheSystemElseByItsNumber() {
        HostBuilder host = new HostBuilder().slot("PCIe 4", "0000:02:00").slot("Riser 9", "0000:04:00");
        for (int i = 1; i <= 4; i++) {
            host.function(
                    "00:0" + i + ".0",
                    ConfigBuilder.port(PortType.ROOT_PORT, 1, 1, 0, i, i).slot(10 + i, i == 3, i < 4));
        }
        ConfigBuilder nic = ConfigBuilder.endpoint(1, 1, 0x020000);
        Topology t = Enumerator.enumerate(
                host.function("01:00.0", nic, os -> os.slot("7"))
                        .function("02:00.0", nic)
                        .function("03:00.0", nic)
                        .build(),
                Feedback.NONE);

        assertThat(t.functions().stream()
                        .filter(f -> f.parent().isPresent())
                        .map(f -> f.place().slot().orElseThrow().label()))
                .containsExactly("7", "PCIe 4", "13");
        assertThat(t.slotBelow(FunctionAddress.of("00:03.0")).orElseThrow().hotplug())
                .isTrue();
        assertThat(t.slotBelow(FunctionAddress.of("00:04.0"))).hasValueSatisfying(s -> {
            assertThat(s.label()).isEqualTo("Riser 9");
            assertThat(s.occupied()).contains(false);
        });
        assertThat(t.functions().stream()
                        .filter(f -> f.parent().isEmpty())
                        .map(PciFunction::place)
                        .map(p -> p.slot().isPresent()))
                .containsOnly(false);
    }

    /** QEMU's pxb root ports: Link Capabilities 0, Link Status 2.5 GT/s x1. */
    @Test
    void aLinkIsReportedEvenIfItsCapabilityIsNot() {
        Topology host = Enumerator.enumerate(
                new HostBuilder()
                        .function(
                                "00:01.0",
                                ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 1, 1)
                                        .link(0, 0, 1, 1))
                        .function(
                                "00:02.0",
                                ConfigBuilder.port(PortType.ROOT_PORT, 0x8086, 1, 0, 2, 2)
                                        .link(0, 0, 0, 0))
                        .build(),
                Feedback.NONE);
        assertThat(host.function(FunctionAddress.of("00:01.0"))
                        .orElseThrow()
                        .express()
                        .link())
                .hasValue(new LinkEnd(
                        Optional.empty(), OptionalInt.empty(), Optional.of(new LinkSpeed(1)), OptionalInt.of(1)));
        assertThat(host.function(FunctionAddress.of("00:02.0"))
                        .orElseThrow()
                        .express()
                        .link())
                .isEmpty();
    }
}
