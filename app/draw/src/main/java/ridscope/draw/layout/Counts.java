package ridscope.draw.layout;

/** Numbers of things, in groups of three digits as everywhere in the program: {@code 1,024}. Indexes and addresses stay as they are. */
public final class Counts {

    private Counts() {}

    /** Without a formatter's start-up, the same in every locale. */
    public static String grouped(int count) {
        String digits = Integer.toString(Math.abs(count));
        StringBuilder text = new StringBuilder(count < 0 ? "-" : "");
        for (int i = 0; i < digits.length(); i++) {
            text.append(i > 0 && (digits.length() - i) % 3 == 0 ? "," : "").append(digits.charAt(i));
        }
        return text.toString();
    }
}
