package ridscope.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.document.DocumentModel;
import ridscope.desktop.selection.SelectionModel;
import ridscope.desktop.settings.Settings;
import ridscope.desktop.settings.SettingsFile;
import ridscope.desktop.task.TaskRunner;
import ridscope.host.HostSnapshot;
import ridscope.job.Feedback;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.source.Head;
import ridscope.source.Recognition;
import ridscope.source.SnapshotException;
import ridscope.source.SnapshotOpener;
import ridscope.source.SnapshotReader;
import ridscope.source.Source;
import ridscope.testing.FlagshipHost;

class SshViewModelTest {

    @TempDir
    private Path folder;

    private final List<Throwable> bugs = new ArrayList<>();
    private final List<Source.Ssh> read = new ArrayList<>();
    private final DocumentModel document = new DocumentModel();
    private boolean refused;
    private SettingsModel settings;
    private ShellViewModel shell;
    private SshViewModel ssh;

    /** Stands for the ssh client: answers at once, or refuses. */
    private final class Hosts implements SnapshotReader {

        @Override
        public String kind() {
            return "ssh";
        }

        @Override
        public Recognition recognise(Head head) {
            return head.source() instanceof Source.Ssh ? new Recognition(100, "a host") : Recognition.NO;
        }

        @Override
        public List<HostSnapshot> read(Source source, Feedback feedback) throws SnapshotException {
            read.add((Source.Ssh) source);
            if (refused) {
                throw new SnapshotException(source.named() + " refused to let you in.");
            }
            return List.of(FlagshipHost.snapshot());
        }
    }

    @BeforeEach
    void wire() {
        settings = new SettingsModel(
                new SettingsFile(folder.resolve("settings.json")),
                Settings.DEFAULT,
                TaskRunner.direct(failure -> {}),
                bugs::add);
        DocumentLoader loader =
                new DocumentLoader(new SnapshotOpener(List.of(new Hosts())), new StandardDeviceNames(PciIds.EMPTY));
        shell = new ShellViewModel(loader, TaskRunner.direct(bugs::add), document, new SelectionModel(), settings);
        ssh = new SshViewModel(shell, settings);
    }

    private void open(String target, boolean sudo) {
        ssh.ask();
        ssh.targetProperty().set(target);
        ssh.sudoProperty().set(sudo);
        ssh.open();
    }

    @Test
    void aHostThatCouldBeReadIsShownAndRememberedAndTheFormGoes() {
        open(" root@db7:2222 ", true);

        assertThat(document.get()).isPresent();
        assertThat(read).extracting(Source.Ssh::named).containsExactly("ssh:root@db7:2222");
        assertThat(read.get(0).sudo()).isTrue();
        assertThat(ssh.shownProperty().get()).isFalse();
        assertThat(new SettingsFile(folder.resolve("settings.json"))
                        .load()
                        .settings()
                        .sshHosts())
                .containsExactly(new Settings.SshHost("root@db7:2222", true));
        assertThat(bugs).isEmpty();
    }

    @Test
    void whatWentWrongIsNoNewsOnceAHostCouldBeRead() {
        refused = true;
        open("db7", false);
        assertThat(shell.messageProperty().get()).isPresent();
        refused = false;
        shell.openArgument("ssh:db7");
        assertThat(shell.messageProperty().get()).isEmpty();

        shell.unreadable(new SnapshotException("could not be read a moment ago"));
        shell.replace(shell.loadedProperty().get().orElseThrow());
        assertThat(shell.messageProperty().get()).isEmpty();

        shell.show(Message.failed("a bug"));
        shell.replace(shell.loadedProperty().get().orElseThrow());
        assertThat(shell.messageProperty().get()).as("not about reading").isPresent();
    }

    @Test
    void aRefusalIsSaidTheFormStaysAndNothingIsRemembered() {
        refused = true;

        open("db7", false);

        assertThat(shell.messageProperty().get().orElseThrow())
                .isEqualTo(Message.failed("ssh:db7 refused to let you in."));
        assertThat(ssh.shownProperty().get()).isTrue();
        assertThat(ssh.known()).isEmpty();
    }

    @Test
    void whatIsNoHostNeverReachesTheClient() {
        open("-oProxyCommand=x", false);

        assertThat(read).isEmpty();
        assertThat(shell.messageProperty().get().orElseThrow().text()).contains("names no host");
    }

    @Test
    void theNextFormOffersTheLastHostAsItWasRead() {
        open("db7", true);
        open("db8", false);
        SshViewModel next = new SshViewModel(shell, settings);

        next.ask();

        assertThat(next.known()).containsExactly("db8", "db7");
        assertThat(next.targetProperty().get()).isEqualTo("db8");
        next.choose("db7");
        assertThat(next.sudoProperty().get()).isTrue();
    }

    @Test
    void theScriptIsHandedOutWithWhatToDoWithIt() {
        List<String> clipboard = new ArrayList<>();

        ssh.copyScript(clipboard::add);

        assertThat(clipboard).hasSize(1);
        assertThat(clipboard.get(0)).startsWith("#!/bin/sh");
        assertThat(shell.messageProperty().get().orElseThrow().text())
                .contains("Run it there with sh, as root for full configuration space, and open what it prints");
    }
}
