package ridscope.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DisplayTest {

    @Test
    void linuxNeedsADisplayServerByName() {
        assertThat(Display.present("Linux", Map.of(), new Properties())).isFalse();
        assertThat(Display.present("Linux", Map.of("DISPLAY", " "), new Properties()))
                .isFalse();
        assertThat(Display.present("Linux", Map.of("DISPLAY", ":0"), new Properties()))
                .isTrue();
        assertThat(Display.present("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), new Properties()))
                .isTrue();
        assertThat(Display.present("Mac OS X", Map.of(), new Properties())).isTrue();
        assertThat(Display.present("Windows 11", Map.of(), new Properties())).isTrue();
    }

    @Test
    void drawingIntoMemoryNeedsNone() {
        Properties monocle = new Properties();
        monocle.setProperty("glass.platform", "Monocle");
        assertThat(Display.present("Linux", Map.of(), monocle)).isTrue();
    }
}
