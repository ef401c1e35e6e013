package ridscope.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;

/** Opens, among many files, those that a reader of single contents knows. */
final class SingleFiles {

    private static final String COMMANDS = "sos_commands";

    /** The readers of single contents. */
    interface Readers {
        /** Whether one may know what to do with content that begins like this. */
        boolean readable(Head head);

        /** @throws SnapshotException if nobody can read it */
        List<HostSnapshot> read(Source.Bytes content) throws SnapshotException;
    }

    private final FileTree files;
    private final String title;
    private final Readers readers;
    private final Feedback feedback;
    private final List<SnapshotException> failures = new ArrayList<>();

    /** @param title how messages call what the files are in */
    SingleFiles(FileTree files, String title, Readers readers, Feedback feedback) {
        this.files = files;
        this.title = title;
        this.readers = readers;
        this.feedback = feedback;
    }

    /** Why files that looked readable were not. */
    List<SnapshotException> failures() {
        return failures;
    }

    /**
     * All hosts that are files, or collections of command outputs, named by their paths where nothing else names them.
     *
     * @param without directories that are not searched
     */
    List<HostSnapshot> hosts(Set<String> without) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (String path : Members.find(files, new HostFiles(readers::readable), without, feedback)) {
            places.computeIfAbsent(place(path), p -> new ArrayList<>()).add(path);
        }
        List<HostSnapshot> hosts = new ArrayList<>();
        Set<String> collections = new HashSet<>();
        for (List<String> paths : places.values()) {
            for (String path : paths) {
                Optional<String> collection = collection(path);
                if (collection.isEmpty()) {
                    hosts.addAll(single(path, paths.size() == 1));
                } else if (collections.add(collection.get())) {
                    collected(collection.get()).ifPresent(hosts::add);
                }
            }
        }
        return hosts;
    }

    private String place(String path) {
        return collection(path).orElse(TreePath.parent(path));
    }

    /** The directory of the sosreport or supportconfig that a file belongs to: all in there is of one host. */
    private Optional<String> collection(String path) {
        int commands = ("/" + path).indexOf("/" + COMMANDS + "/");
        if (commands >= 0) {
            return Optional.of(path.substring(0, Math.max(0, commands - 1)));
        }
        return CommandSections.mayHoldListings(files, path) ? Optional.of(TreePath.parent(path)) : Optional.empty();
    }

    /** A log that lies beside several hosts is of one of them, but nothing says of which. */
    private List<HostSnapshot> single(String path, boolean alone) {
        Surroundings beside = new Surroundings(files.at(TreePath.parent(path)));
        List<HostSnapshot> hosts = read(path);
        return hosts.stream()
                .map(h -> alone && hosts.size() == 1 ? beside.bootLog(feedback).attach(h) : h)
                .map(h -> named(h, Optional.of(path), Optional.empty()))
                .toList();
    }

    /** What several commands printed about one host, the one that says most first. */
    private Optional<HostSnapshot> collected(String directory) {
        Surroundings beside = new Surroundings(files.at(directory));
        List<HostSnapshot> parts = new ArrayList<>();
        for (String listing : beside.listings()) {
            parts.addAll(read(TreePath.join(directory, listing)));
        }
        parts.sort(Comparator.comparingLong(SingleFiles::said).reversed());
        return parts.stream()
                .reduce((whole, part) ->
                        SnapshotMerge.merge(whole, part, "another listing").orElse(whole))
                .map(host -> named(host, beside.host().or(() -> Optional.of(directory)), beside.kernel()))
                .map(host -> beside.bootLog(feedback).attach(host));
    }

    private static long said(HostSnapshot host) {
        return host.functions().stream()
                .mapToLong(f -> 1 + f.config().length() + f.listing().lines().size())
                .sum();
    }

    /** The hosts in one file; none if it cannot be read. */
    List<HostSnapshot> read(String path) {
        List<HostSnapshot> hosts = new ArrayList<>();
        try {
            byte[] content = files.read(path, Limits.MEMBER);
            List<byte[]> parts =
                    CommandSections.mayHoldListings(files, path) ? CommandSections.listings(content) : List.of(content);
            for (byte[] part : parts) {
                hosts.addAll(readers.read(new Source.Bytes(title + ": " + path, part)));
            }
        } catch (SnapshotException e) {
            failures.add(e);
        } catch (IOException e) {
            failures.add(Content.unreadable(title + ": " + path, e));
        }
        return hosts;
    }

    private static HostSnapshot named(HostSnapshot host, Optional<String> name, Optional<String> kernel) {
        Provenance p = host.provenance();
        Provenance told = new Provenance(
                p.kind(),
                p.host().or(() -> name).filter(n -> !n.isEmpty()),
                p.kernel().or(() -> kernel),
                p.capturedAt(),
                p.tool(),
                p.privileged(),
                p.thisMachine());
        return host.from(told);
    }
}
