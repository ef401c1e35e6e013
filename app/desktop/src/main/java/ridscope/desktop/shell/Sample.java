package ridscope.desktop.shell;

import ridscope.job.Job;
import ridscope.source.Source;

/**
 * A capture that comes with the program.
 *
 * @param name short name, part of node ids
 * @param title one line
 * @param sentence what it shows; may be empty
 * @param source reads it
 */
public record Sample(String name, String title, String sentence, Job<Source> source) {}
