package ridscope.draw.layout;

import ridscope.draw.diagram.Mark;

/** Adds to what a mark tells tooltips and screen readers. */
final class Told {

    private Told() {}

    /** The same mark with more words; a mark that tells nothing stays as it is. */
    static Mark more(Mark mark, String words) {
        if (mark instanceof Mark.Box b) {
            return new Mark.Box(
                    b.id(),
                    b.role(),
                    b.ink(),
                    b.bounds(),
                    b.corner(),
                    b.stripe(),
                    b.target(),
                    join(b.title(), words),
                    b.zooms());
        }
        if (mark instanceof Mark.Span s) {
            return new Mark.Span(s.id(), s.role(), s.ink(), s.bounds(), s.text(), s.target(), join(s.title(), words));
        }
        return mark;
    }

    private static String join(String title, String words) {
        return title + (title.isEmpty() ? "" : " · ") + words;
    }
}
