package ridscope.config.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of lspci's words stands for which of our fields; the files and the language they are written in are described in
 * {@code README.txt} beside them.
 *
 * @param sections in file order: the first that fits a capability is its
 */
record WordTable(List<Section> sections) {

    private static final String[] FILES = {"header", "standard", "express", "hypertransport", "extended", "links", "cxl"
    };

    /**
     * The lines of one kind of capability.
     *
     * @param id such as {@code extended-0010} or {@code header-1}
     * @param titlePart what the title must contain; may be empty
     * @param lines longest key first
     */
    record Section(String id, String titlePart, List<Line> lines) {

        /** The line whose key stands at the start of a text, and what was captured in it. */
        Optional<Found> find(String text) {
            for (Line line : lines) {
                Matcher matcher = line.key().matcher(text);
                if (matcher.lookingAt()) {
                    List<String> captured = new ArrayList<>();
                    for (int i = 1; i <= matcher.groupCount(); i++) {
                        captured.add(matcher.group(i));
                    }
                    return Optional.of(new Found(line, captured, matcher.end()));
                }
            }
            return Optional.empty();
        }

        Optional<Line> line(String name) {
            return lines.stream().filter(l -> l.name().equals(name)).findFirst();
        }
    }

    /**
     * What lspci prints behind one keyword.
     *
     * @param name as written in the table, {@code title} or {@code -} for what has no keyword
     * @param key matches the keyword with its colon
     * @param register where its fields are unless a row says otherwise
     * @param rows in the order in which they are tried
     */
    record Line(String name, Pattern key, String register, List<WordRow> rows) {}

    /** A keyword found at the start of a text that goes on at {@code end}. */
    record Found(Line line, List<String> captured, int end) {}

    /** The table that the tests use. */
    static WordTable load() {
        Builder builder = new Builder();
        for (String file : FILES) {
            String name = "lspci-" + file + ".txt";
            try (InputStream stream = WordTable.class.getResourceAsStream(name)) {
                builder.read(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return builder.table();
    }

    /** The table of one text. */
    static WordTable parse(String text) {
        Builder builder = new Builder();
        builder.read("table", text);
        return builder.table();
    }

    /** The first section for a capability of this kind whose title contains what the section asks for. */
    Optional<Section> section(String id, String title) {
        return sections.stream()
                .filter(s -> s.id().equals(id) && title.contains(s.titlePart()))
                .findFirst();
    }

    /** Reads the files one after the other. */
    private static final class Builder {

        private static final Pattern HEAD = Pattern.compile("\\[(\\S+)(?: (.+))?\\]");

        private final List<Section> sections = new ArrayList<>();
        private final Map<String, List<Line>> shared = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> words = new LinkedHashMap<>();
        private List<Line> lines = List.of();
        private List<List<WordRow>> rows = List.of();
        private Map<String, String> openWords;

        WordTable table() {
            List<Section> sorted = new ArrayList<>();
            for (Section section : sections) {
                List<Line> byLength = new ArrayList<>(section.lines());
                byLength.sort((a, b) -> b.name().length() - a.name().length());
                sorted.add(new Section(section.id(), section.titlePart(), byLength));
            }
            return new WordTable(sorted);
        }

        void read(String file, String text) {
            int number = 0;
            for (String raw : text.split("\\R")) {
                number++;
                String line = raw.strip();
                try {
                    if (!line.isEmpty() && !line.startsWith("#")) {
                        line(line);
                    }
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(file + " line " + number + ": " + e.getMessage(), e);
                }
            }
        }

        private void line(String text) {
            Matcher head = HEAD.matcher(text);
            if (head.matches()) {
                openWords = null;
                lines = new ArrayList<>();
                rows = List.of();
                if (head.group(1).equals("shared")) {
                    shared.put(head.group(2), lines);
                } else {
                    sections.add(new Section(
                            head.group(1), Optional.ofNullable(head.group(2)).orElse(""), lines));
                }
            } else if (text.startsWith("words ")) {
                openWords = words.computeIfAbsent(text.substring(6), k -> new LinkedHashMap<>());
            } else if (text.startsWith("use ")) {
                List<Line> used = shared.get(text.substring(4));
                if (used == null) {
                    throw new IllegalArgumentException("no [shared " + text.substring(4) + "]");
                }
                lines.addAll(used);
            } else if (text.startsWith("line ")) {
                openWords = null;
                lines(text.substring(5));
            } else if (openWords != null) {
                String[] sides = text.split(" = ", 2);
                openWords.put(sides[0].strip(), sides[1].strip());
            } else if (rows.isEmpty()) {
                throw new IllegalArgumentException("a row outside of a line: " + text);
            } else {
                rows.forEach(r -> r.add(WordRow.parse(text, words)));
            }
        }

        /** {@code UESta | UEMsk -> Status | Mask}: lines that have all their rows in common. */
        private void lines(String text) {
            String[] sides = text.split("->", 2);
            String[] names = sides[0].split("\\|");
            String[] registers = sides.length == 1 ? new String[names.length] : sides[1].split("\\|");
            if (registers.length != names.length) {
                throw new IllegalArgumentException("as many registers as lines: " + text);
            }
            rows = new ArrayList<>();
            for (int i = 0; i < names.length; i++) {
                String name = names[i].strip();
                List<WordRow> own = new ArrayList<>();
                rows.add(own);
                lines.add(new Line(name, key(name), registers[i] == null ? "" : registers[i].strip(), own));
            }
        }

        private static Pattern key(String name) {
            String regex = Pattern.quote(name)
                    .replace("{n}", "\\E(\\d+)\\Q")
                    .replace("{h}", "\\E(?:[0-9a-f]+)\\Q")
                    .replace(" ", "\\E[: ]\\s*\\Q");
            return Pattern.compile(regex + ":(?=\\s|$)\\s*");
        }
    }
}
