package ridscope.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * Does something in each of a number of pulses and measures our own work in them: the answer to the event, style sheets and
 * layout, in which pictures paint themselves. What the toolkit makes of it in its own thread is counted apart.
 */
final class Frames extends AnimationTimer {

    private static final String RENDERER = "QuantumRenderer";

    private final Scene scene;
    private final Busy busy;
    private final Runnable[] steps;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Runnable before = this::laysOut;
    private final Runnable after = this::laidOut;
    private final List<Long> wall = new ArrayList<>();
    private final List<Long> cpu = new ArrayList<>();
    private final List<Long> apart = new ArrayList<>();
    private int step;
    private long answered;
    private long answeredCpu;
    private long from;
    private long fromCpu;
    private long last;
    private long rendered;

    /** @param steps one for each pulse */
    Frames(Scene scene, Busy busy, Runnable... steps) {
        this.scene = scene;
        this.busy = busy;
        this.steps = steps.clone();
    }

    @Override
    public void start() {
        scene.addPreLayoutPulseListener(before);
        scene.addPostLayoutPulseListener(after);
        rendered = busy.cpu(RENDERER);
        super.start();
    }

    void await() throws InterruptedException {
        done.await();
    }

    @Override
    public void handle(long now) {
        if (step == steps.length) {
            stop();
            scene.removePreLayoutPulseListener(before);
            scene.removePostLayoutPulseListener(after);
            rendered = busy.cpu(RENDERER) - rendered;
            done.countDown();
            return;
        }
        if (last != 0) {
            apart.add(System.nanoTime() - last);
        }
        last = System.nanoTime();
        long cpuThen = busy.cpu();
        steps[step++].run();
        answered = System.nanoTime() - last;
        answeredCpu = busy.cpu() - cpuThen;
    }

    private void laysOut() {
        from = System.nanoTime();
        fromCpu = busy.cpu();
    }

    private void laidOut() {
        if (wall.size() < step) {
            wall.add(answered + System.nanoTime() - from);
            cpu.add(answeredCpu + busy.cpu() - fromCpu);
        }
    }

    /** What it came to, a line. */
    String told() {
        return String.format(
                "%d frames: %s; CPU %s; a frame each %.1f ms, the toolkit's renderer %.1f ms of CPU each",
                wall.size(), spread(wall), spread(cpu), at(apart, 0.5), rendered / 1e6 / wall.size());
    }

    private static String spread(List<Long> values) {
        return String.format(
                "median %.1f, p99 %.1f, worst %.1f ms", at(values, 0.5), at(values, 0.99), at(values, 1));
    }

    /** Milliseconds that a share of the values does not exceed. */
    private static double at(List<Long> values, double share) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }
}
