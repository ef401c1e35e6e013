package ridscope.draw.layout;

import ridscope.text.Numbers;

/** Numbers of things, in groups of three digits as everywhere in the program: {@code 1,024}. Indexes and addresses stay as they are. */
public final class Counts {

    private Counts() {}

    /** Without a formatter's start-up, the same in every locale. */
    public static String grouped(int count) {
        return Numbers.grouped(count);
    }
}
