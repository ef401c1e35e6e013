package ridscope.desktop.l10n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Texts of the window by key. Numbers are put in as text by the caller: this is a tool for engineers, and 65536 must not
 * come out in the digits of some locale.
 */
public final class Messages {

    private static final String BUNDLE = "ridscope.desktop.l10n.messages";

    private Messages() {}

    /**
     * A text with its places {@code {0}}, {@code {1}} … filled.
     *
     * @throws java.util.MissingResourceException if there is no such key
     */
    public static String text(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE).getString(key);
        if (arguments.length == 0) {
            return pattern;
        }
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(texts);
    }

    /** {@code 1 function}, {@code 23 functions}: the key is followed by {@code .one} or {@code .many}. */
    public static String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".many"), String.format(Locale.ROOT, "%,d", number));
    }
}
