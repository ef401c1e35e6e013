package ridscope.source.sysfs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.text.Numbers;

/** The attributes of one directory. What is missing, unreadable or empty is unknown. */
final class Attributes {

    private static final int LIMIT = 4096;

    private final FileTree tree;
    private final String directory;
    private final List<String> names;
    private final Set<String> known;

    Attributes(FileTree tree, String directory) {
        this.tree = tree;
        this.directory = directory;
        this.names = list(tree, directory);
        this.known = Set.copyOf(names);
    }

    private static List<String> list(FileTree tree, String directory) {
        try {
            return tree.list(directory);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Path of an entry. */
    String path(String name) {
        return TreePath.join(directory, name);
    }

    /** All names in the directory, sorted. */
    List<String> names() {
        return names;
    }

    boolean has(String name) {
        return known.contains(name);
    }

    /**
     * The text without white space around it and without the zero bytes some archivers pad with.
     *
     * @param name may lead into a directory below: {@code power/runtime_status}
     */
    Optional<String> text(String name) {
        return textOrBlank(name).filter(value -> !value.isEmpty());
    }

    /** The same for an attribute that says something by being empty. */
    Optional<String> textOrBlank(String name) {
        int slash = name.indexOf('/');
        if (!has(slash < 0 ? name : name.substring(0, slash))) {
            return Optional.empty();
        }
        try {
            String text = new String(tree.read(path(name), LIMIT), StandardCharsets.UTF_8);
            int zero = text.indexOf('\0');
            return Optional.of((zero < 0 ? text : text.substring(0, zero)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A hex number up to {@code max}, with or without {@code 0x}. */
    OptionalInt hex(String name, int max) {
        OptionalInt value = text(name).map(Numbers::hex).orElse(OptionalInt.empty());
        return value.isPresent() && (value.getAsInt() < 0 || value.getAsInt() > max) ? OptionalInt.empty() : value;
    }

    /** A decimal number between the bounds. */
    OptionalInt decimal(String name, int min, int max) {
        OptionalInt value = text(name).map(Numbers::decimal).orElse(OptionalInt.empty());
        boolean inside = value.isPresent() && value.getAsInt() >= min && value.getAsInt() <= max;
        return inside ? value : OptionalInt.empty();
    }

    /** {@code 1} or {@code 0}. */
    Optional<Boolean> flag(String name) {
        return decimal(name, 0, 1).stream().mapToObj(value -> value == 1).findFirst();
    }

    /** The last component of where a link leads. */
    Optional<String> linkName(String name) {
        return has(name) ? tree.link(path(name)).map(TreePath::name) : Optional.empty();
    }

    /** The value behind {@code KEY=} in the attribute {@code uevent}. */
    Optional<String> uevent(String key) {
        return text("uevent")
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith(key + '='))
                        .map(line -> line.substring(key.length() + 1).strip())
                        .filter(value -> !value.isEmpty())
                        .findFirst());
    }
}
