package ridscope.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A folder that is kept for one snapshot, as those of the samples are. */
final class SnapshotFolder {

    private static final String SNAPSHOTS = "*.ridscope.{json,json.gz}";
    private static final int MOST_NAMED = 5;

    private SnapshotFolder() {}

    /**
     * The one snapshot in a folder.
     *
     * @throws SnapshotException if there is none, or several of which the user has to choose
     */
    static Path only(Path folder, List<Path> snapshots) throws SnapshotException {
        if (snapshots.size() == 1) {
            return snapshots.get(0);
        }
        if (snapshots.isEmpty()) {
            throw new SnapshotException(
                    folder + " has no PCI devices in it: neither a copy of /sys with bus/pci/devices"
                            + " nor a file that RIDscope reads was found.");
        }
        String names = snapshots.stream()
                .limit(MOST_NAMED)
                .map(p -> p.getFileName().toString())
                .collect(Collectors.joining(", "));
        throw new SnapshotException(folder + " has " + snapshots.size() + " snapshots in it; open one of them: " + names
                + (snapshots.size() > MOST_NAMED ? " …" : "") + ".");
    }

    /**
     * The snapshots in a folder, by name.
     *
     * @throws SnapshotException if it cannot be read
     */
    static List<Path> snapshots(Path folder) throws SnapshotException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, SNAPSHOTS)) {
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
