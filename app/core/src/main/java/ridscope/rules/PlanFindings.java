package ridscope.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ridscope.plan.BusPlan;
import ridscope.plan.PlanEvent;
import ridscope.plan.Wishes;

/** What a plan would lead to, where a rule exists that looks for the same in a host as it is. */
final class PlanFindings {

    private static final Set<PlanEvent.Id> WARNINGS =
            EnumSet.of(PlanEvent.Id.SUBORDINATE_FF_BLOCKS, PlanEvent.Id.SIOV_UNRESERVED);
    private static final Set<PlanEvent.Id> NOTES =
            EnumSet.of(PlanEvent.Id.PRIMARY_HARDWIRED, PlanEvent.Id.SRIOV_OFFSET_SAMPLED);

    /** Without a wish a plan counts all VFs and SDIs there could be; the rules say that of the host as it is. */
    private static final Set<PlanEvent.Id> POSSIBLE = EnumSet.of(
            PlanEvent.Id.RID_OVERFLOW,
            PlanEvent.Id.VF_BEYOND_SUBORDINATE,
            PlanEvent.Id.SDI_BEYOND_SUBORDINATE,
            PlanEvent.Id.IOV_COLLISION,
            PlanEvent.Id.IOV_BUS_FOREIGN,
            PlanEvent.Id.ARI_REQUIRED_VF,
            PlanEvent.Id.SRIOV_OFFSET_SAMPLED,
            PlanEvent.Id.SIOV_UNRESERVED,
            PlanEvent.Id.SIOV_MALFORMED);

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

    private static Severity severity(PlanEvent.Id id) {
        if (NOTES.contains(id)) {
            return Severity.INFO;
        }
        return WARNINGS.contains(id) ? Severity.WARNING : Severity.ERROR;
    }
}
