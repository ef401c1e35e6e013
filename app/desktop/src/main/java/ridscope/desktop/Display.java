package ridscope.desktop;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Whether there is a screen to open a window on, as far as can be told without the toolkit. */
final class Display {

    private Display() {}

    /**
     * On Linux a display server has to be named; elsewhere there always is one. The toolkit can also draw into memory when
     * it is told so.
     *
     * @param system as in property {@code os.name}
     * @param environment of the process
     * @param properties of the process
     */
    static boolean present(String system, Map<String, String> environment, Properties properties) {
        boolean named = named(environment, "DISPLAY") || named(environment, "WAYLAND_DISPLAY");
        boolean inMemory = "Monocle".equals(properties.getProperty("glass.platform"));
        return named || inMemory || !system.toLowerCase(Locale.ROOT).contains("linux");
    }

    private static boolean named(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
