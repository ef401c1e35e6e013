package ridscope.source;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import ridscope.text.Numbers;

/**
 * A host as the ssh client takes it: {@code [user@]host[:port]}, where the host is a name, an address or an alias of the
 * client's configuration; an IPv6 address stands in brackets when it is written as text. No part of it can be taken for an
 * option, and none means anything to a shell: the client puts host and user into commands that its configuration names.
 *
 * @param user log-in name; empty means what the client's configuration says
 * @param host without brackets
 * @param port 1 to 65535; empty means what the client's configuration says
 */
public record SshTarget(Optional<String> user, String host, OptionalInt port) {

    private static final int LONGEST = 255;
    private static final int LAST_PORT = 0xffff;
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.@+-]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]+(%[A-Za-z0-9_.-]+)?");

    /** @throws IllegalArgumentException if a part has not the form described above */
    public SshTarget {
        boolean named = host.length() <= LONGEST
                && (NAME.matcher(host).matches() || IPV6.matcher(host).matches());
        if (!named || user.filter(name -> !isUser(name)).isPresent() || !isPort(port)) {
            throw new IllegalArgumentException("no host for ssh: " + host);
        }
    }

    private static boolean isUser(String name) {
        return name.length() <= LONGEST && USER.matcher(name).matches();
    }

    private static boolean isPort(OptionalInt port) {
        return port.isEmpty() || port.getAsInt() >= 1 && port.getAsInt() <= LAST_PORT;
    }

    /**
     * Understands {@code [user@]host[:port]}.
     *
     * @throws SnapshotException if it is anything else
     */
    public static SshTarget parse(String text) throws SnapshotException {
        int at = text.lastIndexOf('@');
        Optional<String> user = at < 0 ? Optional.empty() : Optional.of(text.substring(0, at));
        if (user.filter(name -> !isUser(name)).isPresent()) {
            throw refused(
                    text, "the user name may have letters, digits and . _ + - in it, and not begin with a hyphen");
        }
        String place = text.substring(at + 1);
        boolean bracketed = place.startsWith("[");
        int end = bracketed ? place.indexOf(']') : (place + ':').indexOf(':');
        if (!bracketed && place.indexOf(':') != place.lastIndexOf(':')) {
            throw refused(text, "an IPv6 address stands in brackets, as in [2001:db8::7]");
        }
        String host = end < 0 ? "" : place.substring(bracketed ? 1 : 0, end);
        if (host.length() > LONGEST || !(bracketed ? IPV6 : NAME).matcher(host).matches()) {
            throw refused(
                    text,
                    "a host is a name, an address or an alias of letters, digits and . _ + - that does not"
                            + " begin with a hyphen; whatever else ssh needs can be said in ~/.ssh/config");
        }
        return new SshTarget(user, host, port(text, place.substring(bracketed ? end + 1 : end)));
    }

    private static OptionalInt port(String text, String rest) throws SnapshotException {
        if (rest.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt port = rest.startsWith(":") ? Numbers.decimal(rest.substring(1)) : OptionalInt.empty();
        if (port.isEmpty() || !isPort(port)) {
            throw refused(text, "the port is a number from 1 to " + LAST_PORT + " behind a colon");
        }
        return port;
    }

    private static SnapshotException refused(String text, String why) {
        return new SnapshotException(
                "\"" + text.replaceAll("\\p{Cntrl}", "?") + "\" names no host that ssh could be given: " + why + ".");
    }

    /** The command a user types to get there: {@code ssh -p 2222 root@db7}. */
    public String command() {
        return "ssh "
                + (port.isPresent() ? "-p " + port.getAsInt() + " " : "")
                + user.map(name -> name + "@").orElse("")
                + host;
    }

    /** As it was written: {@code root@[2001:db8::7]:2222}. */
    @Override
    public String toString() {
        return user.map(name -> name + "@").orElse("")
                + (host.indexOf(':') >= 0 ? "[" + host + "]" : host)
                + (port.isPresent() ? ":" + port.getAsInt() : "");
    }
}
