package ridscope.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import ridscope.config.Capability;
import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;
import ridscope.topology.PciFunction;
import ridscope.topology.Topology;

/**
 * Device Serial Numbers (extended capability 0x0003; PCIe Base Specification 7.9.3) of one host, as far as they tell one
 * device from another: makers also leave zeros or ones there, or the same number in each of their devices. All functions of
 * a device have the number of the device, so device and function number belong to it.
 */
final class SerialNumbers {

    private static final int ID = 0x0003;
    private static final String PRINTED = "Device Serial Number ";

    /**
     * @param serial 64 bits
     * @param devfn the low byte of the Routing ID
     */
    private record Key(long serial, OptionalInt vendor, OptionalInt device, int devfn) {}

    private final Map<FunctionAddress, Key> keys = new HashMap<>();
    private final Map<Key, PciFunction> byKey = new HashMap<>();
    private final Set<Key> shared = new HashSet<>();

    SerialNumbers(Topology topology) {
        for (PciFunction function : topology.functions()) {
            key(function).ifPresent(key -> {
                keys.put(function.address(), key);
                if (byKey.putIfAbsent(key, function) != null) {
                    shared.add(key);
                }
            });
        }
    }

    /** The only function here with the number of one of the other host, where it is the only one there too. */
    Optional<PciFunction> counterpart(PciFunction other, SerialNumbers others) {
        return others.own(other).filter(this::usable).map(byKey::get);
    }

    /** The number of a function of this host, where no other has it. */
    private Optional<Key> own(PciFunction function) {
        return Optional.ofNullable(keys.get(function.address())).filter(this::usable);
    }

    private boolean usable(Key key) {
        return byKey.containsKey(key) && !shared.contains(key);
    }

    /** Whether both tell a number of their own and the numbers are not the same. */
    static boolean differ(PciFunction before, SerialNumbers old, PciFunction after, SerialNumbers now) {
        Optional<Key> was = old.own(before);
        Optional<Key> is = now.own(after);
        return was.isPresent()
                && is.isPresent()
                && was.get().serial() != is.get().serial();
    }

    /** As lspci prints it, {@code 00-1b-21-ff-ff-a1-b2-c3}; empty where it is not readable or says nothing. */
    static Optional<String> text(PciFunction function) {
        OptionalLong serial = of(function);
        if (serial.isEmpty()) {
            return Optional.empty();
        }
        String digits = Numbers.hexText((int) (serial.getAsLong() >>> Integer.SIZE), 8)
                + Numbers.hexText((int) serial.getAsLong(), 8);
        return Optional.of(String.join("-", digits.split("(?<=\\G..)")));
    }

    private static Optional<Key> key(PciFunction function) {
        OptionalLong serial = of(function);
        return serial.isEmpty() || function.virtual().isPresent()
                ? Optional.empty()
                : Optional.of(new Key(
                        serial.getAsLong(),
                        function.identity().vendor(),
                        function.identity().device(),
                        function.address().rid().devfn()));
    }

    private static OptionalLong of(PciFunction function) {
        Optional<Capability> capability = function.capabilities().extended(ID);
        OptionalLong low =
                capability.map(c -> function.config().u32(c.offset() + 4)).orElse(OptionalLong.empty());
        OptionalLong high =
                capability.map(c -> function.config().u32(c.offset() + 8)).orElse(OptionalLong.empty());
        OptionalLong serial = low.isPresent() && high.isPresent()
                ? OptionalLong.of(high.getAsLong() << Integer.SIZE | low.getAsLong())
                : printed(function.record().listing().lines());
        return serial.isPresent() && serial.getAsLong() != 0 && serial.getAsLong() != -1L
                ? serial
                : OptionalLong.empty();
    }

    private static OptionalLong printed(List<String> lines) {
        for (String line : lines) {
            int at = line.indexOf(PRINTED);
            if (at >= 0) {
                String[] words = line.substring(at + PRINTED.length()).split("\\s", 2);
                return Numbers.hexLong(words[0].replace("-", ""));
            }
        }
        return OptionalLong.empty();
    }
}
