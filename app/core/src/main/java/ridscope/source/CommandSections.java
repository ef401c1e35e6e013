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
import ridscope.file.FileTree;
import ridscope.file.TreePath;

/**
 * Cuts the files of supportconfig into the outputs of commands they are made of: a line {@code #==[ Command ]===…}, then
 * {@code # /sbin/lspci -nn}, then what the command printed.
 */
final class CommandSections {

    /** How each section starts. */
    static final String MARK = "#==[ ";

    private static final Set<String> WITH_LISTINGS = Set.of("hardware.txt", "pci.txt");
    private static final String FILES = ".txt";
    private static final Pattern LISTING = Pattern.compile("# *(?:\\S*/)?lspci\\b.*");
    private static final Pattern SECTION = Pattern.compile("(?m)^#==\\[ [^\\n]*\\n# *(?:[^\\s]*/)?lspci\\b");

    private CommandSections() {}

    /**
     * Whether a file may be one of supportconfig with the output of lspci in it: by its name, or because such a section
     * begins near its start, as in the files of plug-ins.
     *
     * @param name the last component of its path
     * @param start its first {@link Limits#LOOK} bytes
     */
    static boolean mayHoldListings(String name, byte[] start) {
        return WITH_LISTINGS.contains(name)
                || name.endsWith(FILES)
                        && SECTION.matcher(new String(start, StandardCharsets.ISO_8859_1))
                                .find();
    }

    /** The same for a file among others; false if it cannot be read. */
    static boolean mayHoldListings(FileTree files, String path) {
        String name = TreePath.name(path);
        try {
            return WITH_LISTINGS.contains(name)
                    || name.endsWith(FILES) && mayHoldListings(name, files.read(path, Limits.LOOK));
        } catch (IOException e) {
            return false;
        }
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
                if (startsWith(lines, MARK)) {
                    sections = true;
                    atCommand = true;
                    add(found, section);
                    section = null;
                } else if (atCommand) {
                    atCommand = false;
                    section = LISTING.matcher(lines.text()).matches() ? new ByteArrayOutputStream() : null;
                } else if (section != null) {
                    section.write(lines.bytes(), lines.rawStart(), lines.end() - lines.rawStart());
                    section.write('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        add(found, section);
        return sections ? found : List.of(content);
    }

    private static boolean startsWith(LineScanner lines, String text) {
        int length = text.length();
        return lines.end() - lines.start() >= length
                && new String(lines.bytes(), lines.start(), length, StandardCharsets.US_ASCII).equals(text);
    }

    private static void add(List<byte[]> found, ByteArrayOutputStream section) {
        if (section != null && section.size() > 0) {
            found.add(section.toByteArray());
        }
    }
}
