package ridscope.desktop.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the notes on one opened host are: beside the file it came from, and where that is not possible, with the settings.
 * Once they had to go there they stay there, so that there is one set of them.
 *
 * @param beside the side file; empty for a host that came from no file
 * @param own the file with the settings
 * @param host which of the hosts in them
 */
public record NotesPlace(Optional<NotesFile> beside, NotesFile own, String host) {

    private static final String ENDING = ".ridscope-notes.json";

    /** Of a file or folder that was opened. */
    public static NotesPlace besideFile(Path opened, String host, Path settingsFolder) {
        Path file = opened.toAbsolutePath().normalize();
        String name =
                Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("root");
        String key = name + "-" + Integer.toHexString(file.toString().hashCode());
        return new NotesPlace(
                Optional.of(new NotesFile(file.resolveSibling(name + ENDING))), own(settingsFolder, key), host);
    }

    /** Of a machine that was read, or text that has no file: the same host has the same notes, however it was read. */
    public static NotesPlace ofHost(String host, Path settingsFolder) {
        return new NotesPlace(Optional.empty(), own(settingsFolder, host), host);
    }

    private static NotesFile own(Path settingsFolder, String key) {
        String name = key.replaceAll("[^A-Za-z0-9._-]", "_");
        return new NotesFile(settingsFolder.resolve("notes").resolve(name + ENDING));
    }

    /** The file that holds them, or would. */
    public NotesFile file() {
        return own.exists() ? own : beside.orElse(own);
    }

    /**
     * The notes.
     *
     * @throws NotesException if their file cannot be read
     */
    public List<Note> read() throws NotesException {
        return file().read(host);
    }

    /**
     * Changes them and writes them.
     *
     * @throws NotesException if they can be written nowhere
     */
    public void change(UnaryOperator<List<Note>> change) throws NotesException {
        NotesFile first = file();
        List<Note> next = change.apply(first.read(host));
        try {
            first.change(host, before -> next);
        } catch (NotesException e) {
            if (first.equals(own)) {
                throw e;
            }
            own.change(host, before -> next);
        }
    }
}
