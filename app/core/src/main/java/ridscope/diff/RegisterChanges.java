package ridscope.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import ridscope.config.Capability;
import ridscope.config.layout.RegisterComparison;
import ridscope.config.layout.RegisterLayouts;
import ridscope.config.layout.RegisterTree;
import ridscope.topology.PciFunction;

/**
 * Registers and fields of the functions that both hosts have, as far as the bytes of both are known. What hardware changes by
 * itself is left out: status bits, pending interrupts, logs and counters.
 */
public final class RegisterChanges {

    private static final Pattern PASSING = Pattern.compile(
            "\\b(Status|Pending|Log|Logged|Counters?|Counter Data|Error Source|Requester ID|Detected|Link Training)\\b");

    /** A register of this name holds both; its fields tell which they are. */
    private static final Pattern CONTROL = Pattern.compile("\\bControl\\b");

    private final RegisterLayouts layouts;
    private final List<RegisterChange> changes = new ArrayList<>();

    private RegisterChanges(RegisterLayouts layouts) {
        this.layouts = layouts;
    }

    /** Function by function in order of old address, the header first, then capabilities in the order of the list. */
    public static List<RegisterChange> of(Comparison comparison, RegisterLayouts layouts) {
        RegisterChanges found = new RegisterChanges(layouts);
        for (Pair pair : comparison.pairs().values()) {
            if (!pair.before().config().equals(pair.after().config())) {
                found.function(pair);
            }
        }
        return List.copyOf(found.changes);
    }

    private void function(Pair pair) {
        PciFunction was = pair.before();
        PciFunction is = pair.after();
        if (was.config().length() > 0 && is.config().length() > 0) {
            compare(pair, layouts.header(was.config()), layouts.header(is.config()));
        }
        Map<String, List<Capability>> others = new HashMap<>();
        is.capabilities()
                .capabilities()
                .forEach(c ->
                        others.computeIfAbsent(key(c), k -> new ArrayList<>()).add(c));
        for (Capability capability : was.capabilities().capabilities()) {
            List<Capability> same = others.getOrDefault(key(capability), List.of());
            if (!same.isEmpty()) {
                compare(pair, decode(was, capability), decode(is, same.remove(0)));
            }
        }
    }

    private static String key(Capability capability) {
        return capability.extended() + capability.idText();
    }

    private RegisterTree decode(PciFunction function, Capability capability) {
        return layouts.decode(capability, function.config(), function.identity().vendor());
    }

    private void compare(Pair pair, RegisterTree was, RegisterTree is) {
        for (RegisterComparison.Row register : RegisterComparison.compare(was, is)) {
            boolean mixed = CONTROL.matcher(register.name()).find();
            if (!register.differs() || passing(register.name()) && !mixed) {
                continue;
            }
            List<RegisterComparison.Row> fields = register.fields().stream()
                    .filter(RegisterComparison.Row::differs)
                    .toList();
            if (fields.isEmpty()) {
                add(pair, was.title(), register.name(), register);
            }
            fields.stream()
                    .filter(f -> !passing(f.name()))
                    .forEach(f -> add(pair, was.title(), register.name() + ", " + f.name(), f));
        }
    }

    private static boolean passing(String name) {
        return PASSING.matcher(name).find();
    }

    private void add(Pair pair, String part, String name, RegisterComparison.Row row) {
        changes.add(new RegisterChange(
                pair.from(),
                pair.to(),
                part,
                name,
                row.first().map(RegisterChanges::words).orElse("unknown"),
                row.second().map(RegisterChanges::words).orElse("unknown")));
    }

    /** The digits of a register and, apart in a column of a table, what they mean. */
    private static String words(String columns) {
        return columns.replaceFirst("^(0x[0-9a-f]+) {2}(.+)$", "$1 ($2)");
    }
}
