package ridscope.desktop.task;

/**
 * How far a piece of work is.
 *
 * @param title what is being done
 * @param note the worker's last remark; may be empty
 * @param fraction 0 to 1, or negative when nobody knows
 */
public record Progress(String title, String note, double fraction) {}
