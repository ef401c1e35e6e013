package ridscope.source.lspci;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds host names in what stands around a pasted dump: a shell prompt, the file names that {@code head} and {@code tail}
 * print, a Markdown heading.
 */
final class HostNames {

    private static final Pattern PROMPT =
            Pattern.compile("\\[?[A-Za-z_][\\w.-]*@([A-Za-z0-9][\\w.-]*)[ :].*[#$%>] *(?:sudo +)?\\S*lspci(?: .*)?");
    private static final Pattern FILE_NAME = Pattern.compile("==> (?:.*/)?([^/]+) <==");
    private static final Pattern HEADING =
            Pattern.compile("(?:#{1,6} +|\\*\\*)(?:(?:[Hh]ost|[Ss]erver|[Mm]achine|[Nn]ode)(?:name)?:? +)?"
                    + "`?([A-Za-z][A-Za-z0-9.-]*)`?:?(?:\\*\\*)?(?: +#+)?");
    private static final Pattern NAME = Pattern.compile("(?=.*[0-9.-])[A-Za-z][A-Za-z0-9.-]*[A-Za-z0-9]");
    private static final int LONGEST = 300;

    private HostNames() {}

    /** A name that is certain to be that of the host whose functions follow. */
    static Optional<String> inLine(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher prompt = PROMPT.matcher(line);
        if (line.contains("lspci") && prompt.matches()) {
            return Optional.of(prompt.group(1));
        }
        Matcher file = FILE_NAME.matcher(line);
        return file.matches() ? Optional.of(file.group(1)) : Optional.empty();
    }

    /** A heading of one word that looks like a host's name: words of a language have no digits, dots or hyphens as a rule. */
    static Optional<String> inHeading(String line) {
        Matcher heading = HEADING.matcher(line.length() > LONGEST ? "" : line);
        return heading.matches()
                ? Optional.of(heading.group(1))
                        .filter(name -> NAME.matcher(name).matches() && !name.contains("lspci"))
                : Optional.empty();
    }
}
