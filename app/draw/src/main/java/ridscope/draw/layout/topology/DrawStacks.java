package ridscope.draw.layout.topology;

import java.util.List;
import java.util.Optional;
import ridscope.draw.diagram.Ink;
import ridscope.draw.diagram.Mark;
import ridscope.draw.diagram.MarkId;
import ridscope.draw.diagram.Point;
import ridscope.draw.diagram.Rect;
import ridscope.draw.diagram.Role;
import ridscope.draw.diagram.Target;
import ridscope.draw.diagram.TextStyle;
import ridscope.draw.diagram.Zooms;

/** Draws stacks of VFs and SDIs, closed or opened. */
final class DrawStacks {

    private final Sketch sketch;
    private final Columns columns;

    DrawStacks(Sketch sketch, Columns columns) {
        this.sketch = sketch;
        this.columns = columns;
    }

    /** The stacks of a card from a top edge downwards. */
    void stacks(Tree.FunctionCard card, double top, double x) {
        Target owner = new Target.OfFunction(card.function().address());
        double y = top;
        for (Tree.Stack stack : card.stacks()) {
            stack(stack, x, y, owner);
            y += Sizer.stackHeight(stack) + Sizes.CARD_GAP;
        }
    }

    private void stack(Tree.Stack stack, double x, double top, Target owner) {
        double width = columns.stackWidth();
        double room = width - Sizes.STACK_BEHIND - 16;
        sketch.span(new Mark.Span(
                stack.id(),
                stack.role(),
                stack.ink(),
                new Rect(x, top, width, Sizes.STACK_FRONT + Sizes.STACK_BEHIND),
                sketch.fit(TextStyle.SMALL, stack.text(), room),
                Optional.of(stack.target()),
                stack.tooltip()));
        sketch.stands(stack.target(), Optional.of(owner), stack.id(), List.of());
        double y = top + Sizes.STACK_FRONT + Sizes.STACK_BEHIND + 2;
        for (Tree.OpenCard card : stack.opened()) {
            Rect box = new Rect(x, y, width - Sizes.STACK_BEHIND, Sizes.OPEN_HEIGHT);
            open(card, box);
            sketch.stands(card.target(), Optional.of(owner), card.id(), List.of(stack.id()));
            y += Sizes.OPEN_HEIGHT + 2;
        }
        double rest = y;
        stack.rest()
                .ifPresent(text -> rest(stack, text, new Rect(x, rest, width - Sizes.STACK_BEHIND, Sizes.OPEN_HEIGHT)));
        stack.existing()
                .forEach(f ->
                        sketch.stands(new Target.OfFunction(f.address()), Optional.of(owner), stack.id(), List.of()));
    }

    private void open(Tree.OpenCard card, Rect box) {
        sketch.box(new Mark.Box(
                card.id(),
                card.role(),
                card.ink(),
                box,
                4,
                card.ink() == Ink.FILLED ? Optional.of(card.role()) : Optional.empty(),
                Optional.of(card.target()),
                card.tooltip(),
                Zooms.ALWAYS));
        double x = box.x() + 9;
        double y = sketch.centred(TextStyle.MONO_SMALL, box.centerY());
        sketch.label(
                new MarkId(card.id() + "-a"),
                Role.TEXT,
                TextStyle.MONO_SMALL,
                Mark.Anchor.START,
                new Point(x, y),
                card.address());
        double textX = x + Math.ceil(sketch.metrics().width(TextStyle.MONO_SMALL, card.address())) + 6;
        sketch.label(
                new MarkId(card.id() + "-l"),
                Role.MUTED,
                TextStyle.SMALL,
                Mark.Anchor.START,
                new Point(textX, y),
                sketch.fit(TextStyle.SMALL, card.text(), box.right() - 5 - textX));
    }

    private void rest(Tree.Stack stack, String text, Rect box) {
        MarkId id = new MarkId(stack.id() + "-rest");
        sketch.box(new Mark.Box(
                id,
                stack.role(),
                stack.ink(),
                box,
                4,
                Optional.empty(),
                Optional.of(stack.target()),
                stack.tooltip(),
                Zooms.ALWAYS));
        sketch.label(
                new MarkId(id + "-t"),
                Role.MUTED,
                TextStyle.SMALL,
                Mark.Anchor.START,
                new Point(box.x() + 8, sketch.centred(TextStyle.SMALL, box.centerY())),
                text);
    }
}
