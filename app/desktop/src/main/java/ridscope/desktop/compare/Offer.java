package ridscope.desktop.compare;

import ridscope.job.Job;
import ridscope.source.Source;

/**
 * A host that comes with the program, to compare with.
 *
 * @param name short name, part of node ids
 * @param title one line
 * @param source reads it
 */
public record Offer(String name, String title, Job<Source> source) {}
