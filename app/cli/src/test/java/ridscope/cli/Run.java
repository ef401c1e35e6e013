package ridscope.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import ridscope.report.Glyphs;

/**
 * One command line that was run in this process.
 *
 * @param code its exit code
 * @param out what it answered
 * @param err its notes and errors
 */
record Run(int code, String out, String err) {

    static Run of(String... arguments) {
        return with(new byte[0], Glyphs.UNICODE, arguments);
    }

    static Run with(byte[] stdin, Glyphs glyphs, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Streams streams =
                new Streams(new PrintWriter(out), new PrintWriter(err), new ByteArrayInputStream(stdin), glyphs);
        int code = RidscopeCommand.execute(streams, arguments);
        return new Run(code, out.toString(), err.toString());
    }

    /** Lines on the error stream. */
    int errorLines() {
        return (int) err.lines().count();
    }
}
