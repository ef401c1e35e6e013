package ridscope.source;

import java.util.List;
import java.util.Optional;
import ridscope.file.FileTree;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.lspci.LspciHexReader;
import ridscope.source.sysfs.SysfsReader;

/** Opens a tree of files that a test made, as a folder or an archive with these files would be. */
public final class TreeHosts {

    private TreeHosts() {}

    /** The hosts in it. */
    public static List<HostSnapshot> of(FileTree files) throws SnapshotException {
        LspciHexReader lspci = new LspciHexReader();
        SingleFiles.Readers readers = new SingleFiles.Readers() {
            @Override
            public boolean readable(Head head) {
                return lspci.recognise(head).confidence() > 0;
            }

            @Override
            public List<HostSnapshot> read(Source.Bytes content) throws SnapshotException {
                return lspci.read(content, Feedback.NONE);
            }
        };
        return new TreeOpener(List.of(new SysfsReader()), readers, Feedback.NONE)
                .open(new TreeOpener.Files("files", "folder", files, Optional.empty(), List.of(), true))
                .map(Opened::hosts)
                .orElse(List.of());
    }
}
