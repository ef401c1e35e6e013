package ridscope.source.ecam;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ridscope.config.SrIovCapability;
import ridscope.rid.RoutingId;
import ridscope.rid.StridedRids;

/**
 * Finds the functions of an image in one pass. VFs answer with the IDs of an empty place, so they are looked for only where a
 * PF has enabled them; they come behind it, for a VF's Routing ID is above its PF's.
 */
final class EcamScan {

    /** Places of VFs noted at most; a segment whose PFs all claim everything would keep us busy else. */
    private static final int MOST_PLACES = 1 << 22;

    private final List<EcamFunction> found = new ArrayList<>();
    private final BitSet virtual = new BitSet(RoutingId.COUNT);
    private Optional<EcamFunction> first = Optional.empty();
    private int places;
    private int echoes;
    private int notReady;
    private long length;

    /** @return false if the image has more pages than a segment has Routing IDs */
    boolean run(EcamPages pages) throws IOException {
        while (pages.next()) {
            if (pages.index() >= EcamPages.MOST) {
                return false;
            }
            length = pages.end();
            OptionalLong ids = pages.ids();
            if (ids.isPresent() && EcamHeader.present(ids.getAsLong())) {
                function(EcamFunction.of(pages.index(), pages.bytes()));
            } else if (ids.isPresent()) {
                notReady += ids.getAsLong() == EcamHeader.RETRY ? 1 : 0;
                maybeVirtual(pages, ids.getAsLong());
            }
        }
        return true;
    }

    private void maybeVirtual(EcamPages pages, long ids) throws IOException {
        if (ids == EcamHeader.ABSENT && virtual.get(pages.index())) {
            byte[] page = pages.bytes();
            if (!allOnes(page)) {
                found.add(EcamFunction.virtual(pages.index(), page));
            }
        }
    }

    private static boolean allOnes(byte[] page) {
        for (byte b : page) {
            if (b != (byte) 0xff) {
                return false;
            }
        }
        return true;
    }

    private void function(EcamFunction function) {
        if ((function.index() & 7) == 0) {
            first = Optional.of(function);
        } else if (first.filter(f -> f.index() == (function.index() & ~7) && f.single() && function.echoes(f))
                .isPresent()) {
            echoes++;
            return;
        }
        found.add(function);
        function.enabledVfs().ifPresent(sriov -> expect(function.index(), sriov));
    }

    private void expect(int pf, SrIovCapability sriov) {
        int count = Math.min(sriov.numVfs(), sriov.totalVfs());
        StridedRids rids = new StridedRids(new RoutingId(pf), sriov.firstVfOffset(), sriov.vfStride(), count);
        int fitting = rids.countUpTo(RoutingId.COUNT - 1L);
        for (int k = 0; k < fitting && places < MOST_PLACES; k++) {
            virtual.set(rids.at(k).wrapped().value());
            places++;
        }
    }

    /** In the order of their Routing IDs. */
    List<EcamFunction> functions() {
        return found;
    }

    /** Pages left out because they repeat function 0 of a device that has no other. */
    int echoes() {
        return echoes;
    }

    /** Places that answered "not ready yet". */
    int notReady() {
        return notReady;
    }

    /** Bytes of the image. */
    long length() {
        return length;
    }
}
