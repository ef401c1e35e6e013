package ridscope.draw.layout.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ridscope.draw.diagram.Role;
import ridscope.topology.LogNote;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/** What the boot log complains of. */
final class BootMessages {

    /** As dmesg prints it, behind what a journal puts before it. */
    private static final Pattern TIME = Pattern.compile("^(.{0,80}? kernel: )?\\s*(\\[[^\\]]{1,40}\\])?");

    private final Topology topology;

    BootMessages(Topology topology) {
        this.topology = topology;
    }

    private List<LogNote> complaints(PciFunction f) {
        return topology.logNotes(f.address()).stream()
                .filter(note -> note.level() != LogNote.Level.INFO)
                .sorted(Comparator.comparing(LogNote::level))
                .toList();
    }

    /** The worst message and how many there are; empty where the log has nothing to complain of. */
    Optional<Remark> remark(PciFunction f) {
        List<LogNote> complaints = complaints(f);
        if (complaints.isEmpty()) {
            return Optional.empty();
        }
        String count = complaints.size() > 1 ? " (" + complaints.size() + ")" : "";
        LogNote worst = complaints.get(0);
        return Optional.of(new Remark("boot log" + count + ": " + message(worst, f), role(worst)));
    }

    /** How bad the worst message is: CONFLICT for what does not work, WARNING for what may stop working. */
    Optional<Role> role(PciFunction f) {
        return complaints(f).stream().findFirst().map(BootMessages::role);
    }

    private static Role role(LogNote note) {
        return note.level() == LogNote.Level.ERROR ? Role.CONFLICT : Role.WARNING;
    }

    /** All messages in full, for tooltips. */
    String title(PciFunction f) {
        return complaints(f).stream()
                .map(note -> "boot log: " + message(note, f))
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    /** The line from behind the function's address on: the picture says whom it is about. Others tell without the time. */
    private static String message(LogNote note, PciFunction f) {
        String address = f.address() + ": ";
        int at = note.line().indexOf(address);
        return (at < 0
                        ? TIME.matcher(note.line()).replaceFirst("")
                        : note.line().substring(at + address.length()))
                .strip();
    }
}
