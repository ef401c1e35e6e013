package ridscope.draw.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.draw.diagram.Role;

class PalettesTest {

    static Stream<Palette> all() {
        return Stream.of(Palettes.LIGHT, Palettes.DARK, Palettes.PRINT, Palettes.GREY, Palettes.CONTRAST);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyRoleHasAColourAndAFill(Palette palette) {
        assertThat(palette.colors()).containsOnlyKeys(Role.values());
        assertThat(palette.fills()).containsOnlyKeys(Role.values());
        assertThat(Palettes.named(palette.name())).contains(palette);
    }

    @ParameterizedTest
    @MethodSource("all")
    void textIsLegibleWhereverItMayStand(Palette palette) {
        double least = palette.equals(Palettes.CONTRAST) ? 7 : 4.5;
        List<Rgba> grounds = List.of(
                palette.color(Role.SURFACE),
                palette.fill(Role.SURFACE),
                palette.fill(Role.PANEL),
                palette.fill(Role.FUNCTION));
        for (Role role : Role.values()) {
            for (Rgba ground : grounds) {
                assertThat(contrast(palette.text(role), ground))
                        .as("%s text on %s", role, ground.hex())
                        .isGreaterThanOrEqualTo(least);
            }
        }
        for (Role role : List.of(Role.TEXT, Role.MUTED)) {
            assertThat(contrast(palette.text(role), palette.fill(Role.BRIDGE)))
                    .as("%s on a port", role)
                    .isGreaterThanOrEqualTo(least);
            assertThat(contrast(palette.text(role), palette.selectionFill()))
                    .as("%s on the selected box", role)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    static Stream<Palette> withoutHue() {
        return Stream.of(Palettes.PRINT, Palettes.GREY);
    }

    @ParameterizedTest
    @MethodSource("withoutHue")
    void whatIsPrintedInBlackHasNoHue(Palette palette) {
        assertThat(palette.colors().values())
                .allSatisfy(c -> assertThat(c.red()).isEqualTo(c.green()).isEqualTo(c.blue()));
    }

    @Test
    void rolesHaveTheDesignsColours() {
        assertThat(hexOf(Palettes.LIGHT))
                .containsExactly("#5b6b7b", "#0072b2", "#56b4e9", "#e69f00", "#c8401a", "#00805a");
        assertThat(hexOf(Palettes.DARK))
                .containsExactly("#8b9aa9", "#4aa8e0", "#7cc7f2", "#f0b429", "#ff7a50", "#3ecf9f");
    }

    private static List<String> hexOf(Palette palette) {
        return Stream.of(Role.FUNCTION, Role.PF, Role.VF, Role.SDI, Role.CONFLICT, Role.GOOD)
                .map(r -> palette.color(r).hex())
                .toList();
    }

    /** WCAG 2 contrast ratio. */
    private static double contrast(Rgba a, Rgba b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Rgba c) {
        return 0.2126 * linear(c.red()) + 0.7152 * linear(c.green()) + 0.0722 * linear(c.blue());
    }

    private static double linear(int channel) {
        double v = channel / 255.0;
        return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
