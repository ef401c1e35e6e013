package ridscope.desktop.ridmap;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import javafx.scene.input.KeyCode;
import ridscope.draw.layout.RidMapGeometry;
import ridscope.draw.layout.RidMapGeometry.Row;
import ridscope.draw.layout.RidMapPicture;
import ridscope.rid.RoutingId;

/** Where the keyboard goes on a map: from cell to cell, empty or not. A strip of folded buses is one step. Immutable. */
final class CellWalk {

    private static final int FUNCTIONS = 8;
    private static final int LAST = RidMapGeometry.COLUMNS - 1;

    private final RidMapGeometry geometry;
    private final IntPredicate occupied;

    /** @param occupied whether there is something on a bus */
    CellWalk(RidMapGeometry geometry, IntPredicate occupied) {
        this.geometry = geometry;
        this.occupied = occupied;
    }

    static CellWalk on(RidMapPicture picture) {
        return new CellWalk(picture.geometry(), picture.axes()::occupied);
    }

    /** What a key asks for. */
    enum Step {
        LEFT,
        RIGHT,
        UP,
        DOWN,
        DEVICE_LEFT,
        DEVICE_RIGHT,
        OCCUPIED_UP,
        OCCUPIED_DOWN,
        ROW_START,
        ROW_END,
        FIRST,
        LAST;

        /** @param shortcut whether Ctrl is held */
        static Optional<Step> of(KeyCode code, boolean shortcut) {
            return Optional.ofNullable(
                    switch (code) {
                        case LEFT -> shortcut ? DEVICE_LEFT : LEFT;
                        case RIGHT -> shortcut ? DEVICE_RIGHT : RIGHT;
                        case UP -> shortcut ? OCCUPIED_UP : UP;
                        case DOWN -> shortcut ? OCCUPIED_DOWN : DOWN;
                        case PAGE_UP -> OCCUPIED_UP;
                        case PAGE_DOWN -> OCCUPIED_DOWN;
                        case HOME -> shortcut ? FIRST : ROW_START;
                        case END -> shortcut ? LAST : ROW_END;
                        default -> null;
                    });
        }
    }

    /** Where the walk begins: at the first bus with something on it. */
    RoutingId start() {
        return RoutingId.of(occupied.test(0) ? 0 : next(0, 1), 0);
    }

    /** The next cell; the same at an edge. */
    RoutingId step(RoutingId from, Step step) {
        int bus = from.bus();
        int devfn = from.devfn();
        return switch (step) {
            case LEFT -> RoutingId.of(bus, Math.max(0, devfn - 1));
            case RIGHT -> RoutingId.of(bus, Math.min(LAST, devfn + 1));
            case UP -> RoutingId.of(row(bus, -1), devfn);
            case DOWN -> RoutingId.of(row(bus, 1), devfn);
            case DEVICE_LEFT -> RoutingId.of(bus, Math.max(0, (devfn - 1) / FUNCTIONS * FUNCTIONS));
            case DEVICE_RIGHT -> RoutingId.of(bus, nextDevice(devfn));
            case OCCUPIED_UP -> RoutingId.of(next(bus, -1), devfn);
            case OCCUPIED_DOWN -> RoutingId.of(next(bus, 1), devfn);
            case ROW_START -> RoutingId.of(bus, 0);
            case ROW_END -> RoutingId.of(bus, LAST);
            case FIRST -> RoutingId.of(0, 0);
            case LAST -> RoutingId.of(LAST, LAST);
        };
    }

    private static int nextDevice(int devfn) {
        int next = (devfn / FUNCTIONS + 1) * FUNCTIONS;
        return next > LAST ? devfn : next;
    }

    /** A strip is entered at the bus next to where one comes from. */
    private int row(int bus, int direction) {
        List<Row> rows = geometry.rows();
        int next = rows.indexOf(geometry.row(bus)) + direction;
        if (next < 0 || next >= rows.size()) {
            return bus;
        }
        return direction > 0
                ? rows.get(next).buses().first()
                : rows.get(next).buses().last();
    }

    private int next(int bus, int direction) {
        for (int next = bus + direction; next >= 0 && next <= LAST; next += direction) {
            if (occupied.test(next)) {
                return next;
            }
        }
        return bus;
    }
}
