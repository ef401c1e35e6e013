package ridscope.source.live;

import ridscope.enumerate.Enumerator;
import ridscope.job.Feedback;
import ridscope.source.Source;
import ridscope.testing.TopologyFacts;

/** Reads this machine in a process of its own, which a test can start without privilege, and prints what it found. */
final class PrintFacts {

    private PrintFacts() {}

    public static void main(String[] arguments) throws Exception {
        var host = new LiveReader().read(new Source.Live(), Feedback.NONE).get(0);
        StringBuilder out = new StringBuilder();
        TopologyFacts.of(Enumerator.enumerate(host, Feedback.NONE))
                .forEach((name, value) ->
                        out.append(name).append('\t').append(value).append('\n'));
        java.io.PrintStream stream = new java.io.PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out),
                true,
                java.nio.charset.StandardCharsets.UTF_8);
        stream.print(out);
        stream.flush();
    }
}
