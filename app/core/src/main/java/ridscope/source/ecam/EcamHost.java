package ridscope.source.ecam;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.BridgeBuses;
import ridscope.config.Views;
import ridscope.host.FunctionRecord;
import ridscope.host.HostSnapshot;
import ridscope.host.OsFacts;
import ridscope.host.Provenance;
import ridscope.rid.FunctionAddress;
import ridscope.rid.RoutingId;
import ridscope.rid.Segment;
import ridscope.source.EcamStart;
import ridscope.source.Source;
import ridscope.text.Diagnostic;

/** Gives the functions of an image their addresses, and says what about them is assumed. */
final class EcamHost {

    private static final int BUS = 1 << 20;
    private static final int BUSES = 256;

    /** {@code ecam-0000-40.bin}: segment and first bus in hex; whatever follows. */
    private static final Pattern NAME = Pattern.compile("ecam-([0-9a-fA-F]{4,8})-([0-9a-fA-F]{2})(?![0-9a-fA-F])");

    private final EcamScan scan;
    private final OptionalInt told;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    EcamHost(EcamScan scan) {
        this.scan = scan;
        told = startByBridges();
    }

    HostSnapshot snapshot(String kind, Source source) {
        EcamStart start = start(source);
        List<FunctionRecord> records = new ArrayList<>();
        int beyond = 0;
        for (EcamFunction function : scan.functions()) {
            int rid = start.bus() * BUSES + function.index();
            if (rid >= RoutingId.COUNT) {
                beyond++;
                continue;
            }
            FunctionAddress address = new FunctionAddress(start.segment(), new RoutingId(rid));
            records.add(new FunctionRecord(address, function.config(), function.size(), OsFacts.NONE));
            if (function.size() == 0) {
                diagnostics.add(Diagnostic.of(
                        "DUMP_TRUNCATED",
                        address,
                        "The image ends after " + function.config().length() + " configuration bytes of it"));
            }
        }
        length(start);
        oddities(beyond);
        return new HostSnapshot(Provenance.of(kind), List.of(), records, List.of(), List.of(), diagnostics);
    }

    /** As the user says, else the file's name, else the bridges; segment 0 and bus 0 if nobody does. */
    private EcamStart start(Source source) {
        Optional<EcamStart> said = source.ecam().or(() -> byName(source.title()));
        if (said.isEmpty()) {
            EcamStart assumed = new EcamStart(Segment.ZERO, told.orElse(0));
            diagnostics.add(Diagnostic.of(
                    "ECAM_START_ASSUMED",
                    "Nothing says which buses the image holds; segment 0000 is assumed, and that it begins at bus "
                            + String.format("%02x", assumed.bus())
                            + (told.isPresent() ? ", which its bridges call their primary bus" : "")
                            + "; name the file ecam-SSSS-BB.bin or give --ecam SSSS:BB"));
            return assumed;
        }
        if (told.isPresent() && told.getAsInt() != said.get().bus()) {
            diagnostics.add(Diagnostic.of(
                    "ECAM_START_DOUBTFUL",
                    "The image is said to begin at bus "
                            + String.format("%02x", said.get().bus())
                            + "; by the Primary Bus Numbers of its bridges it begins at bus "
                            + String.format("%02x", told.getAsInt())));
        }
        return said.get();
    }

    private static Optional<EcamStart> byName(String title) {
        Matcher m = NAME.matcher(title);
        return m.find() ? EcamStart.of(m.group(1), m.group(2)) : Optional.empty();
    }

    /** The first bus, if all bridges that software has numbered agree; 0 may be hard-wired and counts on bus 0 only. */
    private OptionalInt startByBridges() {
        Set<Integer> starts = new HashSet<>();
        for (EcamFunction function : scan.functions()) {
            Optional<BridgeBuses> buses = Views.bridge(function.config()).filter(b -> b.secondary() > 0);
            OptionalInt primary = buses.map(BridgeBuses::primary).orElse(OptionalInt.empty());
            if (primary.isPresent() && (primary.getAsInt() > 0 || function.bus() == 0)) {
                starts.add(primary.getAsInt() - function.bus());
            }
        }
        int only = starts.size() == 1 ? starts.iterator().next() : -1;
        return only >= 0 ? OptionalInt.of(only) : OptionalInt.empty();
    }

    private void length(EcamStart start) {
        long rest = scan.length() % BUS;
        if (rest != 0) {
            long bus = start.bus() + scan.length() / BUS;
            diagnostics.add(Diagnostic.of(
                    "ECAM_TRUNCATED",
                    String.format(
                            "The image ends within bus %02x, after %d of its 256 places; it was probably cut while it was"
                                    + " copied",
                            bus, rest / EcamPages.PAGE)));
        }
    }

    private void oddities(int beyond) {
        if (beyond > 0) {
            diagnostics.add(
                    Diagnostic.of(
                            "ECAM_BEYOND_BUS_FF",
                            beyond
                                    + " functions would be on buses beyond ff and are left out: the image begins at a lower bus"));
        }
        if (scan.echoes() > 0) {
            diagnostics.add(Diagnostic.of(
                    "ECAM_ECHO",
                    scan.echoes() + " places repeat function 0 of a device that has no other and are left out"));
        }
        if (scan.notReady() > 0) {
            diagnostics.add(Diagnostic.of(
                    "CONFIG_RETRY", scan.notReady() + " functions were not ready when the image was made"));
        }
    }
}
