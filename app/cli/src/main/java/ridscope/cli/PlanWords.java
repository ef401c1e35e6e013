package ridscope.cli;

import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;
import ridscope.plan.SdiWish;
import ridscope.plan.Wishes;
import ridscope.rid.FunctionAddress;
import ridscope.text.Numbers;
import ridscope.topology.Topology;

/** Understands what options of {@code plan} say; what it does not understand is bad usage, in one sentence. */
final class PlanWords {

    private final Function<String, ParameterException> usage;

    PlanWords(Function<String, ParameterException> usage) {
        this.usage = usage;
    }

    ParameterException usage(String text) {
        return usage.apply(text);
    }

    FunctionAddress address(String text) {
        return FunctionAddress.parse(text)
                .orElseThrow(() -> usage("'" + text + "' is no function address such as 3b:00.0 or 0000:3b:00.0"));
    }

    int hpbussize(String text) {
        OptionalInt number = Numbers.decimal(text);
        if (number.isEmpty() || number.getAsInt() < 0) {
            throw usage("--hpbussize " + text + ": give a number from 0 to 255");
        }
        if (number.getAsInt() > 0xff) {
            throw usage("--hpbussize " + text + ": Linux takes more than 255 for 1; give a number from 0 to 255");
        }
        return number.getAsInt();
    }

    /** {@code ADDR=N}. */
    Wishes vfs(Wishes wishes, String text) {
        FunctionAddress pf = before(text, "--vfs", "ADDR=N");
        if (wishes.vfs().containsKey(pf)) {
            throw usage("--vfs names " + pf + " twice; leave one out");
        }
        return wishes.withVfs(pf, count(text.substring(text.indexOf('=') + 1), "--vfs " + text));
    }

    /** {@code ADDR=N[,offset=O][,stride=S]}. */
    Wishes sdis(Wishes wishes, String text) {
        FunctionAddress pf = before(text, "--sdis", "ADDR=N[,offset=O,stride=S]");
        if (wishes.sdis().containsKey(pf)) {
            throw usage("--sdis names " + pf + " twice; leave one out");
        }
        String[] parts = text.substring(text.indexOf('=') + 1).split(",", -1);
        OptionalInt offset = OptionalInt.empty();
        OptionalInt stride = OptionalInt.empty();
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("offset=") && offset.isEmpty()) {
                offset = OptionalInt.of(count(parts[i].substring("offset=".length()), "--sdis " + text));
            } else if (parts[i].startsWith("stride=") && stride.isEmpty()) {
                stride = OptionalInt.of(count(parts[i].substring("stride=".length()), "--sdis " + text));
            } else {
                throw usage("--sdis " + text + ": '" + parts[i] + "' is neither offset=O nor stride=S");
            }
        }
        return wishes.withSdis(pf, new SdiWish(count(parts[0], "--sdis " + text), offset, stride));
    }

    /** {@code PORT=CARD}. */
    Wishes plug(Wishes wishes, String text) {
        FunctionAddress port = before(text, "--plug", CardWords.FORM);
        if (wishes.cards().containsKey(port)) {
            throw usage("--plug names " + port + " twice; leave one out");
        }
        String card = text.substring(text.indexOf('=') + 1);
        return wishes.withCard(port, new CardWords("--plug " + text, usage).card(card));
    }

    private FunctionAddress before(String text, String option, String form) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw usage(option + " " + text + ": write it as " + form);
        }
        return address(text.substring(0, equals));
    }

    private int count(String text, String where) {
        OptionalInt number = CardWords.register16(text);
        if (number.isEmpty()) {
            throw usage(where + ": '" + text + "' is no number from 0 to 65535");
        }
        return number.getAsInt();
    }

    /** Whether the host has every function that is named. */
    void checkKnown(Topology topology, Wishes wishes) {
        Set<FunctionAddress> named = new TreeSet<>(wishes.vfs().keySet());
        named.addAll(wishes.sdis().keySet());
        named.addAll(wishes.cards().keySet());
        named.addAll(wishes.ari().keySet());
        for (FunctionAddress address : named) {
            if (topology.function(address).isEmpty()) {
                throw usage("the host has no function " + address + "; ridscope show lists those it has");
            }
        }
    }
}
