package ridscope.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {

    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final BooleanProperty marked = new SimpleBooleanProperty(false);
    private final List<String> recent = new ArrayList<>();
    private final Commands commands = new Commands();
    private final PaletteViewModel palette = new PaletteViewModel(commands, () -> recent);

    @BeforeEach
    void bind() {
        for (Command command : Command.values()) {
            commands.bind(command, () -> {});
        }
        Condition host = Condition.when(open, "Open a host first.");
        commands.bind(Command.EXPORT, () -> {}, host);
        commands.bind(Command.CLEAR_MARKS, () -> {}, host.and(marked, "Nothing is marked."));
        palette.open();
    }

    @Test
    void everyCommandButItselfIsListed() {
        assertThat(names()).hasSize(Command.values().length - 1).doesNotContain(Command.PALETTE);
    }

    @Test
    void whatWasChosenBeforeComesFirstTheLatestAtTheHead() {
        recent.addAll(List.of("reload", "about", "no-longer-there"));
        palette.open();
        assertThat(names()).startsWith(Command.RELOAD, Command.ABOUT, Command.OPEN);
    }

    @Test
    void lettersNarrowAndTheBestNameLeads() {
        palette.typedProperty().set("svred");
        assertThat(names()).startsWith(Command.SAVE_REDACTED);
        assertThat(names()).doesNotContain(Command.OPEN);
    }

    @Test
    void wordsOfTheHelpFindACommandBehindAllNames() {
        palette.typedProperty().set("sidebar-that-nobody-has");
        assertThat(names()).isEmpty();
        palette.typedProperty().set("serial numbers");
        assertThat(names()).containsExactly(Command.SAVE_REDACTED);
    }

    /** Their own names say only half of what they are. */
    @Test
    void whatAMenuCallsThemFindsOverlaysAndThemes() {
        palette.typedProperty().set("overlays");
        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(Command.overlays().toList());
        palette.typedProperty().set("theme print");
        assertThat(names()).containsExactly(Command.THEME_PRINT);
    }

    @Test
    void oneThatCannotBeDoneIsThereAndSaysWhatIsMissingFirst() {
        assertThat(obstacle(Command.EXPORT)).contains("Open a host first.");
        assertThat(obstacle(Command.CLEAR_MARKS)).contains("Open a host first.");
        open.set(true);
        palette.open();
        assertThat(obstacle(Command.EXPORT)).isEmpty();
        assertThat(obstacle(Command.CLEAR_MARKS)).contains("Nothing is marked.");
    }

    @Test
    void itOpensWithNothingTyped() {
        palette.typedProperty().set("zoom");
        palette.shownProperty().set(false);
        palette.open();
        assertThat(palette.typedProperty().get()).isEmpty();
        assertThat(palette.shownProperty().get()).isTrue();
    }

    private List<Command> names() {
        return palette.entriesProperty().get().stream()
                .map(PaletteEntry::command)
                .toList();
    }

    private Optional<String> obstacle(Command command) {
        return palette.entriesProperty().get().stream()
                .filter(entry -> entry.command() == command)
                .findFirst()
                .orElseThrow()
                .obstacle();
    }
}
