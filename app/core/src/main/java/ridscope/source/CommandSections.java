package ridscope.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts the files of supportconfig into the outputs of commands they are made of: a line {@code #==[ Command ]===…}, then
 * {@code # /sbin/lspci -nn}, then what the command printed.
 */
final class CommandSections {

    /** How each section starts. */
    static final String MARK = "#==[ ";

    private static final Set<String> WITH_LISTINGS = Set.of("hardware.txt", "pci.txt");
    private static final Pattern LISTING = Pattern.compile("# *(?:\\S*/)?lspci\\b.*");

    private CommandSections() {}

    /** Whether supportconfig keeps the output of lspci in a file of this name. */
    static boolean mayHoldListings(String name) {
        return WITH_LISTINGS.contains(name);
    }

    /**
     * The outputs of lspci in a file of supportconfig, in their order; the content itself if it has no sections.
     *
     * @param content any text
     */
    static List<byte[]> listings(byte[] content) {
        LineScanner lines = new LineScanner(new ByteArrayInputStream(content));
        List<byte[]> found = new ArrayList<>();
        boolean sections = false;
        boolean atCommand = false;
        ByteArrayOutputStream section = null;
        try {
            while (lines.next()) {
                String start = new String(
                        lines.bytes(),
                        lines.start(),
                        Math.min(200, lines.end() - lines.start()),
                        StandardCharsets.UTF_8);
                if (start.startsWith(MARK)) {
                    sections = true;
                    atCommand = true;
                    add(found, section);
                    section = null;
                } else if (atCommand) {
                    atCommand = false;
                    section = LISTING.matcher(start).matches() ? new ByteArrayOutputStream() : null;
                } else if (section != null) {
                    section.write(lines.bytes(), lines.start(), lines.end() - lines.start());
                    section.write('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        add(found, section);
        return sections ? found : List.of(content);
    }

    private static void add(List<byte[]> found, ByteArrayOutputStream section) {
        if (section != null && section.size() > 0) {
            found.add(section.toByteArray());
        }
    }
}
