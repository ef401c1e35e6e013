package ridscope.report.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import ridscope.rid.FunctionAddress;
import ridscope.ridmap.Claim;
import ridscope.ridmap.Reach;
import ridscope.ridmap.RidMap;
import ridscope.text.Numbers;

/** Who has which Routing ID and how it is routed. */
public final class RidsTable {

    /** Its name. */
    public static final String NAME = "rids";

    private RidsTable() {}

    /** A row for each run of neighbours of which the same is to be said. */
    public static Table runs(List<RidMap> segments) {
        Columns<RidRun> columns = new Columns<RidRun>()
                .name("address", "first", RidRun::first)
                .name("last", "last", RidRun::last)
                .count("count", "count", RidRun::count);
        owner(columns);
        columns.number("lastIndex", "last index", RidRun::lastIndex);
        rest(columns);
        return columns.over(NAME, all(segments, RidRun::joined));
    }

    /** A row for each of the 65,536 Routing IDs of each segment. */
    public static Table every(List<RidMap> segments) {
        Columns<RidRun> columns = new Columns<RidRun>().name("address", "address", RidRun::first);
        owner(columns);
        rest(columns);
        return columns.over(NAME, all(segments, RidRun::each));
    }

    private static void owner(Columns<RidRun> columns) {
        columns.rid("rid", "RID", run -> run.first().rid())
                .name("state", "state", RidsTable::state)
                .text("kind", "kind", run -> run.owner().map(claim -> id(claim.kind())))
                .text("owner", "owner", run -> run.owner().map(Claim::owner))
                .number("index", "index", run -> run.owner().map(Claim::index).orElse(OptionalInt.empty()));
    }

    private static void rest(Columns<RidRun> columns) {
        columns.list("others", "others", RidsTable::others)
                .flag("contested", "contested", run -> Optional.of(run.contested()))
                .name("routing", "routing", run -> id(run.routing().state()))
                .text("bridge", "bridge", RidRun::bridge)
                .column(new Column("outside", "outside", Column.Type.LIST), RidsTable::outside);
    }

    /** Nothing rather than an empty list: that nothing lies outside may not be known. */
    private static Cell outside(RidRun run) {
        List<String> left = run.outside().stream()
                .map(reach -> of(reach, run) + " " + reach.buses())
                .toList();
        return left.isEmpty() ? Cell.EMPTY : new Cell.Texts(left);
    }

    /** The port, or the root bus. */
    private static String of(Reach reach, RidRun run) {
        return reach.port()
                .map(FunctionAddress::toString)
                .orElseGet(() -> run.first().segment() + ":"
                        + Numbers.hexText(reach.buses().first(), 2));
    }

    private static String state(RidRun run) {
        return run.owner()
                .map(claim -> switch (claim.enabled()) {
                    case YES -> "used";
                    case NO -> "possible";
                    case UNKNOWN -> "unknown";
                })
                .orElse("unclaimed");
    }

    private static List<String> others(RidRun run) {
        List<String> others = new ArrayList<>();
        for (int i = 1; i < run.claims().size(); i++) {
            Claim claim = run.claims().get(i);
            OptionalInt last = run.lastClaims().get(i).index();
            others.add(id(claim.kind()) + " " + claim.owner() + indices(claim.index(), last));
        }
        return others;
    }

    private static String indices(OptionalInt first, OptionalInt last) {
        if (first.isEmpty() || last.isEmpty()) {
            return "";
        }
        return " " + first.getAsInt() + (first.equals(last) ? "" : "-" + last.getAsInt());
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Iterable<RidRun> all(List<RidMap> segments, Function<RidMap, Iterator<RidRun>> runs) {
        return () -> new Chained(segments.iterator(), runs);
    }

    /** The runs of one segment after those of another. */
    private static final class Chained implements Iterator<RidRun> {
        private final Iterator<RidMap> segments;
        private final Function<RidMap, Iterator<RidRun>> runs;
        private Iterator<RidRun> current = List.<RidRun>of().iterator();

        private Chained(Iterator<RidMap> segments, Function<RidMap, Iterator<RidRun>> runs) {
            this.segments = segments;
            this.runs = runs;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && segments.hasNext()) {
                current = runs.apply(segments.next());
            }
            return current.hasNext();
        }

        @Override
        public RidRun next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
