package ridscope.query;

/**
 * What a rule found about a function, as far as questions go.
 *
 * @param id of the rule, such as {@code ACS_GAP}
 * @param severity {@code error}, {@code warning} or {@code info}
 */
public record Found(String id, String severity) {}
