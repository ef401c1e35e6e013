package ridscope.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;
import ridscope.plan.PluggedCard;
import ridscope.plan.PluggedCard.Strided;
import ridscope.text.Numbers;

/** Understands what {@code --plug} says behind the equals sign: {@code switch:4,vfs=8/1/1}. */
final class CardWords {

    static final String FORM = "PORT=card|switch:N[,hotplug][,vfs=N/OFFSET/STRIDE][,sdis=N/OFFSET/STRIDE]";
    private static final int MOST_PORTS = 32;

    private final String where;
    private final Function<String, ParameterException> usage;

    /** @param option the whole option, to be named in what is said of it */
    CardWords(String option, Function<String, ParameterException> usage) {
        where = option + ": ";
        this.usage = usage;
    }

    PluggedCard card(String text) {
        String[] parts = text.split(",", -1);
        int ports = ports(parts[0]);
        boolean hotplug = false;
        Optional<Strided> vfs = Optional.empty();
        Optional<Strided> sdis = Optional.empty();
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].equals("hotplug") && !hotplug && ports > 0) {
                hotplug = true;
            } else if (parts[i].startsWith("vfs=") && vfs.isEmpty()) {
                vfs = Optional.of(strided(parts[i].substring("vfs=".length())));
            } else if (parts[i].startsWith("sdis=") && sdis.isEmpty()) {
                sdis = Optional.of(strided(parts[i].substring("sdis=".length())));
            } else {
                throw usage.apply(where + "'" + parts[i] + "' does not belong here; write it as " + FORM);
            }
        }
        if (hotplug && (vfs.isPresent() || sdis.isPresent())) {
            throw usage.apply(where + "the slots of a switch with hotplug are empty; leave out vfs and sdis");
        }
        return new PluggedCard(ports, hotplug, vfs, sdis);
    }

    private int ports(String text) {
        if (text.equals("card")) {
            return 0;
        }
        OptionalInt ports =
                text.startsWith("switch:") ? Numbers.decimal(text.substring("switch:".length())) : OptionalInt.empty();
        if (ports.isEmpty() || ports.getAsInt() < 1 || ports.getAsInt() > MOST_PORTS) {
            throw usage.apply(where + "'" + text + "' is neither card nor switch:N with N from 1 to " + MOST_PORTS);
        }
        return ports.getAsInt();
    }

    private Strided strided(String text) {
        String[] numbers = text.split("/", -1);
        if (numbers.length != 3) {
            throw usage.apply(where + "'" + text + "' is not N/OFFSET/STRIDE");
        }
        return new Strided(register(numbers[0]), register(numbers[1]), register(numbers[2]));
    }

    private int register(String text) {
        OptionalInt number = register16(text);
        if (number.isEmpty()) {
            throw usage.apply(where + "'" + text + "' is no number from 0 to 65535");
        }
        return number.getAsInt();
    }

    /** Decimal or hex, what fits a 16-bit register. */
    static OptionalInt register16(String text) {
        OptionalInt number = text.startsWith("0x") ? Numbers.hex(text) : Numbers.decimal(text);
        return number.isPresent() && (number.getAsInt() & ~0xffff) == 0 ? number : OptionalInt.empty();
    }
}
