package ridscope.desktop.busplan;

import java.util.Locale;
import java.util.Optional;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.plan.SoftwareRids;
import ridscope.rid.FunctionAddress;

/**
 * How many Routing IDs software could hand out below one port.
 *
 * @param port the port, by its address of today
 * @param now below it today
 * @param planned below it afterwards; empty where Linux would not find it
 */
record SoftwareShare(FunctionAddress port, SoftwareRids now, Optional<SoftwareRids> planned) {

    /** Of a port of the segment that the maps show; empty for one of another. */
    static Optional<SoftwareShare> below(PlanMaps maps, FunctionAddress port) {
        Optional<SoftwareRids> planned =
                Optional.ofNullable(maps.plan().functions().get(port)).flatMap(at -> below(maps.after(), at));
        return port.segment().equals(maps.segment())
                ? below(maps.before(), port).map(now -> new SoftwareShare(port, now, planned))
                : Optional.empty();
    }

    private static Optional<SoftwareRids> below(Document host, FunctionAddress port) {
        return host.function(port).flatMap(f -> host.ridMap(port.segment()).map(map -> SoftwareRids.below(map, f)));
    }

    /** One line. */
    String words() {
        String where = PlanWords.address(port);
        SoftwareRids last = planned.orElse(now);
        String count = Messages.count("busplan.rids", last.count());
        String change = last.count() == now.count()
                ? count
                : Messages.text("busplan.change", String.format(Locale.ROOT, "%,d", now.count()), count);
        String words = Messages.text("busplan.software.words", change, where);
        return last.ariAssumedOff() ? Messages.text("busplan.software.ari-unread", words) : words;
    }
}
