package ridscope.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A folder that is kept for one snapshot, as those of the samples are. */
final class SnapshotFolder {

    private static final String SNAPSHOTS = "*.ridscope.{json,json.gz}";
    private static final int MOST_NAMED = 5;
    private static final int MOST_LOOKS = 200;

    private SnapshotFolder() {}

    /**
     * The one file to open in a folder.
     *
     * @param what what the files are, such as {@code snapshots}
     * @throws SnapshotException if there is none, or several of which the user has to choose
     */
    static Path only(Path folder, List<Path> files, String what) throws SnapshotException {
        if (files.size() == 1) {
            return files.get(0);
        }
        if (files.isEmpty()) {
            throw new SnapshotException(
                    folder + " has no PCI devices in it: neither a copy of /sys with bus/pci/devices"
                            + " nor a file that RIDscope reads was found.");
        }
        String names = files.stream()
                .limit(MOST_NAMED)
                .map(p -> p.getFileName().toString())
                .collect(Collectors.joining(", "));
        throw new SnapshotException(folder + " has " + files.size() + " " + what + " in it; open one of them: " + names
                + (files.size() > MOST_NAMED ? " …" : "") + ".");
    }

    /**
     * The snapshots in a folder, by name.
     *
     * @throws SnapshotException if it cannot be read
     */
    static List<Path> snapshots(Path folder) throws SnapshotException {
        return files(folder, SNAPSHOTS);
    }

    /**
     * The files in a folder that are of some kind, by name; of very many only the first ones are looked at.
     *
     * @throws SnapshotException if it cannot be read
     */
    static List<Path> files(Path folder, Predicate<Path> kind) throws SnapshotException {
        return files(folder, "*").stream().limit(MOST_LOOKS).filter(kind).toList();
    }

    private static List<Path> files(Path folder, String pattern) throws SnapshotException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry)) {
                    found.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw Content.unreadable(folder.toString(), e.getCause());
        } catch (IOException e) {
            throw Content.unreadable(folder.toString(), e);
        }
        found.sort(null);
        return found;
    }
}
