package ridscope.source.lspci;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds host names in what stands around a pasted dump: a shell prompt, or the file names that {@code head} and {@code tail} print. */
final class HostNames {

    private static final Pattern PROMPT =
            Pattern.compile("\\[?[A-Za-z_][\\w.-]*@([A-Za-z0-9][\\w.-]*)[ :].*[#$%>] *(?:sudo +)?\\S*lspci(?: .*)?");
    private static final Pattern FILE_NAME = Pattern.compile("==> (?:.*/)?([^/]+) <==");
    private static final int LONGEST = 300;

    private HostNames() {}

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
}
