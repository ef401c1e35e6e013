package ridscope.desktop.busplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ridscope.desktop.document.Document;
import ridscope.desktop.l10n.Messages;
import ridscope.rid.FunctionAddress;
import ridscope.topology.PciFunction;
import ridscope.topology.Role;
import ridscope.topology.Siov;
import ridscope.topology.SrIov;

/**
 * A function that can be asked for VFs or SDIs, or be given SIOV.
 *
 * @param address where it is today
 * @param name its short name
 * @param totalVfs TotalVFs, 0 for none
 * @param enabledVfs VFs enabled today
 * @param totalSdis Total SDIs, 0 for none
 * @param siov whether it has a SIOV capability
 * @param facts where its VFs and SDIs land
 * @param unknown what could not be read or used, in words
 */
record PlanDevice(
        FunctionAddress address,
        String name,
        int totalVfs,
        int enabledVfs,
        int totalSdis,
        boolean siov,
        List<String> facts,
        List<String> unknown) {

    PlanDevice {
        facts = List.copyOf(facts);
        unknown = List.copyOf(unknown);
    }

    /** Every function but bridges, host bridges included, and VFs; by address. */
    static List<PlanDevice> of(Document document) {
        return document.topology().functions().stream()
                .filter(f -> !f.role().bridge()
                        && f.role() != Role.HOST_BRIDGE
                        && f.virtual().isEmpty())
                .map(f -> of(document, f))
                .toList();
    }

    private static PlanDevice of(Document document, PciFunction f) {
        List<String> facts = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        f.sriov().filter(s -> s.totalVfs() > 0).ifPresent(s -> vfs(s, facts, unknown));
        f.siov().ifPresent(s -> sdis(s, facts, unknown));
        boolean rights = document.topology().provenance().privileged().equals(Optional.of(false));
        if (f.vfsUnknown()) {
            unknown.add(Messages.text(rights ? "busplan.device.unreadable.both" : "busplan.device.absent.both"));
        } else if (f.sdisUnknown()) {
            unknown.add(Messages.text(rights ? "busplan.device.unreadable.sdis" : "busplan.device.absent.sdis"));
        }
        return new PlanDevice(
                f.address(),
                document.names().shortName(f),
                f.sriov().map(SrIov::totalVfs).orElse(0),
                f.sriov().map(SrIov::enabledVfs).orElse(0),
                f.siov().map(s -> s.capability().totalSdis()).orElse(0),
                f.siov().isPresent(),
                facts,
                unknown);
    }

    private static void vfs(SrIov s, List<String> facts, List<String> unknown) {
        s.possible()
                .ifPresent(all ->
                        facts.add(Messages.text("busplan.device.vfs-at", all.offset(), all.stride(), s.numVfs())));
        unknown.addAll(s.problems());
        if (s.possible().isEmpty() && s.problems().isEmpty()) {
            unknown.add(Messages.text("busplan.device.no-offset"));
        }
    }

    private static void sdis(Siov s, List<String> facts, List<String> unknown) {
        s.sdis().ifPresent(all -> facts.add(Messages.text("busplan.device.sdis-at", all.offset(), all.stride())));
        unknown.addAll(s.problems());
    }

    /** Whether it owns VFs or SDIs. */
    boolean owner() {
        return totalVfs > 0 || totalSdis > 0;
    }

    /** Whether the filter's text is in its address or name; in any case for a blank one. */
    boolean matches(String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return address.toString().contains(wanted)
                || name.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
