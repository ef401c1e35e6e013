package ridscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ridscope.names.DeviceNames;
import ridscope.source.SnapshotException;

/** Where names of vendors and devices come from: the option, the environment, the system's own list. */
final class NameSource {

    private NameSource() {}

    static DeviceNames names(Optional<Path> option) throws SnapshotException {
        Optional<Path> wanted = option.or(() -> Optional.ofNullable(System.getenv("RIDSCOPE_PCI_IDS"))
                .filter(s -> !s.isEmpty())
                .map(Path::of));
        if (wanted.isPresent() && !Files.isReadable(wanted.get())) {
            throw new SnapshotException("cannot read the list of names '" + wanted.get() + "'");
        }
        return new PlainNames();
    }
}
