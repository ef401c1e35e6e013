package ridscope.source.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An sshd on the loopback address with everything it needs in one folder: keys, configuration, and the configuration of the
 * clients that connect to it. The user's own are not looked at. Each client's name is an alias; most come with a key of their
 * own, for which the host runs another command.
 */
final class LoopbackHost {

    /** Where sshd goes when it gives up its rights; only the superuser's needs it, and a service manager would make it. */
    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

    private static final String USER = System.getProperty("user.name");

    private final Path folder;
    private final int port;
    private final List<String> clients = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private Process sshd;

    private LoopbackHost(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
    }

    /** Skips the calling test where no sshd is installed. */
    static LoopbackHost in(Path folder) throws Exception {
        Shell.program("sshd");
        Shell.program("ssh");
        LoopbackHost host = new LoopbackHost(folder);
        Files.createDirectories(host.bin());
        host.key("host_key");
        host.key("other_host_key");
        host.knownHosts("known_hosts", "host_key");
        host.knownHosts("changed_hosts", "other_host_key");
        Files.writeString(folder.resolve("empty_hosts"), "");
        return host;
    }

    /** A folder that comes first in the path of whatever runs there. */
    Path bin() {
        return folder.resolve("bin");
    }

    /** A port where nobody listens. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A client with a key that is let in; the host runs {@code command} for it, or what the client asks for. */
    LoopbackHost client(String alias, String command) throws Exception {
        key(alias);
        String forced = command.isEmpty() ? "" : "command=\"" + command.replace("\"", "\\\"") + "\" ";
        keys.add(forced + Files.readString(folder.resolve(alias + ".pub")).strip());
        return client(alias, alias, "known_hosts", "yes");
    }

    /** A client whose key nobody there knows. */
    LoopbackHost stranger(String alias) throws Exception {
        key(alias);
        return client(alias, alias, "known_hosts", "yes");
    }

    /** A client that uses another one's key and looks for the host's own in another file. */
    LoopbackHost client(String alias, String key, String knownHosts, String checking) {
        clients.add(String.join(
                "\n  ",
                "Host " + alias,
                "HostName 127.0.0.1",
                "Port " + port,
                "User " + USER,
                "IdentityFile " + folder.resolve(key),
                "UserKnownHostsFile " + folder.resolve(knownHosts),
                "StrictHostKeyChecking " + checking,
                "IdentitiesOnly yes",
                "IdentityAgent none",
                "GlobalKnownHostsFile /dev/null"));
        return this;
    }

    /** Starts it and waits until it answers. */
    LoopbackHost start() throws Exception {
        if (USER.equals("root")) {
            Files.createDirectories(PRIVILEGE_SEPARATION);
        }
        Files.write(folder.resolve("authorized_keys"), keys);
        Files.write(folder.resolve("ssh_config"), clients);
        Files.write(
                folder.resolve("sshd_config"),
                List.of(
                        "ListenAddress 127.0.0.1:" + port,
                        "HostKey " + folder.resolve("host_key"),
                        "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                        "PidFile none",
                        "UsePAM no",
                        "StrictModes no",
                        "PermitRootLogin yes",
                        "PasswordAuthentication no",
                        "MaxStartups 100",
                        "SetEnv PATH=" + bin() + ":" + System.getenv("PATH")));
        sshd = new ProcessBuilder(
                        Shell.program("sshd").toString(),
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("sshd_config").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        while (!listening()) {
            assumeTrue(sshd.isAlive(), () -> "skipped: sshd does not start here: " + log().strip());
            sshd.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    private boolean listening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The client program with the configuration of this host. */
    List<String> ssh() {
        return List.of(
                Shell.program("ssh").toString(),
                "-F",
                folder.resolve("ssh_config").toString());
    }

    /** What sshd said. */
    String log() {
        try {
            return Files.readString(folder.resolve("sshd.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void key(String name) throws Exception {
        Process made = new ProcessBuilder(
                        Shell.program("ssh-keygen").toString(),
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-C",
                        name,
                        "-f",
                        folder.resolve(name).toString())
                .start();
        if (made.waitFor() != 0) {
            throw new IOException(
                    "ssh-keygen: " + new String(made.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void knownHosts(String file, String key) throws IOException {
        Files.writeString(
                folder.resolve(file), "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve(key + ".pub")));
    }

    /** Ends it, with all connections. */
    void stop() throws InterruptedException {
        if (sshd != null) {
            sshd.descendants().forEach(ProcessHandle::destroy);
            sshd.destroy();
            sshd.waitFor();
        }
    }
}
