package ridscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import ridscope.draw.export.PictureException;
import ridscope.file.FileWriteException;
import ridscope.names.DeviceNames;
import ridscope.topology.Topology;

/** One kind of files that {@code export} writes, with the options that only it has. */
interface ExportKind {

    /** Without dots, in the order in which help names them. */
    List<String> endings();

    /** The options that have a meaning for a file of this ending; long names. */
    Set<String> options(String ending);

    /**
     * Checks what the options say, before anything is read.
     *
     * @throws picocli.CommandLine.ParameterException if one of them cannot be understood
     */
    Writing prepare(String ending);

    /** Writes a host as was asked for. */
    @FunctionalInterface
    interface Writing {

        /**
         * Writes the whole file or nothing.
         *
         * @throws FileWriteException if the file cannot be written
         * @throws PictureException if the format cannot hold it
         * @throws IOException if the file cannot be written
         */
        void write(Topology topology, DeviceNames names, Path file)
                throws FileWriteException, PictureException, IOException;
    }
}
