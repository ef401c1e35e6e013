package ridscope.rid;

/**
 * A PCI segment (Linux: domain). All 32 bits count: ACPI segments end at 0xFFFF, VMD domains start at 0x10000.
 *
 * @param number the segment number, read as unsigned
 */
public record Segment(int number) implements Comparable<Segment> {

    /** The segment that an address without one belongs to. */
    public static final Segment ZERO = new Segment(0);

    /** Orders by unsigned number. */
    @Override
    public int compareTo(Segment other) {
        return Integer.compareUnsigned(number, other.number);
    }

    /** At least four lower-case hex digits, as Linux prints it: {@code 0000}, {@code 10000}. */
    @Override
    public String toString() {
        return Hex.padded(number, 4);
    }
}
