package ridscope.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.host.BootLog;
import ridscope.job.Feedback;

/**
 * What stands beside a host in the captures people make: its name, its kernel, its boot log, listings of its devices. Knows
 * hwloc-gather-topology, sosreport, supportconfig and copies of a machine's folders.
 */
final class Surroundings {

    private static final List<String> LOG_FOLDERS = List.of("", "sos_commands/kernel", "sos_commands/logs", "var/log");
    private static final List<String> LISTING_FOLDERS = List.of("", "sos_commands/pci");
    private static final int MOST_LOGS = 8;
    private static final int MOST_LISTINGS = 16;

    /** sosreport names a command's output after the command; this one shows the boot before. */
    private static final String EARLIER_BOOT = "_-1";

    private final FileTree beside;

    /** @param beside the directory in which everything about the host lies */
    Surroundings(FileTree beside) {
        this.beside = beside;
    }

    Optional<String> host() {
        return first(HostFiles.HOST_NAMES, text -> text.lines().findFirst())
                .or(() -> hwloc("HostName: "))
                .or(() -> uname(1));
    }

    Optional<String> kernel() {
        return first(HostFiles.KERNELS, Surroundings::release)
                .or(() -> hwloc("OSRelease: "))
                .or(() -> uname(2));
    }

    private static Optional<String> release(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        String[] words = line.split("\\s+");
        if (words.length == 1) {
            return Optional.of(line);
        }
        // "Linux version RELEASE …" in proc/version, "Linux HOST RELEASE …" from uname -a.
        return words.length > 2 && words[0].equals("Linux") ? Optional.of(words[2]) : Optional.empty();
    }

    private Optional<String> hwloc(String key) {
        return small(HostFiles.HWLOC)
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith(key))
                        .map(line -> line.substring(key.length()).strip())
                        .findFirst());
    }

    /** A word of what {@code uname -a} printed, which supportconfig and some sosreports have. */
    private Optional<String> uname(int word) {
        return small(HostFiles.ENVIRONMENT)
                .or(() -> small("uname"))
                .or(() -> small("sos_commands/kernel/uname_-a"))
                .flatMap(text -> text.lines()
                        .map(line -> line.split("\\s+"))
                        .filter(words -> words.length > 3 && words[0].equals("Linux") && !words[1].equals("version"))
                        .map(words -> words[word])
                        .findFirst());
    }

    /** The log with the most to say: the first one that names root buses, otherwise the first with any line about PCI. */
    BootLog bootLog(Feedback feedback) {
        BootLog best = BootLog.NONE;
        for (String path : files(LOG_FOLDERS, path -> currentLog(TreePath.name(path)), MOST_LOGS)) {
            BootLog log = log(path, feedback);
            if (!log.rootBuses().isEmpty()) {
                return log;
            }
            best = best.lines().isEmpty() ? log : best;
        }
        return best;
    }

    private static boolean currentLog(String name) {
        return HostFiles.isLog(name) && !name.endsWith(EARLIER_BOOT);
    }

    private BootLog log(String path, Feedback feedback) {
        try (InputStream in = Content.unpacked(beside.open(path), feedback)) {
            return BootLogs.among(in);
        } catch (IOException e) {
            return BootLog.NONE;
        }
    }

    /** Paths of files that may list the same host's devices in another way. */
    List<String> listings() {
        return files(
                LISTING_FOLDERS,
                path -> TreePath.name(path).contains("lspci") || CommandSections.mayHoldListings(beside, path),
                MOST_LISTINGS);
    }

    private List<String> files(List<String> folders, java.util.function.Predicate<String> wanted, int most) {
        List<String> found = new ArrayList<>();
        for (String folder : folders) {
            for (String name : names(folder)) {
                String path = TreePath.join(folder, name);
                if (found.size() < most && beside.kind(path) == FileTree.Kind.FILE && wanted.test(path)) {
                    found.add(path);
                }
            }
        }
        return found;
    }

    private List<String> names(String folder) {
        try {
            return beside.list(folder);
        } catch (IOException e) {
            return List.of();
        }
    }

    private Optional<String> first(List<String> files, Function<String, Optional<String>> value) {
        for (String file : files) {
            Optional<String> found =
                    small(file).flatMap(value).map(String::strip).filter(text -> !text.isEmpty());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> small(String file) {
        if (beside.kind(file) != FileTree.Kind.FILE) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new String(beside.read(file, Limits.ATTRIBUTE), StandardCharsets.UTF_8).replace("\0", ""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
