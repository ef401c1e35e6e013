package ridscope.source.lspci;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.AcsCapability;
import ridscope.config.AriCapability;
import ridscope.text.Numbers;

/** Reads ACS and ARI as lspci prints them from {@code -vv} on. */
final class RoutingText {

    private static final String[] ACS = {
        "SrcValid", "TransBlk", "ReqRedir", "CmpltRedir", "UpstreamFwd", "EgressCtrl", "DirectTrans"
    };
    private static final Pattern NEXT = Pattern.compile(".*Next Function: (\\d{1,3})\\b.*");
    private static final int LAST_FUNCTION = 0xff;

    private RoutingText() {}

    /** Bits from 7 on have no word in it. */
    static Optional<AcsCapability> acs(ListedCapability capability) {
        Map<String, String> registers = capability.registers();
        OptionalInt can = Flags.register(registers.getOrDefault("ACSCap", ""), ACS);
        OptionalInt is = Flags.register(registers.getOrDefault("ACSCtl", ""), ACS);
        return can.isPresent() && is.isPresent()
                ? Optional.of(new AcsCapability(capability.offset(), can.getAsInt(), is.getAsInt()))
                : Optional.empty();
    }

    static Optional<AriCapability> ari(ListedCapability capability) {
        Matcher next = NEXT.matcher(capability.registers().getOrDefault("ARICap", ""));
        OptionalInt number = next.matches() ? Numbers.decimal(next.group(1)) : OptionalInt.empty();
        return number.isPresent() && number.getAsInt() <= LAST_FUNCTION
                ? Optional.of(new AriCapability(capability.offset(), number.getAsInt()))
                : Optional.empty();
    }
}
