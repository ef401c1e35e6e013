package ridscope.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.plan.BusPlan;
import ridscope.plan.PlanEvent;
import ridscope.plan.PlanEvent.Id;
import ridscope.plan.Wishes;

/** What a plan would lead to, where a rule exists that looks for the same in a host as it is. */
final class PlanFindings {

    private static final Set<Id> WARNINGS = EnumSet.of(Id.SUBORDINATE_FF_BLOCKS, Id.SIOV_UNRESERVED);
    private static final Set<Id> NOTES = EnumSet.of(Id.PRIMARY_HARDWIRED, Id.SRIOV_OFFSET_SAMPLED);

    /** Without a wish a plan counts all VFs and SDIs there could be; the rules say that of the host as it is. */
    private static final Set<Id> POSSIBLE = EnumSet.of(
            Id.RID_OVERFLOW,
            Id.VF_BEYOND_SUBORDINATE,
            Id.SDI_BEYOND_SUBORDINATE,
            Id.IOV_COLLISION,
            Id.IOV_BUS_FOREIGN,
            Id.ARI_REQUIRED_VF,
            Id.SRIOV_OFFSET_SAMPLED,
            Id.SIOV_UNRESERVED,
            Id.SIOV_MALFORMED);

    private PlanFindings() {}

    /** Rules that read the plan themselves are left out. */
    static List<Finding> of(BusPlan plan) {
        List<Finding> findings = new ArrayList<>();
        for (PlanEvent event : plan.events()) {
            Optional<Rule> rule = Rules.named(event.id().name())
                    .filter(r -> !(r instanceof PlanRule))
                    .filter(r -> !POSSIBLE.contains(event.id()) || wished(plan.wishes(), event));
            rule.ifPresent(r -> findings.add(PlanRule.finding(r.about(), severity(event.id()), event, true)));
        }
        return findings;
    }

    private static boolean wished(Wishes wishes, PlanEvent event) {
        return event.subject()
                .function()
                .filter(f -> wishes.vfs().containsKey(f) || wishes.sdis().containsKey(f))
                .isPresent();
    }

    private static Severity severity(Id id) {
        if (NOTES.contains(id)) {
            return Severity.INFO;
        }
        return WARNINGS.contains(id) ? Severity.WARNING : Severity.ERROR;
    }
}
