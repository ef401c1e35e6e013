package ridscope.source.lspci;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import ridscope.config.Capability;
import ridscope.config.CapabilityList;
import ridscope.config.CapabilityList.Walked;
import ridscope.config.PciExpress;
import ridscope.source.Limits;
import ridscope.text.Diagnostic;

/** The capability list as lspci walked it, and how much of it that shows. */
final class ListedCapabilities {

    private static final int PCI_X = 0x07;
    private static final int VIRTUAL_CHANNEL = 0x02;
    private static final int VIRTUAL_CHANNEL_BESIDE_MFVC = 0x09;
    private static final int MULTI_FUNCTION_VIRTUAL_CHANNEL = 0x08;

    private final CapabilityWords words;
    private final List<ListedCapability> printed;
    private final List<Capability> known = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private boolean standardPartly;
    private boolean extendedPartly;

    ListedCapabilities(CapabilityWords words, List<ListedCapability> printed) {
        this.words = words;
        this.printed = printed;
    }

    /** @param denied whether lspci said that it could not read the list, or did not try */
    CapabilityList list(boolean denied) {
        standardPartly = denied;
        printed.stream().limit(Limits.CAPABILITIES).forEach(this::add);
        return new CapabilityList(known, standard(), extended(), diagnostics);
    }

    private void add(ListedCapability capability) {
        String title = capability.title();
        if (title.startsWith("<chain ")) {
            boolean loop = title.startsWith("<chain looped>");
            diagnostics.add(Diagnostic.of(
                    loop ? "CAP_LOOP" : "CAP_BAD_POINTER",
                    String.format(
                            Locale.ROOT,
                            loop
                                    ? "the capability list returns to offset 0x%02x, as lspci found"
                                    : "the capability list leads to offset 0x%02x, where lspci found it broken",
                            capability.offset())));
            return;
        }
        OptionalInt id = words.id(capability.extended(), title);
        if (id.isPresent()) {
            known.add(new Capability(
                    capability.extended(),
                    exact(capability, id.getAsInt()),
                    capability.offset(),
                    capability.version()));
            return;
        }
        standardPartly |= !capability.extended();
        extendedPartly |= capability.extended();
        if (!title.startsWith("<")) {
            diagnostics.add(Diagnostic.of(
                    "CAP_WORDING_UNKNOWN",
                    String.format(
                            Locale.ROOT,
                            "the listing calls the capability at 0x%02x \"%s\", which is no name known to be lspci's",
                            capability.offset(),
                            title.length() > 60 ? title.substring(0, 60) + "…" : title)));
        }
    }

    /** lspci calls both Virtual Channel capabilities the same; the second is the one beside MFVC. */
    private int exact(ListedCapability capability, int id) {
        if (!capability.extended() || id != VIRTUAL_CHANNEL) {
            return id;
        }
        boolean besideMfvc = printed.stream()
                .anyMatch(c -> c.extended()
                        && words.id(true, c.title()).equals(OptionalInt.of(MULTI_FUNCTION_VIRTUAL_CHANNEL)));
        return besideMfvc ? VIRTUAL_CHANNEL_BESIDE_MFVC : id;
    }

    private Walked standard() {
        if (standardPartly) {
            return Walked.UNKNOWN;
        }
        return printed.stream().allMatch(ListedCapability::extended) ? Walked.ABSENT : Walked.YES;
    }

    /**
     * lspci looks for extended capabilities behind PCI Express and PCI-X only; where it prints none, they may be missing or
     * may not have been readable.
     */
    private Walked extended() {
        if (extendedPartly) {
            return Walked.UNKNOWN;
        }
        if (printed.stream().anyMatch(ListedCapability::extended)) {
            return Walked.YES;
        }
        boolean possible = standardPartly || known.stream().anyMatch(c -> c.id() == PciExpress.ID || c.id() == PCI_X);
        return possible ? Walked.UNKNOWN : Walked.ABSENT;
    }
}
