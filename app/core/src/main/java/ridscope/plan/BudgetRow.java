package ridscope.plan;

import java.util.Optional;
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
 * @param guessed whether these figures are guesses, because the source does not tell its numbers,
 *     what is below it, or VFs, SDIs and slots there
 * @param cutOff why the planned numbers of a bridge lead nowhere: {@code outside [03-06]} of the bridge or root bus above, or
 *     {@code unreachable}; empty where they are forwarded, and where it has none
 */
public record BudgetRow(
        PlanSubject subject,
        long assigned,
        long used,
        long neededInitialVfs,
        long neededVfs,
        long neededSdis,
        long hotplug,
        boolean guessed,
        Optional<String> cutOff) {

    /** What is left when everything is there: negative when it is not enough. */
    public long slack() {
        return assigned - neededSdis - hotplug;
    }

    /** Whether the planned numbers are enough and lead to it. */
    public boolean enough() {
        return slack() >= 0 && cutOff.isEmpty();
    }

    /** {@code exact}, {@code +3 unused}, {@code −2 short}, {@code not known}, or why its numbers lead nowhere. */
    public String verdict() {
        if (guessed) {
            return "not known";
        }
        if (cutOff.isPresent()) {
            return cutOff.get();
        }
        long slack = slack();
        if (slack == 0) {
            return "exact";
        }
        return slack > 0 ? "+" + Numbers.grouped(slack) + " unused" : "−" + Numbers.grouped(-slack) + " short";
    }
}
