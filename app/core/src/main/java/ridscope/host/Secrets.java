package ridscope.host;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ridscope.config.Capability;
import ridscope.config.CapabilityWalk;
import ridscope.config.ConfigSpace;

/**
 * What one snapshot says about its host that names this very machine, and how to take it out wherever else it stands: texts
 * lose it and everything that looks like it, configuration bytes are hidden.
 */
final class Secrets {

    /** What stands where something was taken out of a text. */
    static final String LEFT_OUT = "[left out]";

    private static final int SERIAL_NUMBER = 0x0003;
    private static final int SERIAL_OFFSET = 4;
    private static final int SERIAL_LENGTH = 8;
    private static final int MAC_LENGTH = 6;
    private static final int FIRST_CAPABILITY = 0x40;

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

    /** MAC addresses and EUI-64 in their usual forms, UUIDs, world-wide names, and what is called a serial number. */
    private static final List<Pattern> LOOKS = List.of(
            pattern("(?<![0-9a-f])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\1){4,6}[0-9a-f]{2}(?![0-9a-f])"),
            pattern("(?<![0-9a-f.])[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}(?![0-9a-f.])"),
            pattern("(?<![0-9a-z])(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{12}(?![0-9a-z])"),
            pattern("(?<![0-9a-z])(?:en|wl|ww|sl|ib)x[0-9a-f]{12}(?![0-9a-z])"),
            pattern("(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])"),
            pattern("(?<![0-9a-z])(?:naa|eui|wwn|wwpn|wwnn|guid|uuid)[.:= -]{0,3}(?:0x)?[0-9a-f][0-9a-f:-]{11,}"),
            pattern("(?<=\\bserial(?: number| no\\.?)?)\\s*[:=#]\\s*\\S+"),
            pattern("(?<=\\bserial (?:number|no\\.?))\\s+\\S+"),
            pattern("(?<=\\bS/N|\\bSN)\\s*[:=#]?\\s+\\S+|(?<=\\bS/N|\\bSN)[:=#]\\S+"));

    private final Set<String> words = new HashSet<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<byte[]> sequences = new ArrayList<>();

    private Secrets() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Those that the host's name, the names of its OS devices and its serial numbers are. */
    static Secrets of(HostSnapshot host) {
        Secrets secrets = new Secrets();
        host.provenance().host().ifPresent(name -> {
            secrets.name(name);
            secrets.name(name.substring(0, (name + '.').indexOf('.')));
        });
        for (FunctionRecord function : host.functions()) {
            function.os().devices().forEach(device -> secrets.name(device.name()));
            serial(function).ifPresent(secrets::serial);
        }
        return secrets;
    }

    private void name(String name) {
        if (WORD.matcher(name).matches()) {
            words.add(name.toLowerCase(Locale.ROOT));
        } else if (!name.isBlank()) {
            patterns.add(pattern("(?<![A-Za-z0-9_])" + Pattern.quote(name) + "(?![A-Za-z0-9_])"));
        }
    }

    /** The registers of the Device Serial Number capability, lowest byte first; empty if they hold none. */
    private static Optional<byte[]> serial(FunctionRecord function) {
        ConfigSpace config = function.config();
        Optional<Capability> capability =
                CapabilityWalk.walk(config, function.configSize()).extended(SERIAL_NUMBER);
        if (capability.isEmpty() || !config.has(capability.get().offset() + SERIAL_OFFSET, SERIAL_LENGTH)) {
            return Optional.empty();
        }
        byte[] serial = new byte[SERIAL_LENGTH];
        for (int i = 0; i < SERIAL_LENGTH; i++) {
            serial[i] = (byte)
                    config.u8(capability.get().offset() + SERIAL_OFFSET + i).orElseThrow();
        }
        return Optional.of(serial).filter(bytes -> telling(bytes, bytes.length));
    }

    /** Zeros, ones and the like are nobody's number and stand in many places. */
    private static boolean telling(byte[] bytes, int length) {
        return IntStream.range(0, length).map(i -> bytes[i]).distinct().count() > 3;
    }

    /** A network interface has its MAC address in it, with two bytes put in the middle; other ports count on from there. */
    private void serial(byte[] serial) {
        sequences.add(serial);
        patterns.add(written(serial, serial.length));
        patterns.add(written(reversed(serial), serial.length));
        byte[] mac = {serial[7], serial[6], serial[5], serial[2], serial[1], serial[0]};
        if (telling(mac, MAC_LENGTH - 1)) {
            sequences.add(mac);
            patterns.add(written(mac, MAC_LENGTH));
            patterns.add(written(reversed(mac), MAC_LENGTH));
        }
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    /** Bytes as hex digits with whatever between them. */
    private static Pattern written(byte[] bytes, int length) {
        return pattern(IntStream.range(0, length)
                .mapToObj(i -> String.format(Locale.ROOT, "%02x", bytes[i]))
                .collect(Collectors.joining("[:. _-]?")));
    }

    /** A text without them. */
    String scrub(String text) {
        String scrubbed = WORD.matcher(text)
                .replaceAll(word -> words.contains(word.group().toLowerCase(Locale.ROOT))
                        ? LEFT_OUT
                        : Matcher.quoteReplacement(word.group()));
        for (Pattern pattern : patterns) {
            scrubbed = pattern.matcher(scrubbed).replaceAll(LEFT_OUT);
        }
        for (Pattern look : LOOKS) {
            scrubbed = look.matcher(scrubbed).replaceAll(LEFT_OUT);
        }
        return scrubbed;
    }

    /** Configuration bytes without them, wherever they stand behind the header, in both byte orders. */
    ConfigSpace scrub(ConfigSpace config) {
        ConfigSpace scrubbed = config;
        byte[] bytes = config.toBytes();
        for (byte[] sequence : sequences) {
            int compared = sequence.length == MAC_LENGTH ? MAC_LENGTH - 1 : sequence.length;
            for (int at = FIRST_CAPABILITY; at + sequence.length <= bytes.length; at++) {
                if (matches(bytes, at, sequence, compared)) {
                    scrubbed = scrubbed.hide(at, sequence.length);
                }
            }
        }
        return scrubbed;
    }

    private static boolean matches(byte[] bytes, int at, byte[] sequence, int compared) {
        boolean forward = true;
        boolean backward = true;
        int last = at + sequence.length - 1;
        for (int i = 0; i < compared && (forward || backward); i++) {
            forward &= bytes[at + i] == sequence[i];
            backward &= bytes[last - i] == sequence[i];
        }
        return forward || backward;
    }
}
