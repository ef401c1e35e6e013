package ridscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.live.linux.UeventSocket.Message;
import ridscope.rid.FunctionAddress;
import ridscope.source.HostEvent;

/** Messages as the kernel sends them, and as others do. */
class UeventTest {

    private static final String CARD = "/devices/pci0000:00/0000:00:01.0/0000:01:00.0";

    @Test
    void aFunctionThatWasPluggedIn() {
        byte[] message = bytes("add@" + CARD + "|ACTION=add|DEVPATH=" + CARD
                + "|SUBSYSTEM=pci|PCI_CLASS=20000|PCI_ID=8086:10D3|PCI_SUBSYS_ID=8086:0000|PCI_SLOT_NAME=0000:01:00.0"
                + "|MODALIAS=pci:v00008086d000010D3sv00008086sd00000000bc02sc00i00|SEQNUM=2101|");
        assertThat(Uevent.parse(message).orElseThrow().values()).containsEntry("SEQNUM", "2101");
        assertThat(kernel(message))
                .hasValue(new HostEvent(HostEvent.Action.ADD, Optional.of(FunctionAddress.of("01:00.0")), "pci"));
    }

    @ParameterizedTest(name = "{0} {1}{2}")
    @CsvSource({
        "add, pci, '', ADD",
        "remove, pci, '', REMOVE",
        "bind, pci, '', BIND",
        "unbind, pci, '', UNBIND",
        "change, pci, '', CHANGE",
        "online, pci, '', ONLINE",
        "offline, pci, '', OFFLINE",
        "add, net, /virtio2/net/eth0, ADD",
        "move, net, /net/enp1s0, MOVE",
        "remove, nvme, /nvme/nvme0, REMOVE",
        "add, block, /ata1/host0/target0:0:0/0:0:0:0/block/sda, ADD",
        "add, infiniband, /infiniband/mlx5_0, ADD",
        "add, drm, /drm/card0, ADD",
        "change, block, /ata1/host0/target0:0:0/0:0:0:0/block/sda, ",
        "change, drm, /drm/card0, ",
        "bind, usb, /usb1/1-1, ",
        "add, queues, /net/eth0/queues/rx-0, ",
        "explode, pci, '', "
    })
    void whatMatters(String action, String subsystem, String below, HostEvent.Action expected) {
        Optional<HostEvent> event = kernel(message(action, CARD + below, subsystem));
        assertThat(event.map(HostEvent::action)).isEqualTo(Optional.ofNullable(expected));
        event.ifPresent(e -> {
            assertThat(e.function()).hasValue(FunctionAddress.of("01:00.0"));
            assertThat(e.subsystem()).isEqualTo(subsystem);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "add, net, /devices/virtual/net/dummy0, false",
        "add, block, /devices/virtual/block/loop0, false",
        "add, block, /devices/virtual/nvme-subsystem/nvme-subsys0/nvme0n1, true",
        "add, slots, /bus/pci/slots/5, true",
        "add, cpu, /devices/system/cpu/cpu7, false"
    })
    void devicesThatBelongToNoFunction(String action, String subsystem, String path, boolean matters) {
        Optional<HostEvent> event = kernel(message(action, path, subsystem));
        assertThat(event.isPresent()).isEqualTo(matters);
        assertThat(event.flatMap(HostEvent::function)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"block, partition", "drm, drm_connector"})
    void partsOfDevicesAreNoDevices(String subsystem, String type) {
        byte[] part = bytes("add@" + CARD + "/x|ACTION=add|DEVPATH=" + CARD + "/x|SUBSYSTEM=" + subsystem + "|DEVTYPE="
                + type + "|");
        assertThat(Uevent.parse(part)).isPresent();
        assertThat(kernel(part)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "@/devices|ACTION=|DEVPATH=/devices|",
                "add@devices|ACTION=add|DEVPATH=devices|SUBSYSTEM=pci|",
                "add@/devices/x|ACTION=remove|DEVPATH=/devices/x|SUBSYSTEM=pci|",
                "add@/devices/x|ACTION=add|DEVPATH=/devices/y|SUBSYSTEM=pci|",
                "add@/devices/x|SUBSYSTEM=pci|",
                "add@/devices/x|ACTION=add|DEVPATH=/devices/x|SUBSYSTEM=pci",
                "libudev|add@/devices/x|ACTION=add|DEVPATH=/devices/x|SUBSYSTEM=pci|"
            })
    void whatIsNoMessageOfTheKernel(String text) {
        assertThat(Uevent.parse(bytes(text))).isEmpty();
    }

    @Test
    void messagesWithoutEndAreBounded() {
        assertThat(Uevent.parse(bytes("add@/x|ACTION=add|DEVPATH=/x|" + "A=b|".repeat(20_000))))
                .isEmpty();
    }

    @Test
    void onlyTheKernelIsBelieved() {
        byte[] bytes = message("remove", CARD, "pci");
        assertThat(Hearing.event(new Message(bytes, bytes.length, 0, 1))).isPresent();
        assertThat(Hearing.event(new Message(bytes, bytes.length, 4711, 1)))
                .as("a process")
                .isEmpty();
        assertThat(Hearing.event(new Message(bytes, bytes.length, 0, 0)))
                .as("to us alone")
                .isEmpty();
        assertThat(Hearing.event(new Message(bytes, bytes.length, 0, 2)))
                .as("udev's group")
                .isEmpty();
    }

    @Test
    void aMessageThatDidNotFitIsAsGoodAsLost() {
        byte[] bytes = message("remove", CARD, "pci");
        assertThat(Hearing.event(new Message(Arrays.copyOf(bytes, 20), bytes.length, 0, 1)))
                .hasValue(HostEvent.LOST);
    }

    @Test
    void damageIsSurvived() {
        Random random = new Random(20260511);
        byte[] whole = message("add", CARD, "pci");
        int understood = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            understood += kernel(bytes).isPresent() ? 1 : 0;
        }
        assertThat(understood).isBetween(1, 5_000);
    }

    private static Optional<HostEvent> kernel(byte[] bytes) {
        return Hearing.event(new Message(bytes, bytes.length, 0, 1));
    }

    private static byte[] message(String action, String path, String subsystem) {
        return bytes(action + "@" + path + "|ACTION=" + action + "|DEVPATH=" + path + "|SUBSYSTEM=" + subsystem
                + "|SEQNUM=1|");
    }

    private static byte[] bytes(String text) {
        return text.replace('|', '\0').getBytes(StandardCharsets.UTF_8);
    }
}
