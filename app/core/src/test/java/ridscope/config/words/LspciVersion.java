package ridscope.config.words;

import ridscope.text.Numbers;

/** {@code 3.14}. */
record LspciVersion(int major, int minor) implements Comparable<LspciVersion> {

    static LspciVersion parse(String text) {
        String[] parts = text.split("\\.");
        return new LspciVersion(
                Numbers.decimal(parts[0]).orElseThrow(),
                Numbers.decimal(parts[1]).orElseThrow());
    }

    @Override
    public int compareTo(LspciVersion other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }
}
