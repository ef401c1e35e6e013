package ridscope.desktop.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import ridscope.desktop.command.Command;
import ridscope.desktop.command.Commands;
import ridscope.desktop.command.Condition;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.theme.Theme;
import ridscope.desktop.theme.ThemeModel;

/** Commands on how everything looks and speaks. They hold for all windows. */
public final class LookCommands {

    /** Sizes of text in percent. */
    private static final NavigableSet<Integer> SIZES = new TreeSet<>(
            List.of(Settings.LEAST_TEXT, 90, Settings.USUAL_TEXT, 110, 125, 150, 175, Settings.MOST_TEXT));

    private static final Map<Theme, Command> THEMES = new EnumMap<>(Map.of(
            Theme.LIGHT, Command.THEME_LIGHT,
            Theme.DARK, Command.THEME_DARK,
            Theme.CONTRAST, Command.THEME_CONTRAST,
            Theme.PRINT, Command.THEME_PRINT));

    private final Commands commands;
    private final ThemeModel theme;

    public LookCommands(Commands commands, ThemeModel theme) {
        this.commands = commands;
        this.theme = theme;
    }

    /** Themes. */
    public void bindThemes() {
        commands.bind(Command.THEME, () -> theme.set(theme.get().other()));
        THEMES.forEach((choice, command) -> {
            BooleanProperty chosen = new SimpleBooleanProperty(false);
            theme.follow(now -> chosen.set(now == choice));
            commands.bind(command, () -> theme.set(choice));
            commands.bindMark(command, chosen);
        });
    }

    /** Size of text. */
    public void bindTextSize() {
        commands.bind(
                Command.TEXT_LARGER,
                () -> resize(SIZES.higher(theme.textSize())),
                Condition.when(
                        Bindings.createBooleanBinding(
                                () -> SIZES.higher(theme.textSize()) != null, theme.textSizeProperty()),
                        Messages.text("why.largest-text")));
        commands.bind(
                Command.TEXT_SMALLER,
                () -> resize(SIZES.lower(theme.textSize())),
                Condition.when(
                        Bindings.createBooleanBinding(
                                () -> SIZES.lower(theme.textSize()) != null, theme.textSizeProperty()),
                        Messages.text("why.smallest-text")));
        commands.bind(Command.TEXT_NORMAL, () -> resize(Settings.USUAL_TEXT));
    }

    private void resize(Integer percent) {
        theme.setTextSize(percent);
    }

    /** Whether pictures glide. */
    public void bindMotion() {
        BooleanProperty still = theme.stillProperty();
        commands.bind(Command.REDUCE_MOTION, () -> still.set(!still.get()));
        commands.bindMark(Command.REDUCE_MOTION, still);
    }

    /** Languages: texts are there already, so a choice counts from the next start on, and says so. */
    public void bindLanguages(SettingsModel settings, ShellViewModel model) {
        language(Command.LANGUAGE_SYSTEM, Optional.empty(), settings, model);
        language(Command.LANGUAGE_ENGLISH, Optional.of("en"), settings, model);
        language(Command.LANGUAGE_GERMAN, Optional.of("de"), settings, model);
    }

    private void language(Command command, Optional<String> language, SettingsModel settings, ShellViewModel model) {
        BooleanProperty chosen =
                new SimpleBooleanProperty(settings.get().look().language().equals(language));
        settings.settingsProperty()
                .addListener((observable, before, now) ->
                        chosen.set(now.look().language().equals(language)));
        commands.bind(command, () -> {
            settings.change(s -> s.withLanguage(language));
            model.show(Message.notice(Messages.text("message.language", command.label())));
        });
        commands.bindMark(command, chosen);
    }
}
