package ridscope.cli;

import picocli.CommandLine;
import ridscope.draw.export.PictureException;
import ridscope.file.FileWriteException;
import ridscope.job.CancelledException;
import ridscope.source.SnapshotException;

/** Puts failures into words and exit codes. */
final class Failures {

    private final Streams streams;

    Failures(Streams streams) {
        this.streams = streams;
    }

    /** Bad usage. */
    int usage(CommandLine.ParameterException failure, String[] arguments) {
        String word = failure.getCommandLine().getCommandSpec().qualifiedName();
        streams.note(UsageWords.of(failure, arguments) + " ('" + word + " --help' shows the usage)");
        return ExitCode.USAGE;
    }

    /** Everything that went wrong while a word did its work. */
    int execution(Exception failure, CommandLine word, CommandLine.ParseResult result) {
        return failed(failure);
    }

    int failed(Throwable failure) {
        if (expected(failure)) {
            streams.note(failure.getMessage());
            return ExitCode.UNREADABLE;
        }
        if (failure instanceof OutOfMemoryError) {
            streams.note("this input needs more memory than Java may use; set RIDSCOPE_JAVA_OPTS=-Xmx4g, or more");
            return ExitCode.UNREADABLE;
        }
        ErrorReport report = ErrorReport.of(failure);
        streams.note("internal error " + report.code() + "; please report it with these lines");
        report.details().forEach(line -> streams.err().println("  " + line));
        return ExitCode.BUG;
    }

    private static boolean expected(Throwable failure) {
        return failure instanceof SnapshotException
                || failure instanceof PictureException
                || failure instanceof FileWriteException
                || failure instanceof CancelledException;
    }
}
