package ridscope.desktop.testing;

import java.util.Comparator;
import java.util.PriorityQueue;
import ridscope.desktop.task.Timer;

/** Time that passes when a test says so. */
public final class ManualTime implements Timer {

    private record Later(long when, long order, Runnable action) {}

    private final PriorityQueue<Later> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Later::when).thenComparingLong(Later::order));
    private long now = 1_000_000;
    private long count;

    @Override
    public long millis() {
        return now;
    }

    @Override
    public void after(long millis, Runnable action) {
        waiting.add(new Later(now + millis, count++, action));
    }

    /** Lets time pass; what is due runs at its moment. */
    public void pass(long millis) {
        long end = now + millis;
        while (!waiting.isEmpty() && waiting.peek().when() <= end) {
            Later next = waiting.poll();
            now = next.when();
            next.action().run();
        }
        now = end;
    }
}
