package ridscope.names;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ridscope.text.Numbers;

/**
 * Names from a {@code pci.ids} file. Nothing is read before the first question, and of the vendors only those asked for are
 * parsed: the file has 36,000 lines and a host a dozen vendors. A file that is missing or damaged just knows fewer names.
 * Safe for use by several threads.
 */
public final class PciIds {

    /** Knows no name. */
    public static final PciIds EMPTY = new PciIds(() -> new byte[0]);

    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/share/misc/pci.ids"), Path.of("/usr/share/hwdata/pci.ids"), Path.of("/usr/share/pci.ids"));
    private static final int LIMIT = 64 << 20;

    private final Content content;
    private final Map<Integer, Vendor> vendors = new ConcurrentHashMap<>();
    private byte[] bytes;
    private int[] starts;

    private interface Content {
        byte[] read();
    }

    private record Vendor(String name, Map<String, String> entries) {
        static final Vendor UNKNOWN = new Vendor("", Map.of());
    }

    private PciIds(Content content) {
        this.content = content;
    }

    /** From the text of a {@code pci.ids} file. */
    public static PciIds parse(String text) {
        return new PciIds(() -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** From a file; no names where it cannot be read. */
    public static PciIds file(Path path) {
        return new PciIds(() -> read(path));
    }

    /** From the place where this system keeps it; {@link #EMPTY} where there is none. */
    public static PciIds installed() {
        return USUAL_PLACES.stream()
                .filter(Files::isReadable)
                .findFirst()
                .map(PciIds::file)
                .orElse(EMPTY);
    }

    private static byte[] read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(LIMIT);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** @param vendor 16 bits */
    public Optional<String> vendor(int vendor) {
        return Optional.of(section(vendor).name()).filter(n -> !n.isEmpty());
    }

    /**
     * @param vendor 16 bits
     * @param device 16 bits
     */
    public Optional<String> device(int vendor, int device) {
        return Optional.ofNullable(section(vendor).entries().get(Numbers.hexText(device, 4)));
    }

    /** The name of a board; all four are 16 bits. */
    public Optional<String> subsystem(int vendor, int device, int subsystemVendor, int subsystemDevice) {
        String key = String.format("%04x %04x %04x", device, subsystemVendor, subsystemDevice);
        return Optional.ofNullable(section(vendor).entries().get(key));
    }

    private Vendor section(int vendor) {
        return vendors.computeIfAbsent(vendor & 0xffff, this::readSection);
    }

    private Vendor readSection(int vendor) {
        index();
        int at = starts[vendor];
        if (at < 0) {
            return Vendor.UNKNOWN;
        }
        String name = line(at).substring(4).strip();
        Map<String, String> entries = new HashMap<>();
        String device = "";
        for (at = next(at);
                at < bytes.length && (bytes[at] == '\t' || bytes[at] == '#' || bytes[at] == '\n');
                at = next(at)) {
            String line = line(at);
            if (line.startsWith("\t\t") && line.length() > 11) {
                entries.put(
                        device + " " + line.substring(2, 11), line.substring(11).strip());
            } else if (line.startsWith("\t") && line.length() > 5) {
                device = line.substring(1, 5);
                entries.put(device, line.substring(5).strip());
            }
        }
        return new Vendor(name, entries);
    }

    private String line(int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8).stripTrailing();
    }

    private int next(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private synchronized void index() {
        if (starts != null) {
            return;
        }
        byte[] read = content.read();
        int[] found = new int[0x10000];
        Arrays.fill(found, -1);
        bytes = read;
        for (int at = 0; at < read.length && read[at] != 'C'; at = next(at)) {
            int vendor = vendorAt(read, at);
            if (vendor >= 0 && found[vendor] < 0) {
                found[vendor] = at;
            }
        }
        starts = found;
    }

    /** Four hex digits and a blank at the beginning of a line; a line with {@code C} begins the classes, which end the vendors. */
    private static int vendorAt(byte[] text, int at) {
        if (at + 5 > text.length || text[at + 4] != ' ') {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Numbers.hexDigit(text[i]);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
