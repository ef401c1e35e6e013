package ridscope.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes long device names short enough for a box on a picture: the marketing name in brackets, else the model number, else
 * what is left without the words that every name has. At most {@value #LIMIT} characters.
 */
final class ShortNames {

    /** The longest short name. */
    static final int LIMIT = 18;

    private static final Pattern COMPANY = Pattern.compile("(?i)^.*?\\b(?:corporation|corp\\.?|incorporated|inc\\.?|"
            + "co\\.?,? ltd\\.?|co\\.|limited|ltd\\.?|llc|gmbh|ag|technologies|semiconductors?)(?:,|\\s)\\s*(?=\\S)");
    private static final Pattern COMPANY_END = Pattern.compile(
            "(?i)(?:,?\\s+(?:corporation|corp\\.?|incorporated|inc\\.?|co\\.?|company|limited|ltd\\.?|llc|"
                    + "gmbh|ag|s\\.?a\\.?|technologies|technology|semiconductors?|systems|electronics))+$");
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]+)\\][^\\[\\]]*$");
    private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");
    private static final Pattern ROOT_PORT = Pattern.compile("(?i)\\broot port(?: (#?[0-9a-z]{1,2}))?\\b");
    private static final Pattern VIRTIO = Pattern.compile("(?i)\\bvirtio(?: [0-9.]+)? ([a-z]+)");
    private static final Pattern VMD = Pattern.compile("(?i)\\bvolume management device\\b");
    private static final Pattern XEON_PHI = Pattern.compile("(?i)\\bxeon phi coprocessor ([0-9a-z/]+)");
    /** Half a list of processors, as in {@code Xeon 5500/Core i7 QuickPath}: the chipset's name, not the function's. */
    private static final Pattern PROCESSORS = Pattern.compile("[0-9]+/[A-Za-z]+");

    private static final Pattern RATE = Pattern.compile(
            "(?i)[0-9./x+-]*[0-9]-?(?:g|gb|gbe|gbps|gbit|gigabit|mb|mbps|tb|gt/s|base.*|lanes?|ports?|ch|th|nd|rd|st|bit)"
                    + "|[0-9]{1,2}x|802\\.11.*|gen[0-9]|pcie?-?[0-9.x]*|sfp[0-9+]*|x[0-9]{1,2}|v[0-9]+|usb-?[0-9.]*|[0-9.,/-]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{3,}[0-9/]*");
    private static final Set<String> FILLER = Set.of(
            "controller",
            "device",
            "adapter",
            "card",
            "family",
            "series",
            "chipset",
            "processor",
            "pci",
            "pcie",
            "pci-express",
            "pci-e",
            "express",
            "network",
            "connection",
            "ethernet",
            "gigabit",
            "fast",
            "link",
            "nvme",
            "nvm",
            "ssd",
            "host",
            "bus",
            "interface",
            "dc",
            "datacenter",
            "data",
            "center",
            "integrated",
            "graphics",
            "sata",
            "ahci",
            "raid",
            "usb",
            "bridge",
            "port",
            "switch",
            "gen",
            "system",
            "vga",
            "compatible",
            "audio",
            "high",
            "definition",
            "lpc",
            "mode",
            "and",
            "to",
            "of",
            "the",
            "wireless",
            "10-gigabit",
            "i/o",
            "hub");
    /** Base classes that chipsets bring along under names that are no help on a picture. */
    private static final Set<Integer> CHIPSET = Set.of(0x01, 0x04, 0x05, 0x06, 0x07, 0x08, 0x0c, 0x11);

    private ShortNames() {}

    /**
     * A vendor without its legal form: {@code Samsung Electronics Co Ltd} becomes {@code Samsung}.
     */
    static String vendor(String name) {
        String plain = ASIDE.matcher(name).replaceAll(" ").strip();
        String cut = COMPANY_END.matcher(plain).replaceAll("").strip();
        return cut.isEmpty() ? plain : cut;
    }

    /**
     * The short name of a device; empty where its name has nothing to recognise it by.
     *
     * @param baseClass 8 bits, or −1 when unknown
     */
    static Optional<String> device(String name, int baseClass) {
        boolean virtual = name.toLowerCase(Locale.ROOT).contains("virtual function");
        String rest = name.replaceAll("(?i)\\s*virtual function", "");
        int room = virtual ? LIMIT - 3 : LIMIT;
        return marketing(rest, room)
                .or(() -> special(rest, baseClass))
                .or(() -> plain(rest, baseClass))
                .map(s -> cut(s, room))
                .map(s -> virtual ? s + " VF" : s);
    }

    /** A bracket that holds a product, not an operating mode, a company or a code name. */
    private static Optional<String> marketing(String name, int room) {
        Matcher m = BRACKET.matcher(name);
        if (!m.find()) {
            return Optional.empty();
        }
        String text = m.group(1).strip().split(" / |, ")[0];
        boolean digit = text.chars().anyMatch(Character::isDigit);
        boolean mode = text.toLowerCase(Locale.ROOT).endsWith("mode");
        if (mode
                || !digit && !text.contains(" ")
                || text.length() < 2
                || m.group(1).contains("Controller")) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        if (text.length() > room && slash > 2) {
            text = text.substring(0, slash);
        }
        while (text.length() > room && text.contains(" ") && hasDigit(text.substring(text.indexOf(' ')))) {
            text = text.substring(text.indexOf(' ') + 1);
        }
        return Optional.of(text);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static Optional<String> special(String name, int baseClass) {
        Matcher virtio = VIRTIO.matcher(name);
        if (virtio.find()) {
            return Optional.of("Virtio " + virtio.group(1));
        }
        if (VMD.matcher(name).find()) {
            return Optional.of("VMD");
        }
        Matcher phi = XEON_PHI.matcher(name);
        if (phi.find()) {
            return Optional.of("Xeon Phi " + phi.group(1));
        }
        Matcher port = ROOT_PORT.matcher(name);
        if (baseClass == 0x06 && port.find()) {
            return Optional.of(port.group(1) == null ? "Root Port" : "Root Port " + port.group(1));
        }
        return Optional.empty();
    }

    private static Optional<String> plain(String name, int baseClass) {
        String bare = ASIDE.matcher(name).replaceAll(" ").strip();
        String product = COMPANY.matcher(bare).replaceFirst("").split("(?i) (?:for|with) ")[0];
        List<String> words = new ArrayList<>(List.of(product.split("[\\s,;:]+")));
        words.removeIf(w -> w.isEmpty() || PROCESSORS.matcher(w).matches());
        return model(words, !CHIPSET.contains(baseClass) || baseClass == 0x01)
                .or(() -> CHIPSET.contains(baseClass) ? Optional.empty() : leftover(words));
    }

    /** The first word with three digits, else, if so wished, the first that mixes letters and digits. */
    private static Optional<String> model(List<String> words, boolean loose) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (RATE.matcher(word).matches() && !NUMBER.matcher(word).matches()) {
                continue;
            }
            if (word.chars().filter(Character::isDigit).count() >= 3) {
                return Optional.of(NUMBER.matcher(word).matches() ? joined(words, i) : word);
            }
        }
        return words.stream()
                .filter(w -> loose && hasDigit(w) && w.chars().anyMatch(Character::isLetter))
                .filter(w -> !RATE.matcher(w).matches())
                .findFirst();
    }

    /** A bare number reads better with the word before it, as in {@code PEX 8747}, or with the word series. */
    private static String joined(List<String> words, int i) {
        if (i > 0 && !FILLER.contains(words.get(i - 1).toLowerCase(Locale.ROOT))) {
            String both = words.get(i - 1) + " " + words.get(i);
            return both.length() <= LIMIT ? both : words.get(i);
        }
        boolean series = i + 1 < words.size() && words.get(i + 1).equalsIgnoreCase("series");
        return series ? words.get(i) + " Series" : words.get(i);
    }

    private static Optional<String> leftover(List<String> words) {
        String rest = String.join(
                " ",
                words.stream()
                        .filter(w -> !FILLER.contains(w.toLowerCase(Locale.ROOT)))
                        .filter(w -> !RATE.matcher(w).matches())
                        .toList());
        return rest.length() < 2 ? Optional.empty() : Optional.of(rest);
    }

    private static String cut(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int slash = text.indexOf('/');
        if (slash > 2 && slash <= room) {
            return text.substring(0, slash);
        }
        int blank = text.lastIndexOf(' ', room);
        return text.substring(0, blank > 2 ? blank : room);
    }
}
