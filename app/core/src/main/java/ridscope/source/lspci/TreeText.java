package ridscope.source.lspci;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.BridgeBuses;
import ridscope.config.ConfigSpace;
import ridscope.host.FunctionRecord;
import ridscope.host.Listing;
import ridscope.host.OsFacts;
import ridscope.host.OsFactsBuilder;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.text.Numbers;

/**
 * Reads the drawing of {@code lspci -t} or {@code -tv}. Where a line hangs is told by the column of its {@code +} or
 * {@code \}: what was open at that column and further left still is.
 */
final class TreeText {

    private static final int MOST = 4096;
    private static final Pattern START = Pattern.compile("-(?:\\+-)?\\[[0-9a-f]{4,8}:[0-9a-f]{2}\\].*");
    private static final Pattern BRANCH = Pattern.compile("[ |]*[+\\\\]-.*");
    private static final Pattern BARS = Pattern.compile("[ |]+(?: .*)?");
    private static final Pattern BUS = Pattern.compile("\\[([0-9a-f]{4,8}):([0-9a-f]{2})\\]-?");
    private static final Pattern RANGE =
            Pattern.compile("-\\[(?:[0-9a-f]{4,8}:)?([0-9a-f]{2})(?:-([0-9a-f]{2}))?\\]-?");
    private static final Pattern DEVICE = Pattern.compile("([0-9a-f]{2})\\.([0-7])");

    private final TreeMap<Integer, Place> open = new TreeMap<>();
    private final List<FunctionRecord> functions = new ArrayList<>();
    private int margin = -1;

    /** What hangs at a column: devices of a bus, or buses of a bridge (the host if none), when {@code bus} is empty. */
    private record Place(Segment segment, OptionalInt bus, Optional<FunctionAddress> bridge) {}

    /** Whether a drawing starts with this line, white space and quoting left out. */
    static boolean starts(String line) {
        return START.matcher(line).matches();
    }

    boolean empty() {
        return functions.isEmpty();
    }

    List<FunctionRecord> functions() {
        return functions;
    }

    /** Takes a line with everything that stands before it; false if it does not belong to the drawing. */
    boolean line(String raw) {
        if (margin < 0) {
            margin = Math.max(0, raw.indexOf('-'));
        }
        String line = raw.length() > MOST ? raw.substring(0, MOST) : raw;
        line = line.substring(Math.min(margin, line.length()));
        if (starts(line)) {
            open.clear();
            open.put(line.startsWith("-+") ? 1 : 0, new Place(Segment.ZERO, OptionalInt.empty(), Optional.empty()));
            at(line, line.startsWith("-+") ? 1 : 0);
            return true;
        }
        if (BRANCH.matcher(line).matches()) {
            at(line, firstOf(line));
            return true;
        }
        return BARS.matcher(line).matches() && line.indexOf('|') >= 0;
    }

    private static int firstOf(String line) {
        int plus = line.indexOf('+');
        int last = line.indexOf('\\');
        return plus < 0 || last >= 0 && last < plus ? last : plus;
    }

    private void at(String line, int column) {
        Place place = open.get(column);
        open.tailMap(column, false).clear();
        if (place == null) {
            return;
        }
        int from = line.startsWith("-[") ? 1 : column + 2;
        if (place.bus.isPresent()) {
            device(line, from, place);
        } else {
            bus(line, from, place);
        }
    }

    /** A bus in brackets, with its segment, and what is on it. */
    private void bus(String line, int from, Place above) {
        Matcher m = BUS.matcher(line).region(Math.min(from, line.length()), line.length());
        if (!m.lookingAt()) {
            return;
        }
        Segment segment = new Segment(Numbers.hex(m.group(1)).orElse(0));
        content(line, m.end(), new Place(segment, Numbers.hex(m.group(2)), above.bridge));
    }

    /** What follows a bus: one device behind dashes, or the first of several, or nothing. */
    private void content(String line, int from, Place place) {
        int at = from;
        while (at < line.length() && line.charAt(at) == '-') {
            at++;
        }
        boolean several = at < line.length() && (line.charAt(at) == '+' || line.charAt(at) == '\\');
        if (!several) {
            device(line, at, place);
        } else if (line.startsWith("[", at + 2)) {
            Place buses = new Place(place.segment, OptionalInt.empty(), place.bridge);
            open.put(at, buses);
            bus(line, at + 2, buses);
        } else {
            open.put(at, place);
            device(line, at + 2, place);
        }
    }

    private void device(String line, int from, Place place) {
        Matcher m = DEVICE.matcher(line).region(Math.min(from, line.length()), line.length());
        if (!m.lookingAt() || place.bus.isEmpty()) {
            return;
        }
        int device = Numbers.hex(m.group(1)).orElse(0);
        if (device > 0x1f) {
            return;
        }
        int function = Numbers.decimal(m.group(2)).orElse(0);
        FunctionAddress address =
                new FunctionAddress(place.segment, new RoutingId(place.bus.getAsInt() << 8 | device << 3 | function));
        Matcher range = RANGE.matcher(line).region(m.end(), line.length());
        if (range.lookingAt()) {
            int first = Numbers.hex(range.group(1)).orElse(0);
            int last =
                    range.group(2) == null ? first : Numbers.hex(range.group(2)).orElse(0);
            add(address, place, Optional.of(new BridgeBuses(OptionalInt.empty(), first, last)), "");
            content(line, range.end(), new Place(place.segment, OptionalInt.of(first), Optional.of(address)));
        } else {
            add(address, place, Optional.empty(), line.substring(m.end()).strip());
        }
    }

    /** At the top of the drawing stand root buses and buses to which no listed bridge leads, without a difference. */
    private void add(FunctionAddress address, Place place, Optional<BridgeBuses> bridge, String name) {
        OsFacts os = new OsFactsBuilder()
                .parent(place.bridge.map(above -> new OsFacts.Parent(Optional.of(above))))
                .names(new OsFacts.Names(
                        Optional.empty(), Optional.of(name).filter(n -> !n.isEmpty()), Optional.empty()))
                .build();
        functions.add(new FunctionRecord(address, ConfigSpace.EMPTY, 0, os, listing(bridge)));
    }

    private static Listing listing(Optional<BridgeBuses> bridge) {
        return new Listing(
                OptionalInt.empty(),
                bridge,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
