package ridscope.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the numbers for a switch is what whole plans come to. */
class SwitchRoomTest {

    private static Drawn slot(int first, int last) {
        return new Drawn(String.format(Locale.ROOT, "host root 00-ff%n  slot 01.0 rp cfg=%02x-%02x%n", first, last));
    }

    @ParameterizedTest
    @CsvSource({"1, false, 1", "4, false, 1", "4, true, 1", "1, true, 8", "2, true, 8", "4, true, 8", "5, true, 3"})
    void planAgrees(int ports, boolean hotplug, int hpbussize) {
        PluggedCard card = new PluggedCard(
                ports,
                hotplug,
                PluggedCard.withSwitch(1).withVfs(8, 256, 1).vfs(),
                PluggedCard.endpoint().sdis());
        Wishes wishes = Wishes.none().withHpbussize(hpbussize);
        Drawn anew = slot(1, 1);
        BusPlan renumbered = anew.plan(wishes.withAssignBusses(true).withCard(anew.at("slot"), card));
        int needed = renumbered.bridge(anew.at("slot")).orElseThrow().planned().size();

        assertThat(renumbered.failures()).isEmpty();
        assertThat(advice(1, card, wishes)).contains("leave 0000:00:01.0 " + needed + " numbers");
        assertThat(advice(needed, card, wishes)).isEmpty();
        for (int numbers = 2; numbers < needed; numbers++) {
            String advice = advice(numbers, card, wishes);
            int most = 0;
            while (most < ports
                    && advice(numbers, withPorts(card, most + 1), wishes).isEmpty()) {
                most++;
            }
            if (most < ports && !advice.contains("behind 0000:00:01.0")) {
                assertThat(advice).contains(most == 0 ? "Have firmware" : "at most " + most + " port");
            }
        }
    }

    private static PluggedCard withPorts(PluggedCard card, int ports) {
        return new PluggedCard(ports, card.hotplugPorts(), card.vfs(), card.sdis());
    }

    /** Of the first failure; empty where it fits. */
    private static String advice(int numbers, PluggedCard card, Wishes wishes) {
        Drawn drawn = slot(1, numbers);
        BusPlan plan = drawn.plan(wishes.withCard(drawn.at("slot"), card));
        return plan.failures().isEmpty() ? "" : plan.failures().get(0).advice();
    }
}
