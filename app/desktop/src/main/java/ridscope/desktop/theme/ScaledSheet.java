package ridscope.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A style sheet with all its sizes multiplied, as an address that holds the sheet itself. Fonts, paddings and the sizes of
 * fields grow alike, or larger text would be cut off; lines of one pixel stay so.
 */
final class ScaledSheet {

    private static final Pattern SIZE = Pattern.compile("(?<![\\w.-])(-?\\d+(?:\\.\\d+)?)px");

    private ScaledSheet() {}

    /** @param percent 100 for the sheet as it is */
    static String address(URL sheet, int percent) {
        if (percent == 100) {
            return sheet.toExternalForm();
        }
        try (InputStream in = sheet.openStream()) {
            byte[] scaled = scale(new String(in.readAllBytes(), StandardCharsets.UTF_8), percent)
                    .getBytes(StandardCharsets.UTF_8);
            return "data:text/css;base64," + Base64.getEncoder().encodeToString(scaled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String scale(String css, int percent) {
        Matcher m = SIZE.matcher(css);
        return m.replaceAll(size -> times(size.group(1), percent) + "px");
    }

    private static String times(String size, int percent) {
        BigDecimal now = new BigDecimal(size);
        boolean thin = now.abs().compareTo(BigDecimal.ONE) <= 0;
        return thin
                ? size
                : now.multiply(BigDecimal.valueOf(percent, 2))
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
