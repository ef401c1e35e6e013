package ridscope.source.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import ridscope.config.AcsCapability;
import ridscope.config.AriCapability;
import ridscope.config.BridgeBuses;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.SiovCapability;
import ridscope.config.SrIovCapability;
import ridscope.host.Listing;
import ridscope.source.Limits;
import ridscope.text.Diagnostic;

/** Reads what a listing printed of one function. For one object. */
final class ListingParser {

    private static final int WORD = 0xffff;

    private final Fields in;

    ListingParser(Fields in) {
        this.in = in;
    }

    Listing listing() {
        Parts parts = new Parts();
        List<String> lines = new ArrayList<>();
        OptionalInt[] layout = {OptionalInt.empty()};
        in.object(name -> {
            switch (name) {
                case "layout" -> layout[0] = in.integer(0, 0x7f);
                case "lines" -> in.array(Limits.LISTING_LINES, () -> in.text().ifPresent(lines::add));
                default -> part(name, parts);
            }
        });
        return new Listing(
                layout[0],
                Optional.ofNullable(parts.bridge),
                Optional.ofNullable(parts.capabilities),
                Optional.ofNullable(parts.express).map(ExpressParser::express),
                Optional.ofNullable(parts.ari),
                Optional.ofNullable(parts.acs),
                Optional.ofNullable(parts.sriov),
                Optional.ofNullable(parts.siov),
                lines);
    }

    private static final class Parts {
        private BridgeBuses bridge;
        private CapabilityList capabilities;
        private ExpressParser express;
        private AriCapability ari;
        private AcsCapability acs;
        private SrIovCapability sriov;
        private SiovCapability siov;
    }

    private void part(String name, Parts parts) {
        switch (name) {
            case "bridge" -> parts.bridge = bridge();
            case "capabilities" -> parts.capabilities = capabilities();
            case "express" -> parts.express = new ExpressParser(in).read();
            case "ari" -> {
                Numbered n = new Numbered(in, "offset", "nextFunction").read();
                parts.ari = new AriCapability(n.get(0, WORD), n.get(1, 0xff));
            }
            case "acs" -> {
                Numbered n = new Numbered(in, "offset", "capability", "control").read();
                parts.acs = new AcsCapability(n.get(0, WORD), n.get(1, WORD), n.get(2, WORD));
            }
            case "sriov" -> parts.sriov = sriov();
            case "siov" -> parts.siov = siov();
            default -> in.skip();
        }
    }

    private BridgeBuses bridge() {
        Numbered n = new Numbered(in, "primary", "secondary", "subordinate").read();
        OptionalInt primary = n.has(0) ? OptionalInt.of(n.get(0, 0xff)) : OptionalInt.empty();
        return new BridgeBuses(primary, n.get(1, 0xff), n.get(2, 0xff));
    }

    private SrIovCapability sriov() {
        Numbered n = new Numbered(
                        in,
                        "offset",
                        "capabilities",
                        "control",
                        "initialVfs",
                        "totalVfs",
                        "numVfs",
                        "dependencyLink",
                        "firstVfOffset",
                        "vfStride",
                        "vfDevice")
                .read();
        return new SrIovCapability(
                n.get(0, WORD),
                n.get32(1),
                n.get(2, WORD),
                n.get(3, WORD),
                n.get(4, WORD),
                n.get(5, WORD),
                n.get(6, 0xff),
                n.get(7, WORD),
                n.get(8, WORD),
                n.get(9, WORD));
    }

    private SiovCapability siov() {
        Numbered n =
                new Numbered(in, "offset", "capabilities", "totalSdis", "status", "firstSdiOffset", "sdiStride").read();
        return new SiovCapability(
                n.get(0, WORD), n.get32(1), n.get(2, WORD), n.get(3, 0xff), n.get(4, WORD), n.get(5, WORD));
    }

    private CapabilityList capabilities() {
        List<Capability> list = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        CapabilityList.Walked[] walked = {CapabilityList.Walked.UNKNOWN, CapabilityList.Walked.UNKNOWN};
        in.object(name -> {
            switch (name) {
                case "standard" -> walked[0] = in.word(CapabilityList.Walked.values());
                case "extended" -> walked[1] = in.word(CapabilityList.Walked.values());
                case "list" -> in.array(Limits.CAPABILITIES, () -> list.add(capability()));
                case "diagnostics" ->
                    in.array(Limits.CAPABILITIES, () -> diagnostics.add(SnapshotParser.diagnostic(in)));
                default -> in.skip();
            }
        });
        return new CapabilityList(list, walked[0], walked[1], diagnostics);
    }

    private Capability capability() {
        boolean[] extended = new boolean[1];
        OptionalInt[] numbers = {OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()};
        in.object(name -> {
            switch (name) {
                case "extended" -> extended[0] = in.bool();
                case "id" -> numbers[0] = in.hex(WORD);
                case "offset" -> numbers[1] = in.integer(0, WORD);
                case "version" -> numbers[2] = in.integer(0, 0xf);
                default -> in.skip();
            }
        });
        if (numbers[0].isEmpty() || numbers[1].isEmpty()) {
            throw in.bad("a capability needs id and offset");
        }
        return new Capability(extended[0], numbers[0].getAsInt(), numbers[1].getAsInt(), numbers[2]);
    }
}
