package ridscope.live;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message of the kernel about a device: {@code ACTION@DEVPATH}, then {@code KEY=VALUE} pairs, each closed by a zero byte
 * (Linux {@code lib/kobject_uevent.c}).
 *
 * @param action {@code add}, {@code remove}, {@code bind} …
 * @param path where the device stands in sysfs, from {@code /devices} on
 * @param values everything else it says
 */
record Uevent(String action, String path, Map<String, String> values) {

    /** The kernel's own limit is 64. */
    private static final int MOST_VALUES = 256;

    Uevent {
        values = Map.copyOf(values);
    }

    /** The kernel's subsystem of the device. */
    String subsystem() {
        return values.getOrDefault("SUBSYSTEM", "");
    }

    /** Empty if it is no such message, is cut off, or its head and its pairs contradict each other. */
    static Optional<Uevent> parse(byte[] message) {
        if (message.length == 0 || message[message.length - 1] != 0) {
            return Optional.empty();
        }
        String[] parts = new String(message, StandardCharsets.UTF_8).split("\0", MOST_VALUES + 2);
        int at = parts[0].indexOf('@');
        if (at < 1 || parts.length > MOST_VALUES) {
            return Optional.empty();
        }
        String action = parts[0].substring(0, at);
        String path = parts[0].substring(at + 1);
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(parts[i].substring(0, equals), parts[i].substring(equals + 1));
            }
        }
        boolean agrees = action.equals(values.get("ACTION")) && path.equals(values.get("DEVPATH"));
        return agrees && path.startsWith("/") ? Optional.of(new Uevent(action, path, values)) : Optional.empty();
    }
}
