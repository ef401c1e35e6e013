package ridscope.source.hwloc;

import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;
import ridscope.text.Numbers;

/** CPU and node sets as hwloc prints them: 32 bits a word, the highest first, {@code 0x0000000f,0xffffffff}. */
final class Bitmap {

    private static final String ENDLESS = "0xf...f";

    private Bitmap() {}

    /** Empty when the text is no set, or a set without an end. */
    static Optional<BitSet> parse(String text) {
        if (text.startsWith(ENDLESS)) {
            return Optional.empty();
        }
        String[] words = text.split(",", -1);
        BitSet bits = new BitSet();
        for (int i = 0; i < words.length; i++) {
            OptionalLong word = words[i].isEmpty() ? OptionalLong.of(0) : Numbers.hexLong(words[i]);
            if (word.isEmpty() || word.getAsLong() >>> 32 != 0) {
                return Optional.empty();
            }
            int first = (words.length - 1 - i) * 32;
            for (int bit = 0; bit < 32; bit++) {
                if ((word.getAsLong() >> bit & 1) != 0) {
                    bits.set(first + bit);
                }
            }
        }
        return Optional.of(bits);
    }

    /** The bit, if there is exactly one. */
    static OptionalInt only(String text) {
        return parse(text).filter(bits -> bits.cardinality() == 1).stream()
                .mapToInt(bits -> bits.nextSetBit(0))
                .findFirst();
    }

    /** As Linux prints CPU lists: {@code 0-3,8}; "" for the empty set. */
    static String list(BitSet bits) {
        StringJoiner ranges = new StringJoiner(",");
        int from = bits.nextSetBit(0);
        while (from >= 0) {
            int to = bits.nextClearBit(from) - 1;
            ranges.add(to == from ? Integer.toString(from) : from + "-" + to);
            from = bits.nextSetBit(to + 1);
        }
        return ranges.toString();
    }
}
