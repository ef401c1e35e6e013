package ridscope.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ridscope.host.HostSnapshot;
import ridscope.host.Provenance;

class SourceSpecTest {

    private static final InputStream UNTOUCHED = new InputStream() {
        @Override
        public int read() {
            throw new AssertionError("standard input must be left alone");
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return read();
        }
    };

    @TempDir
    Path folder;

    @Test
    void liveIsThisMachine() throws Exception {
        assertThat(SourceSpec.parse("live", UNTOUCHED)).isEqualTo(new SourceSpec(new Source.Live(), Optional.empty()));
        assertThat(SourceSpec.parse("./live", UNTOUCHED).source()).isInstanceOf(Source.OnDisk.class);
    }

    @Test
    void aDashReadsStandardInput() throws Exception {
        InputStream in = new ByteArrayInputStream("dump".getBytes(StandardCharsets.UTF_8));
        SourceSpec spec = SourceSpec.parse("-#2", in);
        assertThat(spec.host()).hasValue("2");
        assertThat(spec.source()).isInstanceOfSatisfying(Source.Bytes.class, bytes -> {
            assertThat(bytes.content()).asString(StandardCharsets.UTF_8).isEqualTo("dump");
            assertThat(bytes.title()).isEqualTo("standard input");
        });
        assertThat(SourceSpec.parse("-", new ByteArrayInputStream(new byte[0])).host())
                .isEmpty();
    }

    @Test
    void theHashPicksAHostUnlessAFileIsNamedSo() throws Exception {
        Path file = Files.createFile(folder.resolve("dump.txt"));
        assertThat(SourceSpec.parse(file + "#db7", UNTOUCHED))
                .isEqualTo(new SourceSpec(new Source.OnDisk(file), Optional.of("db7")));
        Path odd = Files.createFile(folder.resolve("dump.txt#db7"));
        assertThat(SourceSpec.parse(odd.toString(), UNTOUCHED))
                .isEqualTo(new SourceSpec(new Source.OnDisk(odd), Optional.empty()));
        assertThat(SourceSpec.parse(odd + "#2", UNTOUCHED))
                .isEqualTo(new SourceSpec(new Source.OnDisk(odd), Optional.of("2")));
    }

    @Test
    void aNameThatDoesNotExistStaysWhole() throws Exception {
        String name = folder.resolve("none#2").toString();
        assertThat(SourceSpec.parse(name, UNTOUCHED).source()).isEqualTo(new Source.OnDisk(Path.of(name)));
    }

    @ParameterizedTest
    @CsvSource({"1, a", "2, 3", "3, 3", "a, a"})
    void hostsArePickedByNameOrNumberAndANameWins(String asked, String expected) throws Exception {
        assertThat(spec(asked).pick(hosts("a", "3", "c")).provenance().host()).hasValue(expected);
    }

    @Test
    void withoutAPickTheFirstHostIsTaken() throws Exception {
        SourceSpec spec = new SourceSpec(new Source.Live(), Optional.empty());
        assertThat(spec.pick(hosts("a", "b")).provenance().host()).hasValue("a");
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "c", "-1"})
    void anUnknownHostNamesThoseThereAre(String asked) {
        assertThatThrownBy(() -> spec(asked).pick(hosts("a", "b")))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("#1 (a), #2 (b)");
    }

    private static SourceSpec spec(String host) {
        return new SourceSpec(new Source.Bytes("dump", new byte[1]), Optional.of(host));
    }

    private static Opened hosts(String... names) {
        List<HostSnapshot> hosts = java.util.Arrays.stream(names)
                .map(name -> new Provenance(
                        "x",
                        Optional.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false))
                .map(p -> new HostSnapshot(p, List.of(), List.of(), List.of(), List.of(), List.of()))
                .toList();
        return new Opened(hosts, "x", "");
    }
}
