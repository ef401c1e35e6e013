package ridscope.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import ridscope.report.Glyphs;

/** The command line as a whole; its words are sub-commands. */
@Command(
        name = "ridscope",
        header = "Shows the PCIe topology and the Routing IDs of a host.",
        customSynopsis = {"ridscope [FILE...]      opens the window", "       ridscope WORD ...       answers here"},
        synopsisHeading = "%nUsage: ",
        commandListHeading = "%nWords ('ridscope WORD --help' says more):%n",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            "1:the answer is \"no\"",
            "2:bad usage",
            "3:the input could not be read, or the output not be written",
            "4:a bug in RIDscope"
        },
        footer = {
            "",
            "Examples:",
            "  ridscope show server.lspci.txt",
            "  lspci -xxxx | ridscope show -",
            "  ridscope rid server.lspci.txt 0x3b01"
        })
public final class RidscopeCommand implements Runnable {

    /** All words of the command line. */
    public static final List<String> WORDS = List.of("show", "rid", "check", "plan", "diff", "export", "capture");

    /** What somebody without a file and without a display gets to see. */
    private static final String FIRST_SAMPLE = "sample:siov-server";

    @Spec
    private CommandSpec spec;

    private RidscopeCommand() {}

    /**
     * Whether the command line should answer rather than the window: the first argument is a word or an option, or it is
     * neither a word nor anything that could be opened, so that a misspelt word gets an answer in words.
     */
    public static boolean answers(String... arguments) {
        if (arguments.length == 0) {
            return false;
        }
        String first = arguments[0];
        boolean option = first.length() > 1 && first.startsWith("-");
        return WORDS.contains(first) || option || !HostSource.couldBe(first);
    }

    /** Runs one command line on the streams of this process and returns its exit code. */
    public static int execute(String... arguments) {
        Streams.Standard process = Streams.ofProcess();
        int code = execute(process.streams(), arguments);
        Optional<String> failure = process.failure();
        if (failure.isPresent()) {
            process.streams().note("cannot write the answer: " + failure.get());
            return ExitCode.UNREADABLE;
        }
        return code;
    }

    /** Runs one command line; answers are written as for a terminal with UTF-8. */
    public static int execute(String[] arguments, PrintWriter out, PrintWriter err, InputStream in) {
        return execute(new Streams(out, err, in, Glyphs.UNICODE), arguments);
    }

    /** Runs one command line. */
    public static int execute(Streams streams, String... arguments) {
        Failures failures = new Failures(streams);
        try {
            CommandLine line = new CommandLine(new RidscopeCommand());
            words(streams, arguments).forEach(line::addSubcommand);
            line.setOut(streams.out())
                    .setErr(streams.err())
                    .setParameterExceptionHandler(failures::usage)
                    .setExecutionExceptionHandler(failures::execution);
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError failure) {
            return failures.failed(failure);
        } finally {
            streams.out().flush();
            streams.err().flush();
        }
    }

    /** Where it is clear which word is asked for, only that one: looking into the others costs as much as an answer. */
    private static List<Object> words(Streams streams, String... arguments) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("show", () -> new Show(streams));
        all.put("rid", () -> new Rid(streams));
        all.put("check", () -> new Check(streams));
        all.put("plan", () -> new Plan(streams));
        all.put("diff", () -> new Diff(streams));
        all.put("export", () -> new Export(streams));
        all.put("capture", () -> new Capture(streams));
        boolean one = arguments.length > 0 && all.containsKey(arguments[0]);
        return one
                ? List.of(all.get(arguments[0]).get())
                : all.values().stream().map(Supplier::get).toList();
    }

    /** Name and version, {@code ridscope 0.1.0}. */
    public static String version() {
        return Version.text();
    }

    /** What {@code ridscope FILE…} does where there is no display, on the streams of this process. */
    public static int executeWithoutDisplay(String... files) {
        Streams.Standard process = Streams.ofProcess();
        int code = executeWithoutDisplay(process.streams(), files);
        return process.failure().isPresent() ? ExitCode.UNREADABLE : code;
    }

    /**
     * What {@code ridscope FILE…} does where there is no display: says so in one line and shows each file, or a sample where
     * there is none, as the window would offer.
     *
     * @return the highest exit code of all
     */
    public static int executeWithoutDisplay(Streams streams, String... files) {
        if (files.length == 0) {
            streams.note("there is no display for a window; this is 'ridscope show " + FIRST_SAMPLE
                    + "', and 'ridscope --help' says more");
            return execute(streams, "show", FIRST_SAMPLE);
        }
        streams.note("there is no display for a window; answering as 'ridscope show' does");
        int code = ExitCode.OK;
        for (String file : files) {
            code = Math.max(code, execute(streams, "show", file));
        }
        return code;
    }

    /** Without a word. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
