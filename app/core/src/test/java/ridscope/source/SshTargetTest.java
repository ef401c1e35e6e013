package ridscope.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshTargetTest {

    @ParameterizedTest
    @CsvSource({
        "db7, , db7, ",
        "root@db7, root, db7, ",
        "db7:2222, , db7, 2222",
        "a.b-c_d+e@gpu-01.lab.example:65535, a.b-c_d+e, gpu-01.lab.example, 65535",
        "jane@corp.example@db7, jane@corp.example, db7, ",
        "_alias.1, , _alias.1, ",
        "192.0.2.7, , 192.0.2.7, ",
        "[2001:db8::7], , 2001:db8::7, ",
        "root@[fe80::1%eth0]:22, root, fe80::1%eth0, 22",
        "[::ffff:192.0.2.7]:1, , ::ffff:192.0.2.7, 1"
    })
    void hosts(String text, String user, String host, Integer port) throws Exception {
        SshTarget target = SshTarget.parse(text);
        assertThat(target)
                .isEqualTo(new SshTarget(
                        Optional.ofNullable(user), host, port == null ? OptionalInt.empty() : OptionalInt.of(port)));
        assertThat(target).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "@db7",
                "root@",
                "-oProxyCommand=touch x",
                "-oProxyCommand=x@db7",
                "root@-oProxyCommand=x",
                "-l@db7",
                "--",
                "db7 -p 1",
                "db7;reboot",
                "db7|x",
                "db7&",
                "$(reboot)",
                "`reboot`@db7",
                "a'b",
                "a\"b@db7",
                "a\\b@db7",
                "%h",
                "~/x",
                "db7/",
                "db7#2",
                "db\n7",
                "db\u00007",
                "dü7",
                "db7:",
                "db7:0",
                "db7:65536",
                "db7:22:22",
                "db7:-1",
                "db7:ssh",
                "db7:22x",
                "2001:db8::7",
                "[2001:db8::7",
                "2001:db8::7]",
                "[db7]",
                "[]",
                "[::1]x",
                "[::1%$(x)]",
                "[-::1]",
                "*",
                "!db7"
            })
    void everythingElseIsRefusedInASentence(String text) {
        assertThatThrownBy(() -> SshTarget.parse(text))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("names no host that ssh could be given: ")
                .hasMessageEndingWith(".")
                .hasMessageNotContainingAny("\n", "\u0000");
    }

    @Test
    void namesWithoutEndAreRefused() {
        assertThatThrownBy(() -> SshTarget.parse("a".repeat(256))).isInstanceOf(SnapshotException.class);
        assertThatThrownBy(() -> SshTarget.parse("a".repeat(256) + "@b")).isInstanceOf(SnapshotException.class);
    }

    @Test
    void noInstanceCanCarryAnOption() {
        assertThatThrownBy(() -> new SshTarget(Optional.empty(), "-oProxyCommand=x", OptionalInt.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SshTarget(Optional.of("-x"), "db7", OptionalInt.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SshTarget(Optional.empty(), "db7", OptionalInt.of(65536)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCommandAUserTypes() throws Exception {
        assertThat(SshTarget.parse("root@[fe80::1%eth0]:2222").command()).isEqualTo("ssh -p 2222 root@fe80::1%eth0");
        assertThat(SshTarget.parse("db7").command()).isEqualTo("ssh db7");
    }

    @Test
    void aSourceWithAndWithoutSudo() throws Exception {
        SourceSpec spec = SourceSpec.parse("ssh:root@db7:2222", InputStream.nullInputStream());
        assertThat(spec.source()).isEqualTo(new Source.Ssh(SshTarget.parse("root@db7:2222"), false));
        assertThat(spec.source().named()).isEqualTo("ssh:root@db7:2222");
        assertThat(spec.source().title()).isEqualTo("db7");
        assertThat(spec.withSudo().source()).isEqualTo(new Source.Ssh(SshTarget.parse("root@db7:2222"), true));
        assertThatThrownBy(() ->
                        SourceSpec.parse("live", InputStream.nullInputStream()).withSudo())
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("sudo")
                .hasMessageContaining("live");
    }
}
