package ridscope.desktop.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** All commands, narrowed by what is typed: the ones chosen before come first while nothing is. Needs no display. */
public final class PaletteViewModel {

    /** Above the best that words of a help text may have: a name always comes before a sentence. */
    private static final int IN_LABEL = 1000;

    private final Commands commands;
    private final Supplier<List<String>> recent;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private final ReadOnlyObjectWrapper<List<PaletteEntry>> entries =
            new ReadOnlyObjectWrapper<>(this, "entries", List.of());

    /** @param recent ids of commands that were chosen before, the latest first */
    public PaletteViewModel(Commands commands, Supplier<List<String>> recent) {
        this.commands = commands;
        this.recent = recent;
        typed.addListener((observable, before, now) -> refresh());
    }

    /** What the user types. */
    StringProperty typedProperty() {
        return typed;
    }

    /** Whether the palette is there. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** The commands that are left, the best first. */
    ReadOnlyObjectProperty<List<PaletteEntry>> entriesProperty() {
        return entries.getReadOnlyProperty();
    }

    /** Shows all commands as they are now. */
    public void open() {
        typed.set("");
        refresh();
        shown.set(true);
    }

    private record Scored(PaletteEntry entry, int score) {}

    private void refresh() {
        List<String> before = recent.get();
        List<Scored> scored = new ArrayList<>();
        for (Command command : Command.values()) {
            boolean known = before.contains(command.id());
            PaletteEntry entry = new PaletteEntry(command, commands.obstacle(command), known);
            if (command != Command.PALETTE) {
                score(command).ifPresent(score -> scored.add(new Scored(entry, score)));
            }
        }
        entries.set(scored.stream()
                .sorted(Comparator.comparingInt(Scored::score)
                        .reversed()
                        .thenComparingInt(s -> s.entry().recent()
                                ? before.indexOf(s.entry().command().id())
                                : before.size()))
                .map(Scored::entry)
                .toList());
    }

    private OptionalInt score(Command command) {
        String words = typed.get().strip();
        OptionalInt name = FuzzyMatch.of(words, command.label());
        if (name.isPresent()) {
            return OptionalInt.of(words.isEmpty() ? 0 : IN_LABEL + name.getAsInt());
        }
        String group = command.group().orElse("");
        String help = String.join(" ", group, command.label(), command.tip(), command.keys())
                .toLowerCase(Locale.ROOT);
        boolean all =
                Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(help::contains);
        return all ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
