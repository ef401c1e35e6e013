package ridscope.topology;

import java.util.Optional;
import ridscope.rid.FunctionAddress;

/**
 * A message of the boot log that says something went wrong, or unusually, with a function.
 *
 * @param subject a function of the topology that the message names, or the bridge above a bus that it names
 * @param level how bad it is
 * @param line the line as it stands in the log
 * @param finding the stable id of the finding that such a message is a sign of, such as {@code VF_BEYOND_SUBORDINATE}
 */
public record LogNote(FunctionAddress subject, Level level, String line, Optional<String> finding) {

    /** How bad a message is. */
    public enum Level {
        /** Something does not work. */
        ERROR,
        /** Something works less well than it could, or may stop working. */
        WARNING,
        /** Something unusual that does no harm by itself. */
        INFO
    }
}
