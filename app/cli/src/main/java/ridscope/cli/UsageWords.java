package ridscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is wrong with a command line, in one sentence that names things as the help does. */
final class UsageWords {

    private UsageWords() {}

    static String of(CommandLine.ParameterException failure, String... arguments) {
        boolean atRoot = failure.getCommandLine().getParent() == null;
        if (failure instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, atRoot);
        }
        if (failure instanceof CommandLine.MissingParameterException missing) {
            return missing(missing, Arrays.asList(arguments));
        }
        if (failure instanceof CommandLine.OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " is given twice";
        }
        return failure.getArgSpec() == null
                ? failure.getMessage().lines().findFirst().orElse("bad usage")
                : "'" + failure.getValue() + "' is no value for " + name(failure.getArgSpec());
    }

    private static String unmatched(CommandLine.UnmatchedArgumentException failure, boolean atRoot) {
        String first = failure.getUnmatched().stream().findFirst().orElse("");
        if (failure.isUnknownOption()) {
            return "there is no option '" + first + "'";
        }
        return atRoot
                ? "there is no word '" + first + "'; the words are " + list(RidscopeCommand.WORDS, "and")
                : "'" + first + "' is one argument too many";
    }

    private static String missing(CommandLine.MissingParameterException failure, List<String> arguments) {
        List<String> names = new ArrayList<>();
        for (ArgSpec missing : failure.getMissing()) {
            if (missing instanceof OptionSpec option
                    && Arrays.stream(option.names()).anyMatch(arguments::contains)) {
                return name(option) + " needs a value";
            }
            names.add(name(missing));
        }
        return list(names, "and") + (names.size() == 1 ? " is missing" : " are missing");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /**
     * The value of an option that has a few, in lower case.
     *
     * @throws CommandLine.ParameterException if it is none of them
     */
    static String choice(CommandSpec spec, String option, String value, List<String> values) {
        String wanted = value.toLowerCase(Locale.ROOT);
        if (!values.contains(wanted)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), option + " is " + list(values, "or") + ", not '" + value + "'");
        }
        return wanted;
    }

    /**
     * Refuses options that mean something only beside another choice.
     *
     * @param options long names
     * @param choice what they belong to, {@code --table rids}
     * @throws CommandLine.ParameterException if one of them is given
     */
    static void onlyFor(CommandSpec spec, Collection<String> options, String choice) {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (options.contains(option.longestName())) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), option.longestName() + " is for " + choice);
            }
        }
    }

    /** {@code light, dark or print}. */
    static String list(List<String> items, String lastWord) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : items.stream().limit(last).collect(Collectors.joining(", ")) + " " + lastWord + " " + items.get(last);
    }
}
