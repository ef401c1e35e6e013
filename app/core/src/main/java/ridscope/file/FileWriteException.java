package ridscope.file;

import java.io.IOException;

/** A file could not be written; what stood under its name is as it was. The message is one sentence for the user. */
public final class FileWriteException extends IOException {

    private static final long serialVersionUID = 1L;

    FileWriteException(String message, Throwable cause) {
        super(message, cause);
    }
}
