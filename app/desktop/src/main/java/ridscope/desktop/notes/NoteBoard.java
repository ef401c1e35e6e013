package ridscope.desktop.notes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import ridscope.desktop.settings.Note;
import ridscope.desktop.settings.NotedFunction;
import ridscope.rid.FunctionAddress;
import ridscope.topology.Topology;

/**
 * Notes put to the functions of a host that they are about. A function is found again under its address, else by its serial
 * number, else by its place below the root; its IDs must be the same in any case. Immutable.
 *
 * @param here notes by the address their function has now
 * @param gone notes whose function is not there
 */
record NoteBoard(NavigableMap<FunctionAddress, Note> here, List<Note> gone) {

    /** Nobody said anything. */
    static final NoteBoard EMPTY = new NoteBoard(new TreeMap<>(), List.of());

    NoteBoard {
        here = Collections.unmodifiableNavigableMap(new TreeMap<>(here));
        gone = List.copyOf(gone);
    }

    static NoteBoard of(Topology topology, List<Note> notes) {
        NavigableMap<FunctionAddress, Note> here = new TreeMap<>();
        List<Note> moved = new ArrayList<>();
        for (Note note : notes) {
            boolean there = topology.function(note.function().address())
                    .map(function -> FunctionTraits.of(topology, function))
                    .filter(now -> sameIds(now, note.function()) && !otherSerial(now, note.function()))
                    .isPresent();
            if (there) {
                here.put(note.function().address(), note);
            } else {
                moved.add(note);
            }
        }
        List<Note> gone = new ArrayList<>();
        for (Note note : moved) {
            Optional<FunctionAddress> now =
                    find(topology, note.function()).filter(address -> !here.containsKey(address));
            now.ifPresentOrElse(address -> here.put(address, note), () -> gone.add(note));
        }
        return new NoteBoard(here, gone);
    }

    private static Optional<FunctionAddress> find(Topology topology, NotedFunction wanted) {
        List<NotedFunction> alike = topology.functions().stream()
                .map(function -> FunctionTraits.of(topology, function))
                .filter(now -> sameIds(now, wanted))
                .toList();
        return only(
                        alike,
                        now -> now.serial().isPresent()
                                && now.serial().equals(wanted.serial())
                                && samePlace(now, wanted))
                .or(() -> only(alike, now -> now.path().equals(wanted.path()) && !otherSerial(now, wanted)));
    }

    /** Two that fit are none: a note must not land on the wrong device. */
    private static Optional<FunctionAddress> only(List<NotedFunction> all, Predicate<NotedFunction> fits) {
        List<NotedFunction> found = all.stream().filter(fits).toList();
        return found.size() == 1 ? Optional.of(found.get(0).address()) : Optional.empty();
    }

    private static boolean sameIds(NotedFunction a, NotedFunction b) {
        return a.vendor().equals(b.vendor())
                && a.device().equals(b.device())
                && a.classCode().equals(b.classCode());
    }

    private static boolean otherSerial(NotedFunction a, NotedFunction b) {
        return a.serial().isPresent() && b.serial().isPresent() && !a.serial().equals(b.serial());
    }

    /** All functions of a card have its serial number. */
    private static boolean samePlace(NotedFunction a, NotedFunction b) {
        return last(a.path()).equals(last(b.path()));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
