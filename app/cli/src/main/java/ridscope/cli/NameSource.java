package ridscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import ridscope.names.DeviceNames;
import ridscope.names.PciIds;
import ridscope.names.StandardDeviceNames;
import ridscope.source.SnapshotException;

/** Where names of vendors and devices come from: the option, the environment, the system's own list. */
final class NameSource {

    static final String HELP = "Read vendor and device names from this pci.ids file (or set RIDSCOPE_PCI_IDS).";

    private static final String VARIABLE = "RIDSCOPE_PCI_IDS";

    private NameSource() {}

    /** @throws SnapshotException if a list was asked for that cannot be read */
    static DeviceNames names(Optional<Path> option) throws SnapshotException {
        Optional<Path> wanted = option.or(NameSource::variable);
        if (wanted.isEmpty()) {
            return new StandardDeviceNames(PciIds.installed());
        }
        if (!Files.isRegularFile(wanted.get()) || !Files.isReadable(wanted.get())) {
            throw new SnapshotException("cannot read the list of names '" + wanted.get() + "'");
        }
        return new StandardDeviceNames(PciIds.file(wanted.get()));
    }

    private static Optional<Path> variable() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(text -> !text.isEmpty())
                .map(Path::of);
    }
}
