package ridscope.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;
import ridscope.job.Feedback;
import ridscope.text.Diagnostic;

/**
 * Opens all hosts in many files, be they in a folder or in an archive: those that are trees of files, each completed with the
 * listings and the boot log that lie beside it, and those that are one file.
 */
final class TreeOpener {

    /**
     * What to open.
     *
     * @param title how messages call it
     * @param what what it is, such as {@code folder} or {@code tar archive}
     * @param files its files
     * @param above the folder that holds them, for what stands beside them; empty for an archive
     * @param diagnostics what was odd about it
     * @param singles whether files that are hosts by themselves count too
     */
    record Files(
            String title,
            String what,
            FileTree files,
            Optional<FileTree> above,
            List<Diagnostic> diagnostics,
            boolean singles) {}

    private final List<TreeReader> trees;
    private final SingleFiles.Readers readers;
    private final Feedback feedback;

    TreeOpener(List<TreeReader> trees, SingleFiles.Readers readers, Feedback feedback) {
        this.trees = trees;
        this.readers = readers;
        this.feedback = feedback;
    }

    /**
     * All hosts; empty if nothing in there looks like one.
     *
     * @throws SnapshotException if something does and none of it can be read
     */
    Optional<Opened> open(Files opened) throws SnapshotException {
        List<HostSnapshot> hosts = new ArrayList<>();
        Set<String> claimed = new HashSet<>();
        String with = "";
        for (TreeReader reader : trees) {
            List<String> paths = reader.find(opened.files());
            if (!paths.isEmpty()) {
                with = " with " + (paths.size() == 1 ? "a " + reader.what() : paths.size() + " " + reader.what() + "s");
                feedback.note(opened.what() + with);
            }
            for (String path : paths) {
                claimed.add(path);
                claimed.add(TreePath.parent(path));
                tree(reader, opened, path, paths.size() > 1).ifPresent(hosts::add);
            }
        }
        SingleFiles singles = new SingleFiles(opened.files(), opened.title(), readers, feedback);
        if (opened.singles() && !claimed.contains("")) {
            hosts.addAll(singles.hosts(claimed));
        }
        if (!hosts.isEmpty()) {
            String kind = hosts.get(0).provenance().kind();
            return Optional.of(new Opened(
                    hosts.stream().map(h -> h.with(opened.diagnostics())).toList(), kind, opened.what() + with));
        }
        if (!claimed.isEmpty()) {
            throw new SnapshotException(opened.title() + " has a sysfs tree in it, but no PCI functions in that.");
        }
        if (!singles.failures().isEmpty()) {
            throw singles.failures().get(0);
        }
        return Optional.empty();
    }

    private Optional<HostSnapshot> tree(TreeReader reader, Files opened, String path, boolean several) {
        FileTree beside = path.isEmpty()
                ? opened.above().orElse(opened.files())
                : opened.files().at(TreePath.parent(path));
        Surroundings surroundings = new Surroundings(beside);
        Optional<String> label = several ? label(path) : Optional.empty();
        HostSnapshot host =
                reader.read(opened.files().at(path), provenance(reader.kind(), surroundings, label), feedback);
        if (host.functions().isEmpty()) {
            return Optional.empty();
        }
        host = surroundings.bootLog(feedback).attach(host);
        SingleFiles listings = new SingleFiles(beside, opened.title(), readers, feedback);
        for (String listing : surroundings.listings()) {
            for (HostSnapshot other : listings.read(listing)) {
                HostSnapshot alone = host;
                host = SnapshotMerge.merge(host, other, listing).orElseGet(() -> alone.with(ignored(listing)));
            }
        }
        return Optional.of(host);
    }

    private static List<Diagnostic> ignored(String listing) {
        return List.of(Diagnostic.of(
                "SOURCE_IGNORED",
                listing + " lists other devices than the sysfs tree beside it has; it is probably of another host or"
                        + " another time, so nothing was taken from it."));
    }

    private static Provenance provenance(String kind, Surroundings surroundings, Optional<String> label) {
        return new Provenance(
                kind,
                surroundings.host().or(() -> label),
                surroundings.kernel(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** What a user would call one of several trees: the folder it lies in. */
    private static Optional<String> label(String path) {
        String folder = path.endsWith("/sys") ? TreePath.parent(path) : path;
        return Optional.of(folder).filter(name -> !name.isEmpty());
    }
}
