package ridscope.draw.export;

import java.util.ArrayList;
import java.util.List;
import ridscope.host.Provenance;

/**
 * What a picture says about its origin. Only what is known is said.
 *
 * @param parts short pieces in reading order, such as {@code server-a} and {@code Linux 6.18.2}
 * @param program name and version of what drew it
 */
public record Caption(List<String> parts, String program) {

    public Caption {
        parts = List.copyOf(parts);
    }

    /**
     * Host, kernel, capture time in UTC, kind of source, and the program that drew it.
     *
     * @param program name and version, such as {@code RIDscope 0.1.0}
     */
    public static Caption of(Provenance provenance, String program) {
        List<String> parts = new ArrayList<>();
        provenance.host().ifPresent(parts::add);
        provenance.kernel().ifPresent(k -> parts.add("Linux " + k));
        provenance.capturedAt().ifPresent(t -> parts.add("captured " + minute(t.toString())));
        parts.add(provenance.kind());
        if (!provenance.privileged().orElse(true)) {
            parts.add("read without privilege");
        }
        parts.add("drawn by " + program);
        return new Caption(parts, program);
    }

    private static String minute(String instant) {
        return instant.substring(0, 10) + " " + instant.substring(11, 16) + " UTC";
    }
}
