package ridscope.draw.paint;

import ridscope.draw.diagram.Mark;

/** How much of its ink each mark keeps, while some of them are looked for. Never changes where a mark stands. */
@FunctionalInterface
public interface Dimming {

    /** Everything as it is. */
    Dimming NONE = mark -> Level.FULL;

    /** How much of its ink a mark of this diagram keeps. */
    Level of(Mark mark);

    /** Shares of ink. */
    enum Level {
        /** What is looked for. */
        FULL(1),
        /** What leads there. */
        HALF(0.5),
        /** All else. */
        FAINT(0.2);

        private final double share;

        Level(double share) {
            this.share = share;
        }

        /** 0 to 1. */
        double share() {
            return share;
        }
    }
}
