package ridscope.desktop.theme;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The theme in use. Needs no display. */
public final class ThemeModel {

    private final ReadOnlyObjectWrapper<Theme> theme;

    public ThemeModel(Theme first) {
        theme = new ReadOnlyObjectWrapper<>(this, "theme", first);
    }

    /** The theme now. */
    public Theme get() {
        return theme.get();
    }

    /** Switches. */
    public void set(Theme next) {
        theme.set(next);
    }

    /** Observable; never null. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Calls the follower now and after every change. */
    public void follow(Consumer<Theme> follower) {
        theme.addListener((observable, before, now) -> follower.accept(now));
        follower.accept(get());
    }
}
