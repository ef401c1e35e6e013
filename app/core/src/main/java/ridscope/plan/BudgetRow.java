package ridscope.plan;

import ridscope.text.Numbers;

/**
 * What a bridge or host bridge has and needs, in bus numbers. The needs count one number for each bus and what VFs and SDIs
 * need beyond it, in 64-bit arithmetic and as if numbers were handed out without gaps.
 *
 * @param subject the bridge or root bus
 * @param assigned numbers in its planned range or window; 0 for a bridge without one
 * @param used numbers that have a bus today: secondary buses, and buses with enabled VFs on them
 * @param neededInitialVfs needed with InitialVFs of every PF
 * @param neededVfs needed with TotalVFs of every PF
 * @param neededSdis needed with TotalVFs and Total SDIs of every PF, those wished for included
 * @param hotplug numbers beyond the need that hot-plug ports and CardBus bridges at or below it hold
 * @param guessed whether these figures are guesses, because the source does not tell its numbers or what is below it
 */
public record BudgetRow(
        PlanSubject subject,
        long assigned,
        long used,
        long neededInitialVfs,
        long neededVfs,
        long neededSdis,
        long hotplug,
        boolean guessed) {

    /** What is left when everything is there: negative when it is not enough. */
    public long slack() {
        return assigned - neededSdis - hotplug;
    }

    /** {@code exact}, {@code +3 unused}, {@code −2 short} or {@code not known}. */
    public String verdict() {
        if (guessed) {
            return "not known";
        }
        long slack = slack();
        if (slack == 0) {
            return "exact";
        }
        return slack > 0 ? "+" + Numbers.grouped(slack) + " unused" : "−" + Numbers.grouped(-slack) + " short";
    }
}
