package ridscope.desktop.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.l10n.Messages;
import ridscope.desktop.settings.Settings;
import ridscope.source.SnapshotException;
import ridscope.source.Source;
import ridscope.source.SshTarget;
import ridscope.source.ssh.CaptureScript;

/** Asks for a host and reads it over ssh. A host that could be read is remembered; a password is never asked for. */
public final class SshViewModel {

    private final ShellViewModel shell;
    private final SettingsModel settings;
    private final StringProperty target = new SimpleStringProperty(this, "target", "");
    private final BooleanProperty sudo = new SimpleBooleanProperty(this, "sudo", false);
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", false);
    private Optional<Source.Ssh> asked = Optional.empty();

    public SshViewModel(ShellViewModel shell, SettingsModel settings) {
        this.shell = shell;
        this.settings = settings;
        shell.loadedProperty().addListener((observable, before, now) -> {
            Optional<Source> source = now.map(DocumentLoader.Loaded::source);
            asked.filter(ssh -> source.filter(ssh::equals).isPresent()).ifPresent(this::opened);
        });
    }

    /** What the user types: {@code [user@]host[:port]}. */
    public StringProperty targetProperty() {
        return target;
    }

    /** Whether to read with root rights through {@code sudo -n}. */
    public BooleanProperty sudoProperty() {
        return sudo;
    }

    /** Whether the form is there. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Hosts that could be read before, the latest first. */
    public List<String> known() {
        return settings.get().sshHosts().stream().map(Settings.SshHost::target).toList();
    }

    /** Takes a host that could be read before, with the rights it was read with. */
    public void choose(String known) {
        settings.get().sshHosts().stream()
                .filter(host -> host.target().equals(known))
                .findFirst()
                .ifPresent(host -> {
                    target.set(host.target());
                    sudo.set(host.sudo());
                });
    }

    /** Shows the form with the host that was read last. */
    public void ask() {
        if (!shown.get() && target.get().isBlank()) {
            known().stream().findFirst().ifPresent(this::choose);
        }
        shown.set(true);
    }

    /** Takes the form away; what is being opened goes on. */
    public void close() {
        shown.set(false);
    }

    /** Opens the host; the form stays until it could be read, so that a mistake can be mended. */
    public void open() {
        try {
            Source.Ssh source = new Source.Ssh(SshTarget.parse(target.get().strip()), sudo.get());
            asked = Optional.of(source);
            shell.open(source);
        } catch (SnapshotException e) {
            shell.unreadable(e);
        }
    }

    private void opened(Source.Ssh ssh) {
        asked = Optional.empty();
        Settings.SshHost host = new Settings.SshHost(ssh.target().toString(), ssh.sudo());
        settings.change(s -> s.withSshHost(host));
        close();
    }

    /** Hands the script out for a host that cannot be reached, and says what to do with it. */
    public void copyScript(Consumer<String> clipboard) {
        String script = CaptureScript.text();
        clipboard.accept(script);
        shell.show(Message.notice(Messages.text("ssh.copied", script.lines().count())));
    }
}
