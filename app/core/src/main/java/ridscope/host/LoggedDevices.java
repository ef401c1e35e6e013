package ridscope.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ridscope.config.Views;
import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;

/** Holds the devices that a boot log names (Linux {@code pci_setup_device}) against those of a host. */
final class LoggedDevices {

    private static final Pattern DEVICE =
            Pattern.compile("pci (\\S+): \\[([0-9a-f]{4}):([0-9a-f]{4})\\] type [0-9a-f]{2}\\b");
    private static final int MASKED = 0xffff;

    private LoggedDevices() {}

    /** How many functions the log calls something else, if those are most of the functions it names; otherwise 0. */
    static int others(List<String> lines, HostSnapshot host) {
        Map<FunctionAddress, Integer> logged = new HashMap<>();
        for (String line : lines) {
            Matcher m = DEVICE.matcher(line);
            if (m.find()) {
                FunctionAddress.parse(m.group(1))
                        .ifPresent(a -> logged.put(
                                a,
                                Numbers.hex(m.group(2)).orElseThrow() << 16
                                        | Numbers.hex(m.group(3)).orElseThrow()));
            }
        }
        int same = 0;
        int other = 0;
        for (FunctionRecord function : host.functions()) {
            Integer said = logged.get(function.address());
            Optional<Integer> known = said == null ? Optional.empty() : ids(function);
            if (known.isPresent()) {
                same += known.get().equals(said) ? 1 : 0;
                other += known.get().equals(said) ? 0 : 1;
            }
        }
        return other > same ? other : 0;
    }

    private static Optional<Integer> ids(FunctionRecord function) {
        OptionalInt vendor = Views.header(function.config()).vendor();
        OptionalInt device = Views.header(function.config()).device();
        if (vendor.isEmpty() || vendor.getAsInt() == MASKED) {
            vendor = function.os().identity().vendor();
            device = function.os().identity().device();
        }
        return vendor.isPresent() && device.isPresent()
                ? Optional.of(vendor.getAsInt() << 16 | device.getAsInt())
                : Optional.empty();
    }
}
