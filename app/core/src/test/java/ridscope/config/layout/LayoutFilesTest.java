package ridscope.config.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ridscope.config.Capability;
import ridscope.config.ConfigBytes;
import ridscope.config.ConfigSpace;
import ridscope.config.layout.Layout.FieldPart;
import ridscope.config.layout.Layout.Part;
import ridscope.config.layout.Layout.RegisterPart;
import ridscope.config.layout.Layout.RepeatPart;

/** Every layout file that comes with RIDscope. */
class LayoutFilesTest {

    private static final String SUFFIX = ".regs";
    private static final int ROUNDS = 40;

    private final RegisterLayouts bundled = RegisterLayouts.bundled();

    private static Path folder() throws URISyntaxException {
        return Path.of(RegisterLayouts.class.getResource("README.txt").toURI()).getParent();
    }

    private static String text(String file) throws IOException, URISyntaxException {
        return Files.readString(folder().resolve(file));
    }

    /** All file names. */
    static Stream<String> files() throws IOException, URISyntaxException {
        try (Stream<Path> list = Files.list(folder())) {
            return list.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(SUFFIX)).sorted().toList().stream();
        }
    }

    /** Those that are not mere pieces. */
    static Stream<String> layouts() throws IOException, URISyntaxException {
        List<String> layouts = new ArrayList<>();
        for (String file : files().toList()) {
            if (text(file).contains("title ")) {
                layouts.add(file);
            }
        }
        return layouts.stream();
    }

    @Test
    void everyStandardCapabilityHasALayout() {
        assertThat(IntStream.rangeClosed(1, 0x15).filter(id -> !bundled.knows(false, id)))
                .as("standard capabilities without a layout")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void saysWhatItIsAndWhereItIsFrom(String file) {
        Layout layout = bundled.layout(file).orElseThrow();

        assertThat(layout.title()).isNotBlank();
        assertThat(layout.source()).isNotBlank();
        assertThat(layout.parts()).isNotEmpty();
    }

    /** A name that nothing leads to is a typing mistake. */
    @Test
    void everyFileIsUsed() throws IOException, URISyntaxException {
        Set<String> used = new TreeSet<>();
        List<Pattern> variants = new ArrayList<>();
        for (String file : layouts().toList()) {
            bundled.layout(file).orElseThrow().variants().forEach(v -> variants.add(pattern(v)));
        }
        for (String file : files().toList()) {
            text(file)
                    .lines()
                    .map(String::strip)
                    .filter(l -> l.startsWith("include "))
                    .forEach(l -> used.add(l.substring(8).trim()));
            if (file.matches("standard-[0-9a-f]{2}\\.regs|extended-[0-9a-f]{4}\\.regs|header-[0-2]\\.regs")
                    || variants.stream().anyMatch(v -> v.matcher(file).matches())) {
                used.add(file);
            }
        }
        assertThat(files()).isSubsetOf(used);
    }

    private static Pattern pattern(Variant variant) {
        List<String> holes = variant.holes().stream()
                .map(hole -> "[0-9a-f]{" + hole.digits() + "}")
                .toList();
        return Pattern.compile(variant.template().fill(holes) + Pattern.quote(SUFFIX));
    }

    @SuppressWarnings("ReferenceEquality")
    @ParameterizedTest
    @MethodSource("layouts")
    void nothingStandsInTwoPlaces(String file) {
        List<RegisterPart> registers =
                registers(bundled.layout(file).orElseThrow().parts());

        for (RegisterPart register : registers) {
            for (FieldPart field : register.fields()) {
                assertThat(register.fields())
                        .filteredOn(other -> other != field && clash(field, other))
                        .as("%s of %s", field.name().template(), register.name().template())
                        .isEmpty();
            }
        }
    }

    /** Fields of which only one is there at a time may share bits and names. */
    private static boolean clash(FieldPart a, FieldPart b) {
        boolean exclusive = !a.when().tests().isEmpty() && !b.when().tests().isEmpty();
        boolean bits = a.low() <= b.high() && b.low() <= a.high();
        return !exclusive && (bits || a.name().equals(b.name()));
    }

    @SuppressWarnings("ReferenceEquality")
    @ParameterizedTest
    @MethodSource("layouts")
    void registersThatAreAlwaysThereDoNotOverlap(String file) {
        List<RegisterPart> always = bundled.layout(file).orElseThrow().parts().stream()
                .filter(RegisterPart.class::isInstance)
                .map(RegisterPart.class::cast)
                .filter(r -> r.when().tests().isEmpty())
                .toList();

        for (RegisterPart register : always) {
            assertThat(always)
                    .filteredOn(other -> other != register
                            && other.offset() < register.offset() + register.widthBits() / 8
                            && register.offset() < other.offset() + other.widthBits() / 8)
                    .as("beside %s", register.name().template())
                    .isEmpty();
        }
    }

    private static List<RegisterPart> registers(List<Part> parts) {
        return parts.stream()
                .flatMap(part -> part instanceof RepeatPart repeat
                        ? registers(repeat.parts()).stream()
                        : part instanceof RegisterPart register ? Stream.of(register) : Stream.empty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void randomBytesNeverDisturbIt(String file) {
        Layout layout = bundled.layout(file).orElseThrow();
        Random random = new Random(file.hashCode());
        int registers = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(4097)];
            random.nextBytes(bytes);
            if (round == 0) {
                Arrays.fill(bytes, (byte) 0xff);
            }
            if (bytes.length > 0x0e) {
                bytes[0x0e] = (byte) random.nextInt(3);
            }
            ConfigSpace config = ConfigSpace.of(bytes);
            boolean extended = !file.startsWith("standard") && !file.startsWith("header");
            int base = file.startsWith("header") ? 0 : extended ? 0x100 : 0x40;
            Scope scope = base == 0
                    ? Scope.header(config)
                    : Scope.of(new Capability(extended, 0, base, 1), config, OptionalInt.of(0x8086));
            RegisterTree tree = LayoutDecoder.decode(layout, List.of(), scope);
            registers += tree.registers().size();
            tree.registers().forEach(register -> check(register, scope));
        }
        assertThat(registers).as("registers seen").isPositive();
    }

    private static void check(Register register, Scope scope) {
        boolean inside = register.offset() >= scope.base()
                && register.offset() + register.widthBits() / 8 <= scope.end()
                && named(register.name());
        boolean fields = register.fields().stream()
                .allMatch(f -> named(f.name())
                        && f.raw().isPresent() == register.raw().isPresent()
                        && f.meaning().isEmpty() == f.raw().isEmpty());
        assertThat(inside && fields).as("%s", register).isTrue();
    }

    private static boolean named(String name) {
        return !name.isBlank() && name.indexOf('{') < 0;
    }

    /** Whether two files say the same register twice can only be seen where its condition holds. */
    @Test
    void noRegisterIsShownTwice() throws IOException, URISyntaxException {
        Set<String> twice = new TreeSet<>();
        for (String file : layouts().filter(f -> f.startsWith("standard")).toList()) {
            for (int header = 0; header < 2; header++) {
                ConfigSpace config =
                        ConfigBytes.endpoint(256, 0x40).u8(0x0e, header).config();
                Scope scope = Scope.of(new Capability(false, 0, 0x40, 0), config, OptionalInt.empty());
                List<Register> registers = LayoutDecoder.decode(
                                bundled.layout(file).orElseThrow(), List.of(), scope)
                        .registers();
                registers.stream()
                        .collect(Collectors.groupingBy(Register::offset, Collectors.counting()))
                        .forEach((offset, count) -> {
                            if (count > 1) {
                                twice.add(file + " " + Integer.toHexString(offset));
                            }
                        });
            }
        }
        assertThat(twice).isEmpty();
    }
}
