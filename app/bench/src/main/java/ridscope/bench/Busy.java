package ridscope.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Watches how long the thread that draws is busy at a stretch: it is asked for a sign of life over and over, and looked at
 * while it owes one.
 */
final class Busy {

    /** Longer than this nothing may hold it; nanoseconds. */
    private static final long BUDGET = TimeUnit.MILLISECONDS.toNanos(50);

    /** From here on it is looked at, and so often; milliseconds. */
    private static final long LOOK = 4;

    private static final long PAUSE = 2;
    private static final String OURS = "ridscope.";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long drawing;
    private Held worst = new Held(0, 0, Map.of());
    private long longest;
    private int overBudget;

    /**
     * A stretch.
     *
     * @param wall how long it took, in nanoseconds
     * @param cpu how long of it the thread itself ran, in nanoseconds
     * @param where methods of ours that were seen at work, with how often
     */
    private record Held(long wall, long cpu, Map<String, Integer> where) {}

    Busy() {
        drawing = thread("JavaFX Application Thread");
        Thread watch = new Thread(this::watch, "bench-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private long thread(String name) {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(t -> t != null && t.getThreadName().equals(name))
                .mapToLong(ThreadInfo::getThreadId)
                .findFirst()
                .orElseThrow();
    }

    /** CPU time of threads whose name begins like this, in nanoseconds. */
    long cpu(String beginning) {
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(t -> t != null && t.getThreadName().startsWith(beginning))
                .mapToLong(t -> Math.max(0, threads.getThreadCpuTime(t.getThreadId())))
                .sum();
    }

    /** CPU time of the thread that draws, in nanoseconds. */
    long cpu() {
        return threads.getThreadCpuTime(drawing);
    }

    private void watch() {
        try {
            while (true) {
                long begun = System.nanoTime();
                long cpu = cpu();
                CountDownLatch sign = new CountDownLatch(1);
                Platform.runLater(sign::countDown);
                Map<String, Integer> where = new HashMap<>();
                while (!sign.await(LOOK, TimeUnit.MILLISECONDS)) {
                    look(where);
                }
                note(new Held(System.nanoTime() - begun, cpu() - cpu, where));
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Map<String, Integer> where) {
        // There is none once the toolkit has ended.
        Optional.ofNullable(threads.getThreadInfo(drawing, Integer.MAX_VALUE)).stream()
                .flatMap(now -> Arrays.stream(now.getStackTrace()))
                .filter(f -> f.getClassName().startsWith(OURS))
                .limit(6)
                .map(f -> f.getClassName().replaceAll(".*\\.", "") + "." + f.getMethodName())
                .distinct()
                .forEach(method -> where.merge(method, 1, Integer::sum));
    }

    private synchronized void note(Held held) {
        worst = held.cpu > worst.cpu ? held : worst;
        longest = Math.max(longest, held.wall);
        overBudget += held.cpu > BUDGET ? 1 : 0;
    }

    /** Forgets what was. */
    synchronized void reset() {
        worst = new Held(0, 0, Map.of());
        longest = 0;
        overBudget = 0;
    }

    /** What was since then, a line. */
    synchronized String told() {
        StringBuilder told = new StringBuilder(String.format(
                "busiest %4.0f ms of CPU, %d over 50 ms; longest %4.0f ms",
                worst.cpu / 1e6, overBudget, longest / 1e6));
        if (worst.cpu > BUDGET / 2) {
            worst.where.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(5)
                    .forEach(e -> told.append(' ').append(e.getKey()).append('×').append(e.getValue()));
        }
        return told.toString();
    }
}
