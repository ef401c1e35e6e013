package ridscope.source.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ridscope.host.FunctionRecord;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.source.SnapshotException;

/** The functions that were put together so far. */
final class Records {

    private static final int SIZE = 4096;

    private final String title;
    private final int most;
    private final List<FunctionRecord> functions = new ArrayList<>();

    /**
     * @param title how messages call the source
     * @param most how many functions there may be
     */
    Records(String title, int most) {
        this.title = title;
        this.most = most;
    }

    /** @throws SnapshotException if there are too many */
    void add(Place place, int devfn, Element element, Registers registers) throws SnapshotException {
        if (functions.size() >= most) {
            throw new SnapshotException(title + " describes more than " + most + " functions.");
        }
        OsFactsBuilder os = new OsFactsBuilder()
                .parent(Optional.of(new OsFacts.Parent(place.parent())))
                .numaNode(place.numaNode());
        element.name()
                .ifPresent(name -> os.names(new OsFacts.Names(Optional.empty(), Optional.of(name), Optional.empty())));
        functions.add(new FunctionRecord(place.address(devfn), registers.config(), SIZE, os.build()));
    }

    /** All of them in order of address. */
    List<FunctionRecord> all() {
        functions.sort(Comparator.comparing(FunctionRecord::address));
        return functions;
    }
}
