package ridscope.source.ecam;

import java.io.IOException;
import java.util.List;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.source.Content;
import ridscope.source.Head;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;

/**
 * Reads a dump of the memory window through which a host reaches configuration space (ECAM, MMCONFIG): 1 MiB a bus, 4 KiB a
 * function, at most 256 buses. Names, drivers, NUMA nodes and IOMMU groups are not in it.
 */
public final class EcamReader implements SnapshotReader {

    private static final String KIND = "ecam";

    /** Stateless. */
    public EcamReader() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Recognition recognise(Head head) {
        if (head.directory() || head.source() instanceof Source.Live) {
            return Recognition.NO;
        }
        if (EcamRecognition.looksLikeOne(head)) {
            return new Recognition(70, "raw image of PCI Express configuration space (ECAM)");
        }
        return head.source().ecam().isPresent()
                ? new Recognition(3, "what was said to be a raw image of configuration space (ECAM)")
                : Recognition.NO;
    }

    @Override
    public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
        try (EcamPages pages = EcamPages.open(source, feedback)) {
            EcamScan scan = new EcamScan();
            if (!scan.run(pages)) {
                throw new SnapshotException(source.named() + " is longer than the 256 MiB that the configuration space"
                        + " of one segment takes; cut it into one image for each segment.");
            }
            if (scan.functions().isEmpty()) {
                throw new SnapshotException(
                        source.named() + " has no function in it: every place of the image reads as empty.");
            }
            return List.of(new EcamHost(scan).snapshot(KIND, source));
        } catch (IOException e) {
            throw Content.unreadable(source.named(), e);
        }
    }
}
