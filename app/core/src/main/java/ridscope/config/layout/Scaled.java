package ridscope.config.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import ridscope.text.Numbers;

/**
 * A number whose unit is told by a second number: a value times a scale.
 *
 * @param scale where the second number is
 * @param factors what each of its values stands for, from 0 on; empty where that is not known
 */
record Scaled(Place scale, List<Optional<BigDecimal>> factors) {

    /** Factors have so many digits behind the point, at most. */
    private static final int DIGITS = 9;

    Scaled {
        factors = List.copyOf(factors);
    }

    String text(long raw, String unit, Scope scope) {
        OptionalLong code = scale.read(scope);
        if (code.isEmpty()) {
            return raw + " at a scale that is not readable";
        }
        Optional<BigDecimal> factor = code.getAsLong() < factors.size() && code.getAsLong() >= 0
                ? factors.get((int) code.getAsLong())
                : Optional.empty();
        if (factor.isEmpty()) {
            return String.format("%d at unknown scale 0x%x", raw, code.getAsLong());
        }
        String number = plain(factor.get().multiply(BigDecimal.valueOf(raw)));
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** {@code PLACE by FACTOR,FACTOR…}, a factor being decimal with or without a point, or {@code -}. */
    static Scaled parse(Tokens tokens) {
        Place scale = Place.parse(tokens, tokens.next("the place of the scale"));
        tokens.expect("by");
        List<Optional<BigDecimal>> factors = new ArrayList<>();
        for (String word : tokens.next("the factors").split(",", -1)) {
            factors.add(word.equals("-") ? Optional.empty() : Optional.of(factor(tokens, word)));
        }
        return new Scaled(scale, factors);
    }

    private static BigDecimal factor(Tokens tokens, String word) {
        int point = word.indexOf('.');
        int scale = point < 0 ? 0 : word.length() - point - 1;
        String digits = point < 0 ? word : word.substring(0, point) + word.substring(point + 1);
        OptionalInt number = Numbers.decimal(digits);
        if (number.isEmpty() || number.getAsInt() < 0 || scale > DIGITS) {
            throw tokens.problem("a factor looks like 32 or 0.1, not like " + word);
        }
        return BigDecimal.valueOf(number.getAsInt(), scale);
    }
}
