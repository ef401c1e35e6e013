package ridscope.desktop.shell;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import ridscope.desktop.document.DocumentLoader;
import ridscope.desktop.settings.NotesPlace;
import ridscope.source.Source;

/** Where notes on an opened host belong. */
public final class NotesPlaces {

    private static final int KEY_LENGTH = 16;

    private final Path settingsFolder;

    public NotesPlaces(Path settingsFolder) {
        this.settingsFolder = settingsFolder;
    }

    /** Beside the file it came from; of a machine or of text under the host's name. */
    public NotesPlace of(DocumentLoader.Loaded loaded) {
        if (loaded.source() instanceof Source.OnDisk file) {
            String host = ShellViewModel.hostName(loaded.opened(), loaded.host());
            return NotesPlace.besideFile(file.path(), host, settingsFolder);
        }
        Optional<String> name = loaded.document().snapshot().provenance().host();
        return NotesPlace.ofHost(name.orElseGet(() -> nameless(loaded.source())), settingsFolder);
    }

    /** Text that names no host is known by what it says. */
    private static String nameless(Source source) {
        return source instanceof Source.Bytes bytes ? digest(bytes.content()) : source.named();
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "text-" + HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
