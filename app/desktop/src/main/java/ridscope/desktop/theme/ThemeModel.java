package ridscope.desktop.theme;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The theme in use, how large text is, and whether pictures glide. Needs no display. */
public final class ThemeModel {

    private static final int USUAL_SIZE = 100;

    private final ReadOnlyObjectWrapper<Theme> theme;
    private final ReadOnlyObjectWrapper<Integer> textSize;
    private final BooleanProperty still;

    public ThemeModel(Theme first) {
        this(first, USUAL_SIZE, false);
    }

    /**
     * @param textSize in percent
     * @param still whether pictures jump instead of gliding
     */
    public ThemeModel(Theme first, int textSize, boolean still) {
        this.still = new SimpleBooleanProperty(this, "still", still);
        this.theme = new ReadOnlyObjectWrapper<>(this, "theme", first);
        this.textSize = new ReadOnlyObjectWrapper<>(this, "textSize", textSize);
    }

    /** The same look for one window. It does not keep the window alive. */
    public ThemeModel forWindow() {
        ThemeModel window = new ThemeModel(get(), textSize(), still.get());
        window.theme.bindBidirectional(theme);
        window.textSize.bindBidirectional(textSize);
        window.still.bindBidirectional(still);
        return window;
    }

    /** The theme now. */
    public Theme get() {
        return theme.get();
    }

    /** Switches. */
    public void set(Theme next) {
        theme.set(next);
    }

    /** Size of text in percent. */
    public int textSize() {
        return textSize.get();
    }

    /** Makes text larger or smaller. */
    public void setTextSize(int percent) {
        textSize.set(percent);
    }

    /** Whether pictures jump instead of gliding: some people get sick of what moves. */
    public BooleanProperty stillProperty() {
        return still;
    }

    /** Observable; never null. */
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    /** Observable; in percent. */
    public ReadOnlyObjectProperty<Integer> textSizeProperty() {
        return textSize.getReadOnlyProperty();
    }

    /** Calls the follower now and after every change of the theme. */
    public void follow(Consumer<Theme> follower) {
        theme.addListener((observable, before, now) -> follower.accept(now));
        follower.accept(get());
    }
}
