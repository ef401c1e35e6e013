package ridscope.desktop.shell;

import java.util.Optional;

/** Names that are offered for files. */
final class FileNames {

    private FileNames() {}

    /** {@code server-a-topology.svg}: a host's name may hold what a file's name must not. */
    static String of(Optional<String> host, String end) {
        String name = host.map(h -> h.replaceAll("[^\\p{L}\\p{N}._-]+", "-"))
                .filter(h -> !h.isEmpty() && !h.startsWith("."))
                .map(h -> h + "-")
                .orElse("");
        return name + end;
    }
}
