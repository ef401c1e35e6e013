package ridscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ridscope.plan.PluggedCard;
import ridscope.plan.Reservation;
import ridscope.plan.SdiWish;
import ridscope.plan.Wishes;
import ridscope.report.WishesJson.UnreadableException;
import ridscope.rid.FunctionAddress;

class WishesJsonTest {

    private static final Wishes WISHES = Wishes.none()
            .withVfs(FunctionAddress.of("0000:03:00.0"), 64)
            .withVfs(FunctionAddress.of("10000:e1:00.0"), 0)
            .withSdis(FunctionAddress.of("0c:00.0"), SdiWish.of(512))
            .withSdis(FunctionAddress.of("0d:00.0"), SdiWish.of(1024, 1, 2))
            .withCard(
                    FunctionAddress.of("02:02.0"),
                    PluggedCard.withSwitch(4).withVfs(8, 128, 1).withSdis(64, 1, 1))
            .withCard(FunctionAddress.of("02:03.0"), PluggedCard.endpoint())
            .withAri(FunctionAddress.of("00:01.0"), true)
            .withAri(FunctionAddress.of("00:02.0"), false)
            .withAssignBusses(true)
            .withHpbussize(8)
            .withReservation(Reservation.SIOV_SERIES);

    private static String text(Wishes wishes) throws IOException {
        StringWriter out = new StringWriter();
        WishesJson.write(wishes, Optional.of("server-a"), out);
        return out.toString();
    }

    @Test
    void whatIsWrittenIsReadBackEqual() throws IOException, UnreadableException {
        assertThat(WishesJson.read(text(WISHES))).isEqualTo(WISHES);
        assertThat(WishesJson.read(text(Wishes.none()))).isEqualTo(Wishes.none());
        assertThat(text(WISHES)).contains("\"host\"", "server-a", "\"0000:0d:00.0\"");
    }

    @Test
    void whatIsLeftOutIsNotWishedFor() throws UnreadableException {
        assertThat(WishesJson.read("{\"schema\": \"ridscope-wishes\", \"version\": 1, \"new\": [1]}"))
                .isEqualTo(Wishes.none());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"schema\": \"ridscope-snapshot\"}",
                "{\"schema\": \"ridscope-wishes\", \"version\": 2}",
                "{\"schema\": \"ridscope-wishes\", \"version\": 1, \"vfs\": {\"nowhere\": 1}}",
                "{\"schema\": \"ridscope-wishes\", \"version\": 1, \"vfs\": {\"03:00.0\": \"64\"}}",
                "{\"schema\": \"ridscope-wishes\", \"version\": 1, \"vfs\": {\"03:00.0\": 65536}}",
                "{\"schema\": \"ridscope-wishes\", \"version\": 1, \"vfs\": {\"03:00.0\": 6553600000}}",
                "{\"schema\": \"ridscope-wishes\", \"version\": 1, \"sdis\": {\"03:00.0\": {}}}",
                "{\"schema\": \"ridscope-wishes\", \"version\": 1, \"hpbussize\": -1}",
                "{\"schema\": \"ridscope-wishes\", \"version\": 1, \"reservation\": \"OTHER\"}"
            })
    void anythingElseIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> WishesJson.read(text))
                .isInstanceOf(UnreadableException.class)
                .message()
                .endsWith(".")
                .doesNotContain("\n");
    }

    @Test
    void damageNeverBreaksIt() throws IOException {
        Random random = new Random(7);
        String good = text(WISHES);
        for (int i = 0; i < 2000; i++) {
            StringBuilder bad = new StringBuilder(good);
            for (int k = 0; k <= random.nextInt(4); k++) {
                bad.setCharAt(random.nextInt(bad.length()), (char) (' ' + random.nextInt(95)));
            }
            bad.setLength(random.nextInt(4) == 0 ? random.nextInt(bad.length()) : bad.length());
            try {
                assertThat(WishesJson.read(bad.toString())).isNotNull();
            } catch (UnreadableException e) {
                assertThat(e.getMessage()).endsWith(".");
            }
        }
    }
}
