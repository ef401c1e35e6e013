package ridscope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ridscope.rid.FunctionAddress;

/**
 * What a rule has to say about one thing.
 *
 * @param id stable id of the rule, such as {@code BUS_OVERLAP}
 * @param heading what it finds, as a plural
 * @param severity how much it matters
 * @param subject what it is about
 * @param title one sentence with the numbers in it, without a full stop
 * @param detail what that means
 * @param advice what to do about it
 * @param evidence the facts it rests on, registers with their offsets
 * @param gaps what the snapshot lacks, of a finding of severity NOT_CHECKED; else empty
 */
public record Finding(
        String id,
        String heading,
        Severity severity,
        Subject subject,
        String title,
        String detail,
        String advice,
        List<Evidence> evidence,
        List<Gap> gaps) {

    public Finding {
        evidence = List.copyOf(evidence);
        gaps = List.copyOf(gaps);
    }

    /** The function it is about, if it is about one. */
    public Optional<FunctionAddress> function() {
        return subject.function();
    }

    Finding advising(String other) {
        return new Finding(id, heading, severity, subject, title, detail, other, evidence, gaps);
    }

    Finding with(List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(more);
        return new Finding(id, heading, severity, subject, title, detail, advice, all, gaps);
    }
}
