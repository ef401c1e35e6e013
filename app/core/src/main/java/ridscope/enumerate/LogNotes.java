package ridscope.enumerate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.rid.FunctionAddress;
import ridscope.rid.Segment;
import ridscope.text.Diagnostic;
import ridscope.text.Numbers;
import ridscope.topology.LogNote;

/** Finds in the boot log what the kernel complained of, and which functions it named. */
final class LogNotes {

    /** A device that reports the same error for hours must not bury the rest. */
    private static final int MOST_ALIKE = 8;

    private static final Pattern FUNCTION =
            Pattern.compile("(?<![0-9a-f:.])([0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])(?![0-9a-f.])");
    private static final Pattern REQUESTER = Pattern.compile("device \\[([0-9a-f]{2}:[01][0-9a-f]\\.[0-7])\\]");
    private static final Pattern BUS = Pattern.compile("pci_bus ([0-9a-f]{4,8}):([0-9a-f]{2}):");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}\\b");
    private static final Pattern RANGE = Pattern.compile("\\[bus ([0-9a-f]{2})-([0-9a-f]{2})\\]");

    private final NavigableMap<FunctionAddress, Draft> drafts;
    private final Map<BusKey, Draft> bridges = new HashMap<>();
    private final Map<Alike, Integer> counts = new LinkedHashMap<>();
    private final Set<String> said = new HashSet<>();
    private final List<LogNote> notes = new ArrayList<>();

    private record Alike(FunctionAddress subject, LogMessages.Message message) {}

    private LogNotes(NavigableMap<FunctionAddress, Draft> drafts) {
        this.drafts = drafts;
        for (Draft draft : drafts.values()) {
            draft.bridge.ifPresent(b -> bridges.putIfAbsent(new BusKey(draft.address.segment(), b.secondary()), draft));
        }
    }

    /**
     * Notes on functions that exist, in the order of the log.
     *
     * @param drafts finished drafts
     * @param diagnostics hears what was left out
     */
    static List<LogNote> find(
            List<String> log, NavigableMap<FunctionAddress, Draft> drafts, Collection<Diagnostic> diagnostics) {
        LogNotes found = new LogNotes(drafts);
        log.forEach(found::line);
        found.counts.forEach((alike, count) -> {
            if (count > MOST_ALIKE) {
                diagnostics.add(Diagnostic.of(
                        "LOG_REPEATS",
                        alike.subject(),
                        "The boot log has " + count + " messages of one kind about " + alike.subject() + "; at most "
                                + MOST_ALIKE + " that differ are kept."));
            }
        });
        return found.notes;
    }

    private void line(String line) {
        Optional<LogMessages.Message> message = LogMessages.of(line);
        if (message.isEmpty()) {
            return;
        }
        for (FunctionAddress subject : subjects(line)) {
            int count = counts.merge(new Alike(subject, message.get()), 1, Integer::sum);
            if (count <= MOST_ALIKE && said.add(subject + line.substring(start(line)))) {
                notes.add(new LogNote(subject, message.get().level(), line, finding(message.get(), line, subject)));
            }
        }
    }

    /** Where the message starts, behind time and host: the kernel repeats some messages word for word. */
    private static int start(String line) {
        Matcher m = ADDRESS.matcher(line);
        return m.find() ? m.start() : 0;
    }

    private Set<FunctionAddress> subjects(String line) {
        Set<FunctionAddress> subjects = new TreeSet<>();
        for (Pattern pattern : List.of(FUNCTION, REQUESTER)) {
            Matcher m = pattern.matcher(line);
            while (m.find()) {
                FunctionAddress.parse(m.group(1)).filter(drafts::containsKey).ifPresent(subjects::add);
            }
        }
        Matcher bus = BUS.matcher(line);
        if (bus.find()) {
            Segment segment = new Segment(Numbers.hex(bus.group(1)).orElseThrow());
            Draft bridge =
                    bridges.get(new BusKey(segment, Numbers.hex(bus.group(2)).orElseThrow()));
            if (bridge != null) {
                subjects.add(bridge.address);
            }
        }
        return subjects;
    }

    /** One and the same message can be a sign of different things; its numbers, or what sits below, tell which. */
    private Optional<String> finding(LogMessages.Message message, String line, FunctionAddress subject) {
        if (line.contains("but max busn") && ownsVfs(subject)) {
            return Optional.of("VF_BEYOND_SUBORDINATE");
        }
        Matcher range = RANGE.matcher(line);
        if (message.level() == LogNote.Level.ERROR && range.find()) {
            int first = Numbers.hex(range.group(1)).orElseThrow();
            int last = Numbers.hex(range.group(2)).orElseThrow();
            if (line.contains("busn_res: can not insert") && first > last) {
                return Optional.of("BUS_EXHAUSTED");
            }
            if (line.contains("bridge configuration invalid")) {
                return Optional.of(invalid(first, last, subject.bus()));
            }
        }
        return message.finding();
    }

    /** The order in which Linux {@code pci_scan_bridge_extend} looks at the registers does not matter: any one is enough. */
    private static String invalid(int secondary, int subordinate, int bus) {
        if (subordinate < secondary) {
            return "SUBORDINATE_BELOW_SECONDARY";
        }
        return secondary <= bus ? "SECONDARY_NOT_ABOVE_PRIMARY" : "PRIMARY_MISMATCH";
    }

    private boolean ownsVfs(FunctionAddress bridge) {
        return drafts.get(bridge).children.stream()
                .anyMatch(c -> c.sriov.filter(s -> s.totalVfs() > 0).isPresent());
    }
}
