package ridscope.source.sysfs;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import ridscope.config.ConfigSpace;
import ridscope.file.FileTree;
import ridscope.file.TreePath;
import ridscope.rid.FunctionAddress;
import ridscope.text.Diagnostic;

/**
 * The {@code config} attribute. Without privilege the kernel gives 64 bytes, or 128 for a CardBus bridge, of a file that
 * claims to be larger (Linux {@code pci_read_config}).
 *
 * @param config the real bytes
 * @param size the size the function has, 256 or 4,096; 0 if it cannot be told
 * @param diagnostic what was odd
 */
record ConfigFile(ConfigSpace config, int size, Optional<Diagnostic> diagnostic) {

    private static final int MOST = 4096;
    private static final int HEADER = 64;
    private static final int STATUS = 0x06;
    private static final int CAPABILITY_LIST = 0x10;
    private static final int CAPABILITY_POINTER = 0x34;

    private static final ConfigFile NONE = new ConfigFile(ConfigSpace.EMPTY, 0, Optional.empty());

    static ConfigFile read(FileTree tree, String directory, FunctionAddress address) {
        String path = TreePath.join(directory, "config");
        if (tree.kind(path) != FileTree.Kind.FILE) {
            return NONE;
        }
        try {
            byte[] bytes = tree.read(path, MOST);
            long claimed = tree.size(path);
            return padded(bytes)
                    ? withoutPadding(bytes, address)
                    : new ConfigFile(ConfigSpace.of(bytes), size(claimed), Optional.empty());
        } catch (IOException e) {
            Diagnostic unreadable = Diagnostic.of(
                    "CONFIG_UNREADABLE", address, "The configuration space of " + address + " could not be read: " + e);
            return new ConfigFile(ConfigSpace.EMPTY, 0, Optional.of(unreadable));
        }
    }

    /** A copied file is as long as what could be read, so only a length of 256 or more says anything there. */
    private static int size(long claimed) {
        if (claimed == 256 || claimed == MOST) {
            return (int) claimed;
        }
        return 0;
    }

    /** tar fills up with zeros what it could not read; but a capability list that starts with nothing does not exist. */
    private static boolean padded(byte[] bytes) {
        if (bytes.length <= HEADER || (bytes[STATUS] & CAPABILITY_LIST) == 0) {
            return false;
        }
        if ((bytes[CAPABILITY_POINTER] & 0xff) < HEADER) {
            return false;
        }
        for (int i = HEADER; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static ConfigFile withoutPadding(byte[] bytes, FunctionAddress address) {
        Diagnostic diagnostic = Diagnostic.of(
                "CONFIG_PADDED",
                address,
                "Of the " + bytes.length + " configuration bytes of " + address
                        + " all behind the first 64 are zero; they were probably filled in when the file was packed.");
        return new ConfigFile(
                ConfigSpace.of(Arrays.copyOf(bytes, HEADER)), size(bytes.length), Optional.of(diagnostic));
    }
}
