package ridscope.enumerate;

import static ridscope.topology.LogNote.Level.ERROR;
import static ridscope.topology.LogNote.Level.INFO;
import static ridscope.topology.LogNote.Level.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ridscope.topology.LogNote;

/**
 * The kernel's messages about PCI that matter, by fragments that stayed the same over its versions ({@code drivers/pci},
 * {@code drivers/iommu}). Messages that only describe, such as those about BARs found, are not here. The first that fits counts.
 */
final class LogMessages {

    /**
     * A kind of message.
     *
     * @param fragment what the line contains
     * @param level how bad it is
     * @param finding id of the finding it is a sign of, if it is of a certain one
     */
    record Message(Pattern fragment, LogNote.Level level, Optional<String> finding) {}

    /** Nearly all lines of a log have none of these words; looking for them is cheap. */
    private static final Pattern WORTH_A_LOOK = Pattern.compile(
            "can't|can not|cannot|[Ff]ail|unusable|invalid|hard wired"
                    + "|busn|[Uu]nable|[Ee]rror|[Bb]us number|Hotplug bridge|MMIO|IOV|VFs|SDIs|accessible|header type|header types"
                    + "|limited by|AER|DPC|EEH|no space|[Pp]ower state|not ready|giving up|retrain|Link Active|[Ff]ault|FAULT|Firmware Bug");

    private static final List<Message> ALL = List.of(
            // Bus numbers
            is("can not insert \\[bus [^\\]]*\\] under domain", ERROR, "ROOT_WINDOW_OVERLAP"),
            is("busn_res: can not insert", ERROR, "BUS_OVERLAP"),
            is("devices behind bridge are unusable", ERROR, "RANGE_OUTSIDE_PARENT"),
            is("partially hidden behind", WARNING, "RANGE_OUTSIDE_PARENT"),
            is("bridge has subordinate .* but max busn", WARNING, "RANGE_OUTSIDE_PARENT"),
            is("bridge configuration invalid \\(\\[bus 00-00\\]\\)", INFO, "BRIDGE_UNCONFIGURED"),
            is("bridge configuration invalid", ERROR),
            is("Hotplug bridge without secondary bus", WARNING, "BRIDGE_UNCONFIGURED"),
            is("Primary bus is hard wired", INFO, "PRIMARY_HARDWIRED"),
            is("No bus number available", ERROR, "HOTPLUG_NO_SPARE"),
            // SR-IOV and SIOV
            is("\\(bus [0-9a-f]{3,} out of range of \\[bus", ERROR, "RID_OVERFLOW"),
            is("out of range of \\[bus", ERROR, "VF_BEYOND_SUBORDINATE"),
            is("not enough MMIO resources for SR-IOV|IOV BARS not allocated", ERROR, "SRIOV_NO_MMIO"),
            is("VF BAR \\d+.*(?:no space|failed to assign)", WARNING, "SRIOV_NO_MMIO"),
            is("VFs already enabled|cannot configure SR-IOV|not support SR-IOV config|left SR-IOV enabled", WARNING),
            is("[Ff]ailed to enable (?:PCI )?(?:SR-IOV|sriov)|[Ee]rror .*enabling SR-IOV", ERROR),
            is("[Ee]nabling SR-IOV|SR-IOV enabled", INFO),
            is("SDIs active at init", WARNING, "SIOV_ACTIVE_AT_INIT"),
            // Configuration space
            is("extended config space not accessible", WARNING, "EXT_CONFIG_UNREADABLE"),
            is("unknown header type|doesn't match header type", WARNING, "HEADER_MISMATCH"),
            is("Unable to change power state|can't change power state|Refused to change power state", ERROR),
            is("not ready .*giving up|config space inaccessible|can't enable device|can't recover", ERROR),
            is("not ready \\d+ms after", WARNING),
            // Errors that hardware reports
            is("AER: .*(?:Uncorrect|Fatal|recovery failed)|severity=Uncorrect", ERROR),
            is("AER: .*(?:Correct(?:ed|able)|recovery successful)|severity=Correct", WARNING),
            is("DPC: (?:containment event|unmasked uncorrectable|RP PIO|ERR_)", ERROR),
            is("EEH: .*(?:Frozen|frozen|failed|error|permanently)", ERROR),
            is("DMAR: .*(?:Request device|fault)|AMD-Vi: .*(?:FAULT|ERROR|TIMEOUT)|Unhandled context fault", ERROR),
            // Links
            is("available PCIe bandwidth, limited by", WARNING),
            is("retraining failed", ERROR),
            is("broken device, retraining|Link Active not set", WARNING),
            // Address ranges; port space runs out on most servers and hardly anything needs it
            is("\\[io .*(?:no space|failed to assign)|(?:no space for|failed to assign|can't assign) \\[io", INFO),
            is("no space for|can't assign; no space|failed to assign", WARNING),
            is("probe of .* failed with error|probe with driver .* failed", ERROR),
            is("\\[Firmware Bug\\]", WARNING));

    private LogMessages() {}

    private static Message is(String fragment, LogNote.Level level) {
        return new Message(Pattern.compile(fragment), level, Optional.empty());
    }

    private static Message is(String fragment, LogNote.Level level, String finding) {
        return new Message(Pattern.compile(fragment), level, Optional.of(finding));
    }

    /** The kind of message a line is; empty if it is none that matters. */
    static Optional<Message> of(String line) {
        return WORTH_A_LOOK.matcher(line).find()
                ? ALL.stream().filter(m -> m.fragment().matcher(line).find()).findFirst()
                : Optional.empty();
    }
}
